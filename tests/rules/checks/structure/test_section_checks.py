"""Which sections there are, their order, titles, numbers, and what the preamble says of them."""

import pytest
from texts import (
    NEW,
    OLD,
    PREAMBLE,
    all_findings,
    changed,
    findings,
    old_text,
    renamed,
    text,
    without,
)

LIST = (
    "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
    "政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项{}部分组成。"
)


def numbered(sections: dict[str, str]) -> dict[str, str]:
    """The sections numbered anew."""
    contents = sections.items()
    return {
        f"{number}、{heading.partition('、')[2]}": content
        for number, (heading, content) in zip("一二三四五六七八九", contents, strict=False)
    }


# --- there or not


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("总体", "overview"),
        ("二、", "proactive"),
        ("三、", "applications"),
        ("四、", "reviews"),
        ("问题", "problems"),
        ("其他", "other"),
    ],
)
def test_each_section_of_the_form_is_missed(word, role):
    lost = text(numbered(without(NEW, word)))
    (found,) = findings("section-missing", lost)
    assert found.place == role
    assert found.location is None
    assert not findings("section-numbering", lost)


def test_where_the_content_stands():
    told = changed(without(OLD, "复议"), "主动", "公开信息120条，没有发生行政复议。")
    (found,) = findings("section-missing", old_text(numbered(told)))
    assert "“二、主动公开政府信息的情况”" in found.message
    assert len(found.related) == 1


def test_what_is_to_be_mended_tells_no_missing_content():
    plans = "信息更新不够及时，下一步将公开收费的依据，规范收取和减免。"
    lost = changed(without(OLD, "收费"), "问题", plans)
    (found,) = findings("section-missing", old_text(numbered(lost)))
    assert not found.related, found.message


def test_a_section_of_no_known_title_in_its_place():
    other = renamed(NEW, **{"四、": "四、法治建设亮点"})
    (found,) = findings("section-missing", text(other))
    assert found.place == "reviews"
    assert found.quote == "四、法治建设亮点"
    assert not findings("section-extra", text(other))


def test_an_overview_is_practice_in_old_reports():
    bare = old_text(numbered(without(OLD, "概述")))
    assert not findings("section-missing", bare)
    (found,) = findings("overview-missing", bare)
    assert found.place == "overview"
    assert not findings("overview-missing", text(numbered(without(NEW, "总体"))))


@pytest.mark.parametrize("content", ["", "。", "——"])
@pytest.mark.parametrize("word", ["总体", "问题"])
def test_an_empty_section(word, content):
    empty = text(changed(NEW, word, content))
    (found,) = findings("section-empty", empty)
    assert word in found.quote
    told = all_findings(empty)
    assert told == {"section-empty"}, told


@pytest.mark.parametrize("content", ["无", "无。", "本年度无其他需要报告的事项。"])
def test_none_is_content(content):
    assert not findings("section-empty", text(changed(NEW, "其他", content)))
    assert not findings("other-matters-empty", text(changed(NEW, "其他", content)))


def test_an_empty_last_section_is_one_finding():
    empty = text(changed(NEW, "其他", ""), signature="")
    assert not findings("section-empty", empty)
    (found,) = findings("other-matters-empty", empty)
    assert found.quote == "六、其他需要报告的事项"
    old = old_text(changed(OLD, "其他", ""))
    assert findings("section-empty", old)


def test_a_lost_table_is_no_empty_section():
    for word in ("二、", "三、", "四、"):
        assert not findings("section-empty", text(changed(NEW, word, "")))


def test_a_heading_that_says_all():
    inline = renamed(OLD, 收费="四、收费情况：无。")
    inline["四、收费情况：无。"] = ""
    assert not findings("section-empty", old_text(inline))


# --- order, titles, additions


def test_swapped_sections_are_one_finding():
    order = list(NEW)
    order[1], order[2] = order[2], order[1]
    moved = {heading: NEW[heading] for heading in order}
    assert all_findings(text(moved)) == {"section-order"}
    assert all_findings(text(numbered(moved))) == {"section-order"}


def test_a_section_moved_to_the_end():
    moved = {**without(NEW, "二、"), "六、主动公开政府信息情况": NEW["二、主动公开政府信息情况"]}
    (found,) = findings("section-order", text(numbered(moved)))
    assert "主动公开" in found.quote
    assert found.related == ()


