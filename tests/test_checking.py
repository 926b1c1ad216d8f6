import datetime
import io
import pickle
import threading

import pytest
from pydantic import ValidationError

import gxcheck
from gxcheck.checking import Review, check, parse, parse_text, review
from gxcheck.config import Acceptance, Config, load_config
from gxcheck.errors import ConfigError, GxcheckError, ReadError, RuleError
from gxcheck.report.model import Report
from gxcheck.rules import load_rules

TEXT = """宁海县综合行政执法局2023年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》编制本报告，统计期限自2023年1月1日起至2023年12月31日止。
一、总体情况
全年主动公开信息100条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
\t行政复议
\t行政诉讼

\t结果维持
\t结果纠正
\t其他结果
\t尚未审结
\t总计
\t未经复议直接起诉
\t复议后起诉

\t\n\t\n\t\n\t\n\t
\t结果维持\n\t结果纠正\n\t其他结果\n\t尚未审结\n\t总计
\t结果维持\n\t结果纠正\n\t其他结果\n\t尚未审结\n\t总计

\t1\n\t0\n\t0\n\t0\n\t2
\t0\n\t0\n\t0\n\t0\n\t0
\t0\n\t0\n\t0\n\t0\n\t0

五、存在的主要问题及改进情况
一是人手不足。
六、其他需要报告的事项
无。
"""


OWN = """
pack: own
rules:
- id: own-year
  title: {zh: 年度, en: year}
  level: info
  editions: all
  basis: [practice]
  assert: year > 2100
  message: {zh: "{year}", en: "{year}"}
  examples: {fails: [{year: 2021}], passes: [{year: 2101}]}
"""


def total_of(findings):
    (finding,) = [finding for finding in findings if finding.rule == "reviews-total"]
    return finding


def test_a_source_is_a_path_bytes_an_open_file_or_a_report(tmp_path):
    path = tmp_path / "年报.txt"
    path.write_text(TEXT, "utf-8")
    expected = check(path)
    assert total_of(expected).location.label.endswith("表三“行政复议”栏“总计”列")
    assert check(str(path)) == expected
    assert check(TEXT.encode("gb18030")) == expected
    assert check(io.BytesIO(TEXT.encode())) == expected
    assert check(io.StringIO(TEXT)) == expected
    assert check(parse_text(TEXT)) == expected


def test_a_report_goes_to_json_and_back():
    report = parse_text(TEXT)
    text = report.model_dump_json()
    assert parse(text.encode()) == report
    assert check(io.StringIO(text)) == check(report)


def test_bad_json_is_refused_with_path_and_reason():
    with pytest.raises(ReadError, match=r"edition：.*2008"):
        parse(b'{"edition": 1999, "document": {"blocks": []}}')
    with pytest.raises(ReadError, match=r"is JSON, but not that of a report.* edition: .*2008"):
        parse(b'{"edition": 1999, "document": {"blocks": []}}', lang="en")
    with pytest.raises(ReadError, match="JSON"):
        parse(b'{"edition": ')


def test_a_review_tells_all(tmp_path):
    found = review(TEXT.encode())
    assert isinstance(found, Review)
    assert isinstance(found.report, Report)
    assert {outcome.rule for outcome in found.outcomes} == set(load_rules().ids)
    assert Review.model_validate_json(found.model_dump_json()) == found
    with pytest.raises(ValidationError):
        found.findings = ()


def test_findings_speak_both_languages_under_one_fingerprint():
    chinese, english = total_of(check(TEXT.encode())), total_of(check(TEXT.encode(), lang="en"))
    assert "相差 1" in chinese.message
    assert "off by 1" in english.message
    assert chinese.fingerprint == english.fingerprint
    assert chinese.basis != english.basis


def test_a_fingerprint_outlives_edits_elsewhere():
    edited = TEXT.replace("全年主动", "这一年，全县主动").replace("六、其他", "\n\n六、其他")
    dressed = TEXT.replace("\t1\n\t0\n\t0\n\t0\n\t2", "\t１\n\t0\n\t0\n\t 0\n\t2")
    assert dressed != TEXT
    original = total_of(check(TEXT.encode())).fingerprint
    assert total_of(check(edited.encode())).fingerprint == original
    assert total_of(check(dressed.encode())).fingerprint == original
    other = TEXT.replace("\t2\n", "\t3\n")
    assert total_of(check(other.encode())).fingerprint != original


def test_findings_can_be_told_apart_in_sets():
    findings = check(TEXT.encode())
    assert len({*findings, *check(TEXT.encode())}) == len(findings)
    assert len({*findings, *check(TEXT.encode(), lang="en")}) > len(findings)


def test_fingerprints_are_unlike_each_other():
    prints = [finding.fingerprint for finding in check(TEXT.encode())]
    assert len(prints) == len(set(prints))


def config_of(folder, text, *packs):
    for name, content in packs:
        (folder / name).write_text(content, "utf-8")
    path = folder / "gxcheck.yml"
    path.write_text(text, "utf-8")
    return load_config(path)


def test_a_config_changes_levels_language_and_rules(tmp_path):
    config = config_of(tmp_path, "lang: en\nlevels: {reviews-total: info}\noff: [title-form]")
    finding = total_of(check(TEXT.encode(), config=config))
    assert finding.level == "info"
    assert "off by 1" in finding.message
    assert "相差" in total_of(check(TEXT.encode(), config=config, lang="zh")).message
    assert config.rules.get("title-form") is None


def test_a_config_sets_the_edition():
    assert parse_text(TEXT, config=Config(edition=2019)).edition == 2019
    assert parse(TEXT.encode(), config=Config(edition=2019)).edition == 2019


