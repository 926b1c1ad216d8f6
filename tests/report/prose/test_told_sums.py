"""Totals and their parts: which belong together, and which must add up."""

import pytest
from told import report

from gxcheck.report.model import Report


def sums(text: str) -> list[tuple[object, str, bool]]:
    return [(one.total.value, one.terms, one.exhaustive) for one in report(text).sums]


@pytest.mark.parametrize(
    ("text", "total", "terms"),
    [
        ("公开信息120条，其中政策类50条，业务类70条。", 120, "50 + 70"),
        ("公开信息120条，其中：政策类50条；业务类70条。", 120, "50 + 70"),
        ("公开信息120条。其中，政策类50条、业务类70条。", 120, "50 + 70"),
        ("公开信息120条（其中政策类50条、业务类70条），制作图解3个。", 120, "50 + 70"),
        ("公开信息120条（政策类50条、业务类70条）。", 120, "50 + 70"),
        ("公开信息120条：政策类50条、业务类70条。", 120, "50 + 70"),
        ("政策类50条，业务类70条，共计120条。", 120, "50 + 70"),
        ("收到申请120件（含结转5件），其中网络80件，信函40件。", 120, "80 + 40"),
        ("收到申请120件，同比增长20%，其中网络80件，信函40件。", 120, "80 + 40"),
        ("收到申请12件，其中网络、信函分别为8、4件。", 12, "8 + 4"),
        ("公开120条，其中十个街道公开50条，部门公开70条。", 120, "50 + 70"),
        ("公开120条，其中政策类50条，占41.7%，业务类70条，占58.3%。", 120, "50 + 70"),
        ("收到4宗，其中维持2宗、纠错1宗，1宗尚在审理。", 4, "2 + 1 + 1"),
        ("收到申请42件，办结40件，其中网络30件，信函12件。", 42, "30 + 12"),
        ("配备专职1名、兼职3名，共4人。", 4, "1 + 3"),
        ("网站公开100条，微信公开20条，两个渠道合计120条。", 120, "100 + 20"),
        ("4件申请均已按时答复：公开3件，部分公开2件。", 4, "3 + 2"),
        ("围绕公告、公示等事项，公开信息120条，其中政策类50条，业务类60条。", 120, "50 + 60"),
        ("公开信息1200条，其中网站1000条，微信203条。", 1200, "1000 + 203"),
        ("信息共900条，其中：\n政策类400条，含规划；\n业务类500条，含指南。", 900, "400 + 500"),
    ],
)
def test_parts_and_their_total(text, total, terms):
    assert sums(text)[0] == (total, terms, True)


@pytest.mark.parametrize(
    "text",
    [
        "公告、公示等信息120条，其中政策类50条，业务类60条。",
        "公开信息120条，其中政策类50条、业务类60条等。",
        "围绕公告、公示等事项，公开信息120条，其中公告50条，公示60条。",
        "公开信息1200条，其中网站1190条，微信13条。",
        "公开信息120条，其中包括政策类50条、业务类60条。",
        "公开信息120条，其中政策类50条。",
        "公开信息120条，其中政策类50条，业务类60条，其余为动态信息。",
        "公开信息120余条，其中政策类50条，业务类60条。",
        "公开信息120条，其中网站100条，微信60条。",
        "公开信息6800条，其中市级1200条，县级80条。",
        "公开信息120条，其中政策类60条，业务类50条，视频10件。",
        "公开信息120条，其中政策类60条，业务类50条；动态类10条。",
        "共有20人，其中专职15人，兼职5人，本科以上18人。",
    ],
)
def test_what_must_not_add_up(text):
    assert [exhaustive for _, _, exhaustive in sums(text)] == [False]


def test_a_rise_and_a_fall_are_no_parts_of_one_total():
    assert sums("公开信息120条，其中政策类增加50条，业务类减少70条。") == []
    assert sums("公开信息120条，其中政策类减少50条，业务类减少70条。") == [(120, "50 + 70", True)]


def test_a_list_ends_where_something_else_begins():
    assert sums("建成专区12个，其中市级1个，县级11个，设置公开栏30个。") == [(12, "1 + 11", True)]


def test_a_new_total_begins_its_own_list():
    text = "复议3件，其中维持2件，纠正1件；诉讼5件，其中维持4件，纠正1件。"
    assert [total for total, _, _ in sums(text)] == [3, 5]


def test_a_sum_stands_where_it_is_told():
    (one,) = report("公开工作。全年公开信息120条，其中政策类50条，业务类60条。").sums
    assert one.text == "全年公开信息120条,其中政策类50条,业务类60条"
    assert (one.location.start, one.gap) == (5, 10)


def test_largest_part_and_most_that_the_total_can_be():
    (one,) = report("收到7件，公开信息120条，其中规范性文件150条。").sums
    assert (one.largest, one.ceiling, one.exhaustive) == (150, 120, False)


def test_parts_with_their_shares_in_paragraphs_of_their_own():
    told = report("共公开100条。\n1.政策类60条，占总量的60%。\n2.业务类40条，占总量的40%。")
    assert [one.terms for one in told.sums] == ["60 + 40"]
    assert [(one.part.value, one.whole.value) for one in told.shares] == [(60, 100), (40, 100)]


def test_statements_survive_json():
    told = report(
        "受理1.2万件，其中网络0.8万件，占66.7%，信函0.4万件。公开120条，比上年的110条增长9.1%。\n"
        "存在以下两个问题：一是甲；二是乙。"
    )
    again = Report.model_validate_json(told.model_dump_json())
    for name in ("sums", "shares", "growths", "counts"):
        assert len(getattr(told, name)) == 1
        assert getattr(again, name) == getattr(told, name)