@pytest.mark.parametrize(
    ("joint", "other"),
    [
        ({"三、": "三、依申请公开和行政复议、行政诉讼情况"}, "五、"),
        ({"四、": "四、政府信息公开收费减免情况和行政复议、提起行政诉讼情况"}, "五、"),
    ],
)
def test_one_section_may_tell_two_contents_of_2008(joint, other):
    told = old_text(numbered(without(renamed(OLD, **joint), other)))
    for rule in ("section-missing", "section-order", "section-title"):
        assert not findings(rule, told)


def test_a_title_of_two_contents_stands_for_no_third_and_for_none_of_2021():
    told = old_text(numbered(without(OLD, "五、")))
    assert len(findings("section-missing", told)) == 1
    joint = numbered(
        without(renamed(NEW, **{"三、": "三、依申请公开和行政复议、行政诉讼情况"}), "四、")
    )
    assert findings("section-missing", text(joint))


def test_an_addition_does_not_disturb_the_order():
    added = {**NEW, "七、机构建设及组织保障情况": "专职1人。"}
    assert not findings("section-order", text(added))
    (found,) = findings("section-extra", text(added))
    assert "浙江省" in found.message


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("三、", "三、依申请公开情况", True),
        ("总体", "一、概述", True),
        ("五、", "五、政府信息公开工作存在的主要问题和改进情况", False),
        ("二、", "二、行政机关主动公开政府信息的情况。", False),
        ("四、", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", False),
    ],
)
def test_titles_are_compared_by_their_words(old, new, told):
    assert bool(findings("section-title", text(renamed(NEW, **{old: new})))) is told


def test_old_reports_may_use_other_words():
    other = renamed(OLD, 主动="二、政府信息主动公开工作情况", 收费="四、政府支出和收费")
    assert not findings("section-title", old_text(other))


def test_next_steps_beside_problems():
    split = {
        **changed(without(OLD, "其他"), "问题", "信息更新不够及时，解读形式单一。"),
        "七、下一步工作打算": "将加强督促检查，丰富解读形式。",
        "八、其他需要报告的事项": "无。",
    }
    (found,) = findings("section-split", old_text(split))
    assert found.quote == "七、下一步工作打算"
    assert len(found.related) == 1
    assert not findings("section-extra", old_text(split))
    assert all_findings(old_text(split)) == set()


# --- numbers


def test_sections_without_numbers_or_with_digits_are_right():
    plain = {heading.partition("、")[2]: content for heading, content in NEW.items()}
    digits = {f"{n}、{h.partition('、')[2]}": c for n, (h, c) in enumerate(NEW.items(), 1)}
    assert not findings("section-numbering", text(plain))
    assert not findings("section-numbering", text(digits))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("四、", "三、政府信息公开行政复议、行政诉讼情况", "序号“三”重复，这里应是“四”"),
        ("六、", "七、其他需要报告的事项", "从“五”跳到“七”，缺“六”"),
        ("六、", "6、其他需要报告的事项", "写法与前面的部分不一致"),
        ("六、", "其他需要报告的事项", "没有序号"),
    ],
)
def test_the_first_break_of_the_numbers(old, new, words):
    (found,) = findings("section-numbering", text(renamed(NEW, **{old: new})))
    assert words in found.message
    assert found.quote == new


def test_a_section_lost_with_its_number():
    lost = text(without(NEW, "四、"))
    assert {"section-missing", "section-numbering"} <= all_findings(lost)


def test_subheadings_like_the_sections():
    inner = "一、公开内容\n公开信息312条。\n二、依申请公开\n收到申请3件。\n三、平台\n新设栏目2个。"
    (found,) = findings("subheading-numbering", old_text(changed(OLD, "概述", inner)))
    assert found.quote == "一、公开内容"
    assert len(found.related) == 2


def test_usual_subheadings_are_no_rows_of_a_table():
    inner = "一、主动公开情况\n公开信息312条。\n二、依申请公开情况\n收到申请3件。"
    (found,) = findings("subheading-numbering", old_text(changed(OLD, "概述", inner)))
    assert found.quote == "一、主动公开情况"
    rows = "一、主动公开情况\n（一）主动公开政府信息数\n312\n三、依申请公开情况\n3"
    assert not findings("subheading-numbering", old_text(changed(OLD, "概述", rows)))