PACK = """
rules:
  - id: own
    title: {zh: 例, en: example}
    level: info
    editions: all
    basis: [practice]
    require: {part: signature.date}
    message: {zh: 无日期, en: no date}
    examples: {fails: [{}], passes: [{signature: {date: 2024-01-31}}]}
"""


def test_a_config_names_packs_from_its_folder(tmp_path):
    config = config_of(tmp_path, "rules: [own.yml]", ("own.yml", PACK))
    assert [finding.rule for finding in check(TEXT.encode(), config=config)] == ["own"]
    two = ("own.yml", PACK), ("more.yml", "extends: gxcheck")
    config = config_of(tmp_path, "rules: [own.yml, more.yml]", *two)
    assert config.rules.ids == ["own", *load_rules().ids]


def test_rules_go_before_those_of_the_config(tmp_path):
    config = config_of(tmp_path, "rules: [own.yml]", ("own.yml", PACK))
    assert check(TEXT.encode(), rules=load_rules(), config=config) == check(TEXT.encode())


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("lang: zh\nlevel: {}", 2, "unknown key 'level'; did you mean 'levels'?"),
        ("lang: de", 1, "'de' is none of zh, en"),
        ("off: [reviews-totl]", 1, "did you mean 'reviews-total'?"),
        ("rules: [nowhere.yml]", 1, "there is no file"),
        ("acceptances:\n- {fingerprint: 12, reason: x}", 2, "is not a text"),
        (
            "acceptances:\n- {fingerprint: 0123456789abcdef, reason: x, until: 2026-02-30}",
            2,
            "the calendar has no 2026-02-30",
        ),
    ],
)
def test_a_config_that_cannot_be_used(tmp_path, text, line, why):
    with pytest.raises(ConfigError) as error:
        config_of(tmp_path, text)
    assert why in error.value.english
    assert error.value.line == line


def test_an_empty_config_is_the_usual_one(tmp_path):
    assert config_of(tmp_path, "") == Config()


def test_accepted_findings_are_set_aside_and_stale_acceptances_told():
    known = total_of(check(TEXT.encode())).fingerprint
    past = datetime.date.today() - datetime.timedelta(days=1)
    config = Config(
        acceptances=(
            Acceptance(known, "核实无误", datetime.date.today()),
            Acceptance("0" * 16, "旧"),
            Acceptance(known, "过期", past),
        )
    )
    found = review(TEXT.encode(), config=config)
    assert [finding.fingerprint for finding in found.accepted] == [known]
    assert known not in {finding.fingerprint for finding in found.findings}
    assert [(item.reason, item.why) for item in found.stale] == [
        ("旧", "unmatched"),
        ("过期", "expired"),
    ]
    expired = Config(acceptances=(Acceptance(known, "过期", past),))
    assert not review(TEXT.encode(), config=expired).accepted


@pytest.mark.parametrize("extends", ["extends: gxcheck\n", ""])
def test_what_was_made_goes_to_other_processes(extends, tmp_path):
    config = config_of(tmp_path, "rules: [own.yml]\nlang: en", ("own.yml", extends + OWN))
    found = review(TEXT.encode(), config=config)
    assert "own-year" in {finding.rule for finding in found.findings}
    sent = pickle.loads(pickle.dumps(found))
    assert sent == found
    assert sent.rules == found.rules
    again = pickle.loads(pickle.dumps(config))
    assert review(TEXT.encode(), config=again) == found


def test_errors_go_to_other_processes():
    one = RuleError("乙", "b", file="f", line=4)
    for error in (ReadError("甲", "a"), RuleError("甲", "a", file="f", line=3, others=[one])):
        sent = pickle.loads(pickle.dumps(error))
        assert (str(sent), sent.english) == (str(error), error.english)
        assert sent.__dict__.keys() == error.__dict__.keys()


def test_many_threads_find_the_same():
    expected = check(TEXT.encode())
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(check(TEXT.encode()))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 8


@pytest.mark.parametrize("source", [b"", b"\x00" * 100, "/no/such/file.txt", b"%PDF-1.7\n"])
def test_what_cannot_be_read_is_an_error_of_ours(source):
    with pytest.raises(GxcheckError):
        check(source)


@pytest.mark.parametrize("text", ["某局2023年年度报告\n一、总体情况", "一、总体情况" * 90])
def test_text_given_for_a_path_is_told_in_a_line(text):
    with pytest.raises(ReadError, match="parse_text") as told:
        check(text)
    assert len(str(told.value)) < 80


@pytest.mark.parametrize(
    ("source", "options", "error", "told"),
    [
        (None, {}, TypeError, "a path, bytes or an open file, not from NoneType"),
        (["报告.txt"], {}, TypeError, "not from list"),
        (TEXT.encode(), {"previous": 2023}, TypeError, "not from int"),
        (TEXT.encode(), {"rules": "ours.yml"}, TypeError, "load_rules gives, not str"),
        (TEXT.encode(), {"config": "gxcheck.yml"}, TypeError, "load_config gives, not str"),
        (TEXT.encode(), {"lang": "fr"}, ValueError, "zh, en, not 'fr'"),
    ],
)
def test_what_is_no_report_and_no_option_is_told(source, options, error, told):
    with pytest.raises(error, match=told):
        check(source, **options)


def test_bytes_are_not_for_parse_text():
    with pytest.raises(TypeError, match="bytes go to parse"):
        gxcheck.parse_text(TEXT.encode())


def test_a_buffer_is_read_like_bytes():
    assert (
        check(bytearray(TEXT.encode())) == check(memoryview(TEXT.encode())) == check(TEXT.encode())
    )
