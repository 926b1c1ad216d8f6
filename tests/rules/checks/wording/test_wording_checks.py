"""Punctuation, doubled words, slips of the pen and debris, in prose and in whole reports."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from prose_reports import PACKS, quotes, told
from texts import PREAMBLE, TITLE, findings, text

import gxcheck
from gxcheck.document.model import Document, Location, Paragraph
from gxcheck.report import recognise
from gxcheck.report.model import Report
from gxcheck.rules.checks.wordings import pattern, words
from gxcheck.rules.evaluation.evaluate import prepare
from gxcheck.rules.packs.loader import shipped_rules

REPORTS = Path(__file__).parents[3] / "reports" / "clean"
CLEAN = (REPORTS / "deqing-shuili-2023.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["surnames", "no_person_words", "page_anchors"])
def test_a_list_is_a_pattern_that_tries_its_words_in_their_order(name):
    told = "".join(words(name))
    assert pattern(name).findall(told) == re.findall("|".join(map(re.escape, words(name))), told)


def test_half_width_marks_are_one_finding_with_their_count_and_places():
    (finding,) = told("按要求,及时公开;\n(以下简称新条例)办理。\n存在不足:一是慢,二是少.")
    assert finding.rule == "punctuation-halfwidth"
    assert finding.quote == "按要求,及时公开"
    assert finding.values["count"] == 7
    assert len(finding.related) == 4
    assert "7" in finding.message


@pytest.mark.parametrize(
    "right",
    [
        "共3,456件，比例3:1，时间9:00，网址http://a.gov.cn/b,c;d?e=1！",
        "电话:0871-63000000；邮箱:a@b.gov.cn；网址:http://a.gov.cn。",
        "(1)完善机制；(2)强化培训；PM2.5(ug)。",
        "一.总体安排",
        "十一.其他安排",
    ],
)
def test_half_width_marks_that_are_right(right):
    assert quotes(right, "punctuation-halfwidth") == []


def test_marks_in_cells_are_the_business_of_the_table():
    altered = CLEAN.replace("危及“三安全一稳定”", '危及"三安全一稳定"')
    altered = altered.replace("（七）总计", "(七)总计")
    assert altered != CLEAN
    found = {finding.rule for finding in gxcheck.check(altered.encode())}
    assert not {"straight-quotes", "punctuation-halfwidth"} & found


def test_straight_quotes_are_quoted_as_a_pair():
    assert quotes('推进"一网通办"和"一件事"。') == [("straight-quotes", '"一网通办"')]
    assert quotes("栏目名为World's view，共5.0\"屏幕3块。", "straight-quotes") == []


@pytest.mark.parametrize(
    ("wrong", "quote"),
    [
        ("推进“一网通办改革。", "“一网通办改革。"),
        ("推进一网通办”改革。", "推进一网通办”"),
        ("用好“两微一端’平台，建设“发布厅”。", "“两微一端’"),
        ("推进“一网通办“改革，开展“回头看”。", "“一网通办“"),
        ("推进”一网通办“改革。", "”一网通办“"),
        ("做到“‘五公开’全覆盖。", "“‘五公开’全覆盖。"),
        ("推进“一网通\n办改革，取得实效。", "“一网通"),
    ],
)
def test_unbalanced_quotes(wrong, quote):
    ((rule, told_quote),) = quotes(wrong)
    assert rule == "quotes-unbalanced"
    assert told_quote.rstrip("。") == quote.rstrip("。")


@pytest.mark.parametrize(
    "right",
    [
        "会议指出：“公开是常态。\n“不公开是例外。”会后抓好落实。",
        "他指出：“要让群众看得到。\n要让公开成为习惯。”",
        "做到“‘五公开’与业务同步”，O’Neil 软件停用。",
    ],
)
def test_quotations_of_several_paragraphs_are_balanced(right):
    assert quotes(right, "quotes-unbalanced") == []


@pytest.mark.parametrize(
    ("wrong", "quote"),
    [
        ("印发《工作要点，细化任务。", "《工作要点"),
        ("印发工作要点》，细化任务。", "印发工作要点》"),
        ("各镇（街道均设专区。", "（街道均设专区。"),
        ("按照云政〔2023］5号要求。", "〔2023］"),
        ("按照《关于转发〈目录》的通知》。", "〈目录》的通知》"),
    ],
)
def test_unbalanced_brackets(wrong, quote):
    assert [q.rstrip("。") for _, q in quotes(wrong)] == [quote.rstrip("。")]


@pytest.mark.parametrize(
    "right",
    [
        "1）完善制度；2）加强培训。a)其他。",
        "一）健全机制",
        "（一)主动公开。(二）依申请公开。",
        "印发《关于转发〈目录〉的通知》（云政〔2023〕5号）。",
        "联系方式（地址：人民路1号；\n电话：0871-63000000）。",
    ],
)
def test_brackets_that_are_right(right):
    assert quotes(right, "brackets-unbalanced") == []


@pytest.mark.parametrize(
    ("wrong", "quote", "word"),
    [
        ("对信息进行进行梳理。", "进行进行", "进行"),
        ("取得明显的的的成效。", "的的的", "的"),
        ("规范政府信息政府信息发布。", "政府信息政府信息", "政府信息"),
        ("依依法办理。", "依依", "依"),
        ("通过通过网站发布。", "通过通过", "通过"),
        ("𠮷县对信息进行进行梳理。", "进行进行", "进行"),
    ],
)
def test_repeated_words(wrong, quote, word):
    (finding,) = told(wrong, "repeated-word")
    assert (finding.quote, finding.values["word"]) == (quote, word)


def test_words_over_a_gap_are_not_repeated():
    assert quotes("办理情况 情况说明\n公开\n公开", "repeated-word") == []


@pytest.mark.parametrize(
    ("wrong", "quote"),
    [
        ("信息息公开。", "息息"),
        ("县政政府公开。", "政政"),
        ("推动政府政府信息公开。", "政府政府"),
        ("总体情况情况良好。", "情况情况"),
    ],
)
def test_characters_and_nouns_that_never_stand_twice(wrong, quote):
    assert quotes(wrong, "repeated-word") == [("repeated-word", quote)]


@pytest.mark.parametrize(
    "right",
    ["与群众息息相关。", "财政政策公开。", "县人民政府政府信息公开。", "执行情况情况说明。"],
)
def test_characters_and_nouns_that_may_stand_twice(right):
    assert quotes(right, "repeated-word") == []


def test_a_paragraph_put_in_twice_is_one_finding_at_its_second_place():
    first, second = "全年组织业务培训2次，覆盖各科室。", "全年编发政务公开工作简报12期。"
    (finding,) = told(f"{first}{second}\n收到申请3件。\n{first}{second}", "sentence-repeated")
    assert finding.quote == first.rstrip("。")
    assert [place.block for place in finding.related] == [finding.location.block - 2]


def test_sentences_that_stand_apart_twice_are_as_many_findings():
    first, second = "全年组织业务培训2次，覆盖各科室。", "全年编发政务公开工作简报12期。"
    between = "公开渠道不断拓宽，群众满意度提高。"
    twice = told(f"{first}{second}{first}{between}{second}", "sentence-repeated")
    assert [finding.quote for finding in twice] == [first.rstrip("。"), second.rstrip("。")]


@pytest.mark.parametrize(
    ("wrong", "marks"),
    [("公开12条，，办理3件。", "，，"), ("公开12条；。", "；。"), ("公开。，办理。", "。，")],
)
def test_marks_that_stand_beside_one_another(wrong, marks):
    assert quotes(wrong, "punctuation-doubled") == [("punctuation-doubled", marks)]


@pytest.mark.parametrize(
    "right", ["做到“尽公开。”、“早公开”。", "电话：，邮编：100000。", "怎么办？！", "𠮷县：12:30。"]
)
def test_marks_that_may_stand_beside_one_another(right):
    assert quotes(right, "punctuation-doubled") == []


def test_a_common_slip_is_found_by_the_pair_that_only_it_has():
    assert quotes("政府信公开，形政复议0件。") == [
        ("known-typo", "政府信公开"),
        ("known-typo", "形政复议"),
    ]
    assert quotes("政府信息开放，信息公开。", "known-typo") == []


def test_a_slip_is_told_with_the_right_word_and_the_reason():
    (finding,) = told("公众可登陆网站查询。", "known-typo")
    assert finding.quote == "登陆"
    assert "登录" in finding.message
    assert "登录" in finding.advice
    assert quotes("台风“海葵”登陆前发布预警。公众登录网站。", "known-typo") == []
    assert quotes("既使群众满意，又使企业受益。", "known-typo") == []
    assert quotes("既使时间紧张，也按期办结。", "known-typo") == [("known-typo", "既使")]


def test_slips_that_overlap_are_told_as_one():
    assert quotes("政务信息开质效提升。", "known-typo") == [("known-typo", "政务信息开")]
    assert quotes("建立明细帐目台帐。", "known-typo") == [
        ("known-typo", "明细帐"),
        ("known-typo", "台帐"),
    ]


def test_half_a_character_hides_no_slip():
    document = gxcheck.parse_text(text(preamble=f"{PREAMBLE}公众𝄞可登陆网站查询。")).document
    broken = [
        replace(block, text=block.text.replace("𝄞", "\ud834")) if "𝄞" in block.text else block
        for block in document.paragraphs
    ]
    report = recognise(Document(tuple(broken)))
    assert [f.quote for f in gxcheck.check(report) if f.rule == "known-typo"] == ["登陆"]


def test_a_pack_adds_slips_of_its_own(tmp_path):
    pack = tmp_path / "ours.yml"
    pack.write_text(
        "pack: ours\nextends: gxcheck\nwords:\n  own_slips: {云领市: 云岭市}\n", "utf-8"
    )
    rules = gxcheck.load_rules(pack)
    report = text(preamble=PREAMBLE.replace("云岭市", "云领市"))
    (finding,) = [f for f in gxcheck.check(report.encode(), rules=rules) if f.rule == "known-typo"]
    assert (finding.quote, finding.values["right"]) == ("云领市", "云岭市")


def test_a_slip_in_a_label_is_the_label_s_finding():
    altered = CLEAN.replace("上年结转政府信息公开", "上年转结政府信息公开")
    assert altered != CLEAN
    found = {finding.rule for finding in gxcheck.check(altered.encode())}
    assert "table-label" in found
    assert "known-typo" not in found


@pytest.mark.parametrize(
    "line",
    [
        "当前位置：首页 > 政务公开",
        "首页 >> 信息公开 >> 年报",
        "【打印本页】 【关闭窗口】",
        "打印 关闭",
        "字体：【大 中 小】",
        "分享到：",
        "上一篇：没有了",
        "浏览次数：128次",
        "扫一扫在手机打开当前页",
        "相关文档：",
        "版权所有：云岭市人民政府 京ICP备00000000号",
    ],
)
def test_lines_of_a_web_page_are_debris(line):
    assert quotes(line, "conversion-residue") == [("conversion-residue", line)]


def test_items_listed_twice():
    twice = "公开栏目涵盖机构职能、政策法规、工作动态、政策法规、公共服务等。"
    (found,) = told(twice, "repeated-word")
    assert (found.quote, found.location.start) == ("政策法规", twice.rindex("政策法规"))
    assert not told(twice.replace("工作动态、", "工作动态，还有"), "repeated-word")
    assert not told("职责、流程、职责、时限都已公开。", "repeated-word")


@pytest.mark.parametrize(
    "line", ["• 发布时间: 2024-01-13 18:33", "点击次数:1382  更新时间:2024-01-07  【打印】  【关闭"]
)
def test_lines_of_the_head_of_a_page_are_debris(line):
    report = text(title=f"{TITLE}\n{line}")
    (found,) = findings("conversion-residue", report)
    assert found.quote == line
    assert not findings("brackets-unbalanced", report)


def test_neighbouring_lines_of_a_page_are_one_finding():
    (finding,) = told("上一篇：没有了\n下一篇：没有了", "conversion-residue")
    assert len(finding.related) == 1


@pytest.mark.parametrize(
    "words",
    ["Error! Reference source not found.", "错误！未找到引用源。", "&nbsp;", "</span>", "_x000D_"],
)
def test_debris_within_a_text(words):
    assert quotes(f"全年公开{words}信息。", "conversion-residue") == [("conversion-residue", words)]


def test_numbers_of_a_lost_table_are_no_page_numbers():
    assert quotes("全年公开信息12条。\n7\n未发生行政复议。", "conversion-residue") == [
        ("conversion-residue", "7")
    ]
    assert quotes("现行有效件数\n7\n处理决定数量\n12", "conversion-residue") == []


HOSTILE = ["（", "“", "《〈", "的", "进行", "啊,", '"', "&#1;", "登陆，", "截止", "1 ", "李某、"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_texts_are_looked_at_to_their_end(piece):
    words = piece * 20_000
    body = Paragraph(words, Location(0, 0, len(words), line=1, column=1))
    report = Report.model_construct(edition=2021, year=2023, document=Document((body,)))
    rules = [rule for rule in shipped_rules().rules if rule.pack in PACKS]
    found = prepare(rules, 2021, shipped_rules().words).evaluate(report, "zh")
    assert "rule_error" not in {outcome.verdict for outcome in found.outcomes}