def test_a_section_numbered_wrongly_is_no_measure_of_its_subheadings():
    inner = "（一）主要问题。公开不够及时。\n（二）改进情况。下一步将加强督促。"
    report = text(changed(NEW, "五、", inner)).replace("五、存在", "5、存在")
    assert findings("section-numbering", report)
    assert not findings("subheading-numbering", report)


@pytest.mark.parametrize(
    "inner",
    [
        "（一）公开内容。公开信息312条。\n1.工作动态\n200条。\n2.通知公告\n112条。\n（二）公开形式。\n1.网站\n2.微信",
        "1.公开内容。公开信息312条。\n2.公开形式。通过网站公开。",
        "一是公开信息312条。\n二是更新栏目2个。\n一是清理文件2件。",
        "（一）公开内容。公开信息312条。\n这里（二）公开形式见附图。\n（三）公开时限。按时公开。",
        "存在问题：\n1.公开不够及时。\n改进措施：\n1.加强督促。",
        "存在问题如下\n1.公开不够及时。改进措施：\n1.加强督促。",
        "1.公开内容。公开信息312条。\n2.公开形式。网站。\n1.公开时限。按时公开。\n2.公开频次。每日。",
    ],
)
def test_subheadings_that_are_right(inner):
    assert not findings("subheading-numbering", text(changed(NEW, "二、", inner)))


@pytest.mark.parametrize(
    ("inner", "quote"),
    [
        (
            "（一）公开内容。共312条。\n（二）公开形式。网站。\n（二）公开时限。按时。",
            "（二）公开时限",
        ),
        ("（一）公开内容。共312条。\n（三）公开时限。按时公开。", "（三）公开时限"),
        ("（一）公开内容。共312条。\n（一）公开时限。按时公开。", "（一）公开时限"),
        ("（一）公开内容\n共公开312条。\n（一）公开时限\n按时公开。", "（一）公开时限"),
        ("1.公开内容\n（一）动态\n共200条。\n2.公开形式\n（一）网站\n发布信息。", "（一）动态"),
    ],
)
def test_subheadings_out_of_level_or_sequence(inner, quote):
    (found,) = findings("subheading-numbering", text(changed(NEW, "二、", inner)))
    assert found.quote == quote


# --- what the preamble says


@pytest.mark.parametrize(
    ("count", "told"),
    [
        ("六个", False),
        ("等六个", False),
        ("等六", False),
        ("七个", True),
        ("等五个", True),
    ],
)
def test_the_count_of_sections(count, told):
    declared = text(preamble=PREAMBLE + LIST.format(count))
    assert bool(findings("section-count", declared)) is told
    assert not findings("section-declared", declared)


def test_a_listed_attachment_may_have_been_counted():
    told = LIST.format("、附表七个")
    assert not findings("section-count", text(preamble=PREAMBLE + told))
    assert not findings("section-declared", text(preamble=PREAMBLE + told))


def test_sections_not_listed():
    short = LIST.format("六个").replace("存在的主要问题及改进情况、", "")
    (found,) = findings("section-declared", text(preamble=PREAMBLE + short))
    assert "五、存在的主要问题及改进情况" in found.message
    assert found.place == "preamble"


def test_a_listed_section_that_is_not_there():
    other = LIST.format("六个").replace("其他需要报告的事项", "政府信息公开收费情况")
    (found,) = findings("section-declared", text(preamble=PREAMBLE + other))
    assert "政府信息公开收费情况" in found.message
    assert "六、其他需要报告的事项" in found.message


def test_a_title_of_no_section_that_nothing_tells_of():
    other = LIST.format("六个").replace("总体情况", "队伍建设情况")
    (found,) = findings("section-declared", text(preamble=PREAMBLE + other))
    assert "队伍建设情况" in found.message
    assert "一、总体情况" in found.message


def test_a_title_whose_words_the_report_has_stands_for_some_part():
    other = LIST.format("六个").replace("总体情况", "公开范围情况")
    assert not findings("section-declared", text(preamble=PREAMBLE + other))


def test_parts_may_be_called_chapters():
    told = LIST.format("").removeprefix("本报告由").removesuffix("部分组成。")
    chapters = "报告共分{}章：" + told + "。"
    assert not findings("section-count", text(preamble=PREAMBLE + chapters.format("六")))
    assert findings("section-count", text(preamble=PREAMBLE + chapters.format("七")))


