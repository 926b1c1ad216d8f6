"""Places, area codes and postcodes, against the shipped places.json.

The area codes and postcodes are those that the places' own offices print.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gxcheck import places
from gxcheck.places import Place, area_code_agrees, area_codes, find, postcode_agrees

SHIPPED = Path(__file__).parents[1] / "rules" / "places.json"


def place(text: str) -> Place:
    """The innermost place that a text names; its namesakes must have been ruled out."""
    last = max(find(text), key=lambda match: match.end)
    assert len(last.places) == 1, last
    return last.places[0]


def named(text: str, *, short: bool = False) -> list[str]:
    return [match.text for match in find(text, short=short)]


def codes(text: str, *, short: bool = False) -> list[list[str]]:
    return [[p.code for p in match.places] for match in find(text, short=short)]


# One line a place: where, its area code, its postcode. All 31 provinces, each more than once
# where they are many.
TRUE_CASES = [
    ("北京市", "010", "100000"),
    ("北京市海淀区", "010", "100089"),
    ("北京市延庆区", "010", "102100"),
    ("天津市", "022", "300000"),
    ("天津市蓟州区", "022", "301900"),
    ("河北省石家庄市", "0311", "050000"),
    ("唐山市", "0315", "063000"),
    ("秦皇岛市", "0335", "066000"),
    ("廊坊市三河市", "0316", "065200"),
    ("太原市", "0351", "030000"),
    ("朔州市", "0349", "036000"),
    ("吕梁市离石区", "0358", "033000"),
    ("呼和浩特市", "0471", "010010"),
    ("呼伦贝尔市阿荣旗", "0470", "162750"),
    ("兴安盟乌兰浩特市", "0482", "137400"),
    ("阿拉善盟", "0483", "750306"),
    ("沈阳市", "024", "110000"),
    ("大连市", "0411", "116000"),
    ("铁岭市", "024", "112000"),
    ("长春市", "0431", "130000"),
    ("延边朝鲜族自治州延吉市", "0433", "133000"),
    ("哈尔滨市", "0451", "150000"),
    ("大兴安岭地区", "0457", "165000"),
    ("上海市", "021", "200003"),
    ("上海市浦东新区", "021", "200135"),
    ("南京市", "025", "210000"),
    ("淮安市", "0517", "223001"),
    ("苏州市昆山市", "0512", "215300"),
    ("杭州市", "0571", "310000"),
    ("宁波市鄞州区", "0574", "315066"),
    ("湖州市安吉县", "0572", "313300"),
    ("丽水市景宁畲族自治县", "0578", "323500"),
    ("舟山市嵊泗县", "0580", "202450"),
    ("合肥市", "0551", "230000"),
    ("合肥市巢湖市", "0551", "238000"),
    ("亳州市", "0558", "236800"),
    ("福州市", "0591", "350000"),
    ("厦门市", "0592", "361000"),
    ("宁德市", "0593", "352100"),
    ("南昌市", "0791", "330000"),
    ("鹰潭市", "0701", "335000"),
    ("济南市莱芜区", "0531", "271100"),
    ("青岛市", "0532", "266000"),
    ("威海市", "0631", "264200"),
    ("郑州市", "0371", "450000"),
    ("开封市", "0371", "475000"),
    ("济源市", "0391", "459000"),
    ("武汉市", "027", "430000"),
    ("咸宁市", "0715", "437000"),
    ("襄阳市", "0710", "441000"),
    ("仙桃市", "0728", "433000"),
    ("恩施州", "0718", "445000"),
    ("长沙市", "0731", "410000"),
    ("株洲市", "0731", "412000"),
    ("湘西州", "0743", "416000"),
    ("广州市", "020", "510000"),
    ("深圳市", "0755", "518000"),
    ("佛山市顺德区", "0757", "528300"),
    ("南宁市", "0771", "530000"),
    ("来宾市", "0772", "546100"),
    ("海口市", "0898", "570000"),
    ("三亚市", "0898", "572000"),
    ("儋州市", "0898", "571700"),
    ("琼海市", "0898", "571400"),
    ("重庆市", "023", "400000"),
    ("重庆市万州区", "023", "404100"),
    ("成都市", "028", "610000"),
    ("成都市简阳市", "028", "641400"),
    ("眉山市", "028", "620010"),
    ("凉山彝族自治州西昌市", "0834", "615000"),
    ("贵阳市", "0851", "550000"),
    ("遵义市", "0851", "563000"),
    ("黔东南州", "0855", "556000"),
    ("昆明市", "0871", "650000"),
    ("西双版纳傣族自治州", "0691", "666100"),
    ("拉萨市", "0891", "850000"),
    ("那曲市", "0896", "852000"),
    ("西安市", "029", "710000"),
    ("咸阳市", "029", "712000"),
    ("榆林市", "0912", "719000"),
    ("兰州市", "0931", "730000"),
    ("嘉峪关市", "0937", "735100"),
    ("西宁市", "0971", "810000"),
    ("海西蒙古族藏族自治州格尔木市", "0979", "816000"),
    ("银川市", "0951", "750000"),
    ("中卫市", "0955", "755000"),
    ("乌鲁木齐市", "0991", "830000"),
    ("伊犁哈萨克自治州奎屯市", "0992", "833200"),
    ("石河子市", "0993", "832000"),
    ("喀什地区", "0998", "844000"),
]


@pytest.mark.parametrize(("where", "area_code", "postcode"), TRUE_CASES)
def test_true_cases_agree(where: str, area_code: str, postcode: str) -> None:
    known = place(where)
    assert area_code in area_codes(known)
    assert area_code_agrees(area_code, known) is True
    assert postcode_agrees(postcode, known) is True


def test_true_cases_are_of_every_province() -> None:
    assert len({place(where).province for where, _, _ in TRUE_CASES}) == 31


@pytest.mark.parametrize(
    ("where", "area_code"),
    [
        ("山东省莱芜市", "0634"),
        ("山东省莱芜市", "0531"),
        ("济南市莱芜区", "0634"),
        ("济南市", "0634"),
        ("安徽省芜湖市无为市", "0565"),
        ("马鞍山市和县", "0565"),
        ("合肥市庐江县", "0565"),
        ("成都市简阳市", "0832"),
        ("资阳市", "0832"),
        ("淮南市寿县", "0564"),
        ("铜陵市枞阳县", "0556"),
        ("开封市", "0378"),
        ("铁岭市", "0410"),
        ("抚顺市", "0413"),
        ("遵义市", "0852"),
        ("安顺市", "0853"),
        ("湘潭市", "0732"),
        ("株洲市", "0733"),
        ("长春市公主岭市", "0434"),
        ("亳州市", "0567"),
        ("四川省", "0830"),
        ("海西蒙古族藏族自治州", "0977"),
        ("塔城地区乌苏市", "0992"),
    ],
)
def test_codes_before_a_merger_or_a_change_agree(where: str, area_code: str) -> None:
    assert area_code_agrees(area_code, place(where)) is True


@pytest.mark.parametrize(
    ("where", "area_code"),
    [
        ("宁波市鄞州区", "0571"),
        ("宁波市", "0575"),
        ("北京市", "022"),
        ("咸宁市", "0716"),
        ("浙江省", "021"),
        ("厦门市", "0591"),
        ("拉萨市", "0971"),
        ("海口市", "0771"),
        ("淮安市", "0571"),
        ("襄樊市", "0711"),
        ("仙桃市", "025"),
    ],
)
def test_codes_of_elsewhere_disagree(where: str, area_code: str) -> None:
    assert area_code_agrees(area_code, place(where)) is False


@pytest.mark.parametrize(
    ("where", "area_code"),
    [
        ("宁波市", "0500"),  # no such area code: not this question
        ("宁波市", "574"),
        ("宁波市", ""),
        ("铁门关市", "0996"),  # no source knows its code
        ("胡杨河市", "0992"),
        ("仙桃市", "0716"),  # a county beside Jingzhou, under no prefecture
        ("荆州市", "0728"),  # a code of counties under no prefecture alone
        ("台湾省", "0574"),
        ("香港特别行政区", "0755"),
    ],
)
def test_area_codes_that_cannot_be_judged(where: str, area_code: str) -> None:
    assert area_code_agrees(area_code, place(where)) is None


@pytest.mark.parametrize(
    ("where", "postcode"),
    [
        ("宁波市鄞州区", "310000"),
        ("宁波市", "100000"),
        ("咸宁市", "473000"),
        ("北京市", "200000"),
        ("四川省", "710000"),
        ("拉萨市", "810000"),
        ("襄樊市", "430000"),
        ("石河子市", "730000"),
        ("洛阳市", "771000"),  # no province's
    ],
)
def test_postcodes_of_elsewhere_disagree(where: str, postcode: str) -> None:
    assert postcode_agrees(postcode, place(where)) is False


@pytest.mark.parametrize(
    ("where", "postcode"),
    [
        ("宁波市", "31500"),  # not six digits: not this question
        ("宁波市", "3150OO"),
        ("宁波市", "999077"),  # of Hong Kong
        ("宁波市", "319000"),  # a zone of the province that no source has
        ("仙桃市", "434000"),  # a county under no prefecture: its province's other zones
        ("铁门关市", "841000"),
        ("台湾省", "350000"),
        ("澳门特别行政区", "519000"),
    ],
)
def test_postcodes_that_cannot_be_judged(where: str, postcode: str) -> None:
    assert postcode_agrees(postcode, place(where)) is None


@pytest.mark.parametrize(
    ("where", "postcode"),
    [
        ("山东省莱芜市", "271100"),
        ("济南市", "271100"),
        ("安徽省", "238000"),
        ("淮南市寿县", "232200"),
        ("内蒙古自治区", "162650"),
        ("上海市南汇区", "201300"),
        ("襄樊市", "441021"),
        ("毕节地区", "551700"),
    ],
)
def test_postcodes_of_merged_or_renamed_places_agree(where: str, postcode: str) -> None:
    assert postcode_agrees(postcode, place(where)) is True


def test_a_county_without_its_own_area_code_has_its_prefectures() -> None:
    assert area_codes(place("宁波市余姚市")) == {"0574"}


def test_a_province_has_all_of_its_area_codes() -> None:
    assert area_codes(place("海南省")) == {"0898"}
    assert {"0571", "0580"} <= area_codes(place("浙江省"))


def test_area_codes_in_force_leave_the_retired_out() -> None:
    assert area_codes(place("铁岭市")) == {"024"}
    assert area_codes(place("济南市莱芜区")) == {"0531"}


def test_an_unknown_area_code_is_an_empty_set() -> None:
    assert area_codes(place("铁门关市")) == frozenset()


@pytest.mark.parametrize("text", ["010", "0574", "0993", "0732", "0852"])
def test_is_area_code(text: str) -> None:
    assert places.is_area_code(text)


@pytest.mark.parametrize("text", ["", "574", "0500", "400", "0800", "05740", "1380"])
def test_is_no_area_code(text: str) -> None:
    assert not places.is_area_code(text)


@pytest.mark.parametrize(
    ("area_code", "lengths"),
    [
        ("010", {8}),
        ("0574", {8}),
        ("0572", {7}),
        ("0715", {7}),
        ("0891", {7}),
        ("0754", {7, 8}),
        ("0851", {8}),
        ("0634", {7}),
        ("0500", None),
    ],
)
def test_landline_lengths(area_code: str, lengths: set[int] | None) -> None:
    assert places.landline_lengths(area_code) == lengths


def test_main_postcodes() -> None:
    assert places.postcodes(place("湖州市安吉县")) == {"313300"}
    assert places.postcodes(place("铁门关市")) == frozenset()


def test_a_place() -> None:
    assert place("宁波市鄞州区") == Place(
        code="330212",
        name="鄞州区",
        short="鄞州",
        level="county",
        province="330000",
        prefecture="330200",
        current="330212",
    )


def test_levels() -> None:
    assert [place(t).level for t in ("浙江省", "宁波市", "宁波市象山县")] == [
        "province",
        "prefecture",
        "county",
    ]
    assert place("仙桃市").prefecture is None
    assert place("北京市朝阳区").prefecture is None
    assert place("宁波市").prefecture == "330200"


def test_spans_and_order() -> None:
    text = "浙江省丽水市景宁畲族自治县"
    assert [(m.text, text[m.start : m.end]) for m in find(text)] == [
        ("景宁畲族自治县", "景宁畲族自治县"),
        ("浙江省", "浙江省"),
        ("丽水市", "丽水市"),
    ]


def test_a_county_is_resolved_by_the_prefecture_beside_it() -> None:
    assert codes("福州市鼓楼区") == [["350100"], ["350102"]]
    assert codes("江苏省南京市鼓楼区") == [["320000"], ["320100"], ["320106"]]
    assert codes("鼓楼区（徐州市）") == [["320302"], ["320300"]]
    assert codes("北京市朝阳区") == [["110000"], ["110105"]]


def test_a_county_is_resolved_by_the_province_where_it_has_one_of_that_name() -> None:
    assert codes("河南省鼓楼区")[1] == ["410204"]


def test_namesakes_stay_where_nothing_tells_them_apart() -> None:
    assert codes("鼓楼区人民政府") == [["320106", "320302", "350102", "410204"]]
    assert {"110105", "211300"} <= set(codes("朝阳", short=True)[0])


def test_a_namesake_elsewhere_stays_one() -> None:
    assert len(codes("宁波市鼓楼区")[1]) == 4


def test_former_names_are_found() -> None:
    assert place("襄樊市").current == place("襄阳市").code == "420600"
    assert place("北京市崇文区").code == "110103"
    assert place("济南市莱芜区").code == place("莱芜市莱城区").current


def test_everyday_names_of_autonomous_places() -> None:
    assert place("恩施州").name == "恩施土家族苗族自治州"
    assert place("湘西自治州").name == "湘西土家族苗族自治州"
    assert place("景宁县").name == "景宁畲族自治县"
    assert place("莫力达瓦旗").code == "150722"


def test_short_names_only_where_asked_for() -> None:
    assert named("宁波鄞州财政局") == []
    assert named("宁波鄞州财政局", short=True) == ["宁波", "鄞州"]
    assert codes("浙江宁波", short=True) == [["330000"], ["330200"]]


@pytest.mark.parametrize(
    "text",
    [
        "市中心",
        "海南街道",
        "全市中区县",
        "东方市场监督管理所",
        "形成县级平台",
        "主城区",
        "高新城区",
        "沿海城市",
        "相应城市管理部门",
        "振兴城市经济",
        "我局会同县财政局",
        "全州市级各部门"[:2],
        "乡村振兴区域中心",
        "合作市场",
        "云南山区",
        "矿区、林区、郊区"[3:5],
        "各市、县（市、区）人民政府",
        "政府信息公开工作年度报告",
        "",
    ],
)
def test_no_places_in_other_words(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("吉林市民政局", ["吉林市"]),
        ("晋城市城区人民政府", ["晋城市", "城区"]),
        ("济南市市中区统计局", ["济南市", "市中区"]),
        ("会同县人民政府", ["会同县"]),
        ("邮编：成县223号", ["成县"]),
        ("国家税务总局宁波市税务局", ["宁波市"]),
        ("地址：浙江省湖州市安吉县昌硕街道", ["浙江省", "湖州市", "安吉县"]),
    ],
)
def test_places_in_names_of_organs(text: str, names: list[str]) -> None:
    assert sorted(named(text)) == sorted(names)


def test_every_source_states_its_version_and_licence() -> None:
    header = json.loads(SHIPPED.read_text(encoding="utf-8"))["header"]
    for source in header["sources"]:
        assert all(source[key] for key in ("package", "version", "licence", "used_for"))


def test_every_prefecture_has_an_area_code_and_a_postal_zone() -> None:
    content = json.loads(SHIPPED.read_text(encoding="utf-8"))
    for row in content["places"]:
        code, name, *_ = row.split(" ")
        if code.endswith("00") and not code.endswith("0000"):
            (known,) = (p for m in find(name) for p in m.places if p.code == code)
            assert area_codes(known), name
            assert code in content["postal_zones"], name


def test_the_file_is_small() -> None:
    assert SHIPPED.stat().st_size < 400 * 1024


def test_landline_lengths_before_seven_digits_became_eight() -> None:
    assert places.landline_lengths("0871", 2011) == {7, 8}
    assert places.landline_lengths("0871", 2012) == {8}
    assert places.landline_lengths("0571", 2009) == {8}
    assert places.landline_lengths("0572", 2009) == {7}


def test_every_area_code_has_lengths() -> None:
    codes = places.gazetteer().known_codes
    assert [code for code in sorted(codes) if places.landline_lengths(code) is None] == []
