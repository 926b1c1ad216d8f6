"""The title and the organ: that they are there, are right, and agree."""

import pytest
from texts import NEW, PREAMBLE, SIGNATURE, TITLE, all_findings, findings, old_text, text


def titled(title: str) -> str:
    return text(title=title)


def test_sound_reports_have_no_finding():
    assert all_findings(text()) == set()
    assert all_findings(old_text()) == set()


@pytest.mark.parametrize(
    "broken",
    [
        "云岭市司法局\n2023年政府信息公开工作年度报告",
        "云岭市司法局2023年政府信息\n公开工作年度报告",
        "2023年度云岭市司法局政府信息公开年度报告",
        "云岭市司法局2023年政府信息公开年报",
        "云岭市司法局2023年度政府信息公开工作年度报告",
        "云岭市司法局政府信息公开工作年度报告（2023年）",
    ],
)
def test_titles_that_are_right(broken):
    assert not findings("title-missing", titled(broken))
    assert not findings("title-form", titled(broken))
    assert not findings("title-year", titled(broken))


def test_no_title_is_told_where_the_text_begins():
    (found,) = findings("title-missing", text(title=""))
    assert found.place == "title"
    assert found.location.line == 1
    assert found.quote == ""


@pytest.mark.parametrize(
    ("title", "quote"),
    [
        ("云岭市司法局2023年政务公开工作报告", "政务公开工作报告"),
        ("云岭市司法局2023年政府信息公开工作报告", "政府信息公开工作报告"),
        ("云岭市司法局2023年政府信息公开工作总结", "政府信息公开工作总结"),
        ("云岭市司法局2023年政务公开工作年度报告", "政务公开工作年度报告"),
        ("云岭市司法局2023年政府信息公开工作\n情况报告", "政府信息公开工作情况报告"),
    ],
)
def test_titles_that_name_something_else(title, quote):
    (found,) = findings("title-form", titled(title))
    assert found.quote == quote
    assert found.place == "title"


def test_no_year_in_the_title():
    bare = TITLE.replace("2023年", "")
    (found,) = findings("title-form", titled(bare))
    assert "没有写明是哪一年" in found.message
    assert not findings("title-form", titled(bare + "（2023年度）"))
    assert not findings("title-form", titled(bare.replace("政府", "二〇二三年政府", 1)))


def test_another_year_in_the_title():
    (found,) = findings("title-year", titled(TITLE.replace("2023", "2022")))
    assert (found.values["year"], found.values["period"]) == (2022, 2023)
    assert len(found.related) == 1


@pytest.mark.parametrize("step", [-1, 1])
def test_of_two_years_one_at_least_is_told(step):
    """Whatever else the text says: title and period are never left to differ in silence."""
    other = str(2023 + step)
    for report in (
        titled(TITLE.replace("2023", other)),
        text(title=TITLE.replace("2023", other), signature=SIGNATURE.replace("2024", other)),
        titled(TITLE.replace("2023", other)).replace("2023年，", "今年，"),
        text(preamble=PREAMBLE.replace("2023年", f"{other}年")),
    ):
        assert findings("title-year", report) or findings("period-year", report)


def test_a_report_without_a_period_tells_its_year_all_the_same():
    bare = "2023年，我局认真落实《中华人民共和国政府信息公开条例》，现编制本报告。"
    assert not findings("title-year", text(preamble=bare))
    (found,) = findings("title-year", text(title=TITLE.replace("2023", "2022"), preamble=bare))
    assert (found.values["year"], found.values["period"]) == (2022, 2023)
    assert not found.related


def test_another_year_in_the_period_is_none_of_the_title():
    wrong = PREAMBLE.replace("2023年1月1日起至2023年12月31日", "2022年1月1日起至2022年12月31日")
    assert not findings("title-year", text(preamble=wrong))


def test_only_finding_of_what_is_no_report():
    notice = "关于做好防汛工作的通知\n\n各镇人民政府：\n\n请切实落实值班制度，及时报送信息。\n"
    assert all_findings(notice) == {"not-a-report"}


def test_two_reports_in_one_file():
    second = text(title=TITLE.replace("2023", "2022"))
    (found,) = findings("several-reports", text() + "\n" + second)
    assert "2022年" in found.quote
    assert not findings("several-reports", text())


def signed(organ: str) -> str:
    return text(signature=SIGNATURE.replace("云岭市司法局", organ))


@pytest.mark.parametrize("organ", ["云岭市司法局", "市司法局", "云岭市司法局办公室", "云岭司法局"])
def test_short_and_full_forms_are_one_organ(organ):
    assert not findings("issuer-name", signed(organ))


def test_the_odd_one_out_is_told():
    (found,) = findings("issuer-name", signed("云岭市教育局"))
    assert found.quote == "云岭市教育局"
    assert found.place == "signature"
    (found,) = findings("issuer-name", titled(TITLE.replace("司法", "教育")))
    assert found.place == "title"


def test_a_government_and_its_office_are_one_organ():
    county = {"title": TITLE.replace("云岭市司法局", "临江县"), "preamble": ""}
    for name in ("临江县人民政府", "临江县人民政府办公室", "临江县政府办"):
        assert not findings("issuer-name", text(NEW, signature=f"{name}\n2024年3月1日", **county))
    other = text(NEW, signature="云岭县人民政府\n2024年3月1日", **county)
    (found,) = findings("issuer-name", other)
    assert found.quote == "云岭县人民政府"