def test_a_list_with_an_open_end_may_leave_sections_out():
    short = LIST.format("等").replace("、其他需要报告的事项", "")
    assert not findings("section-declared", text(preamble=PREAMBLE + short))
    (found,) = findings("section-declared", text(preamble=PREAMBLE + short.replace("等", "")))
    assert "六、其他需要报告的事项" in found.message


def test_the_topics_of_the_overview_are_no_sections():
    told = "本报告包括主动公开、依申请公开、政府信息管理、平台建设、监督保障等方面。"
    assert not findings("section-declared", text(preamble=PREAMBLE + told))


def test_a_topic_may_bear_a_note():
    note = "监督保障（含《条例》第五十条第四项规定的“工作考核、社会评议和责任追究结果情况”）"
    told = f"全文包括主动公开、依申请公开、政府信息管理、平台建设、{note}等方面。"
    assert not findings("section-declared", text(preamble=PREAMBLE + told))


def test_the_section_that_lists_the_others_need_not_count_itself():
    others = LIST.replace("总体情况、", "")
    inside = changed(NEW, "总体", others.format("五个") + "全年公开信息12条。")
    assert not findings("section-count", text(inside))
    assert not findings("section-declared", text(inside))
    assert findings("section-count", text(preamble=PREAMBLE + others.format("五个")))
    wrong = changed(NEW, "总体", others.format("四个"))
    assert findings("section-count", text(wrong))


def test_the_count_speaks_before_the_list():
    short = LIST.format("五个").replace("存在的主要问题及改进情况、", "")
    declared = text(preamble=PREAMBLE + short)
    assert findings("section-count", declared)
    assert not findings("section-declared", declared)


def test_the_form_of_another_year():
    old = old_text().replace("2013", "2021").replace("2014", "2022")
    (found,) = findings("edition-mismatch", old)
    assert "2021" in found.message
    assert found.basis


@pytest.mark.parametrize("word", ["总体", "二、", "三、", "四、", "问题", "其他"])
@pytest.mark.parametrize("place", ["after", "end"])
def test_a_section_that_stands_twice(word, place):
    heading, content = next((h, c) for h, c in NEW.items() if word in h)
    whole = text(NEW)
    again = f"{heading}\n{content}\n"
    before = f"{heading}\n{content}\n" if place == "after" else "云岭市司法局\n2024"
    told = whole.replace(before, before + again if place == "after" else f"{again}\n{before}")
    found = findings("section-numbering", told)
    assert [f.quote for f in found] == [heading]
    assert found[0].location.offset == told.rindex(heading)
    for rule in ("subheading-numbering", "section-missing", "section-order", "section-extra"):
        assert not findings(rule, told)


def test_a_section_without_number_that_stands_twice():
    bare = {heading.partition("、")[2]: content for heading, content in NEW.items()}
    title = "政府信息公开行政复议、行政诉讼情况"
    assert not findings("section-numbering", text(bare))
    again = {**bare, title: f"{bare[title]}\n{title}\n{bare[title]}"}
    (found,) = findings("section-numbering", text(again))
    assert found.quote == title


def test_an_item_that_bears_the_number_of_a_section():
    wrong = text(changed(NEW, "总体", NEW["一、总体情况"].replace("（二）依", "二、依")))
    (found,) = findings("subheading-numbering", wrong)
    assert found.quote == "二、依申请公开"
    for rule in ("section-order", "section-extra", "section-numbering", "overview-topics"):
        assert not findings(rule, wrong)


def test_a_list_whose_first_number_is_wrong_is_no_section():
    topics = NEW["一、总体情况"].replace("（一）主动公开", "（二）强化组织领导")
    found = all_findings(
        text(changed(NEW, "总体", topics.replace("依申请公开。", "依申请公开情况。")))
    )
    assert {"section-order", "section-count", "section-numbering"}.isdisjoint(found)


def test_a_number_as_on_cheques_among_plain_ones():
    (found,) = findings("section-numbering", text(renamed(NEW, 其他="陆、其他需要报告的事项")))
    assert found.quote.startswith("陆、")
    assert not findings("section-numbering", text(formal(NEW)))


def formal(sections: dict[str, str]) -> dict[str, str]:
    """The sections with all numbers as on cheques."""
    numbers = str.maketrans("一二三四五六", "壹贰叁肆伍陆")
    return {heading[0].translate(numbers) + heading[1:]: c for heading, c in sections.items()}
