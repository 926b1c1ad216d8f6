"""Counts: how many are told, and how many are named."""

import pytest
from told import report


@pytest.mark.parametrize(
    ("text", "told", "found", "open_"),
    [
        ("要点有第5、6、9条等3条。", 3, 3, False),
        ("要点有第三、七、十二项等4项。", 4, 3, False),
        ("存在以下三个问题：一是甲；二是乙；三是丙。", 3, 3, False),
        ("存在三方面问题。一是甲。二是乙。", 3, 2, False),
        ("抓好以下两项工作：\n（一）领导。一是甲；二是乙。\n（二）培训。", 2, 2, False),
        ("采取以下三项措施：（1）甲；（2）乙；（3）丙。", 3, 3, False),
        ("围绕“出生、上学、工作、结婚、退休”五阶段。", 5, 5, False),
        ("修订《指南》、《目录》、《办法》等2项制度。", 2, 3, True),
        ("涉及区教育局、区民政局、区财政局等5个部门。", 5, 3, True),
    ],
)
def test_told_and_named(text, told, found, open_):
    one = report(text).counts[0]
    assert (one.told, one.found, one.open) == (told, found, open_)


@pytest.mark.parametrize(
    "text",
    [
        "发布工程建设、国有土地使用权和矿业权出让两类公告。",
        "涉及区政府、教育、市民政局等2个部门。",
        "涉及区教育局、区民政局、区财政局等10余家单位。",
        "存在以下几个问题：一是甲；二是乙。",
        "存在以下两三个问题：一是甲；二是乙；三是丙；四是丁。",
        "开设“公示公告”“政策解读”三四个栏目。",
        "两方面问题：一是甲；另一方面是乙。",
        "第二方面：一是甲；二是乙；三是丙。",
        "公开“一网通办、最多跑一次”3个平台信息。",
        "对照第1-5、7条等6条。",
    ],
)
def test_nothing_to_count(text):
    assert report(text).counts == ()
