"""Area code, postcode and place: only a sure disagreement is told, once."""

import pytest
from front_reports import ADDRESS, PHONE, POSTCODE, findings, text_with, told

RULE = ["contact-region"]


@pytest.mark.parametrize(
    ("address", "phone", "postcode", "quote"),
    [
        (ADDRESS, "0574-87001234", POSTCODE, "0574-87001234"),
        (ADDRESS, PHONE, "430000", "430000"),
        (ADDRESS, "0574-87001234", "315000", "0574-87001234"),
        ("宁波市鄞州区甬江大道1号", PHONE, POSTCODE, PHONE),
        ("城星路9号", "027-85255100", POSTCODE, "027-85255100"),
    ],
)
def test_disagreement(address, phone, postcode, quote):
    found = told(RULE, address=address, phone=phone, postcode=postcode)
    assert found == [("contact-region", quote)]


@pytest.mark.parametrize(
    ("organ", "address", "phone", "postcode"),
    [
        ("杭州市教育局", ADDRESS, PHONE, POSTCODE),
        ("杭州市教育局", "上城区城星路9号", PHONE, POSTCODE),
        ("杭州市教育局", "城星路9号", PHONE, POSTCODE),
        ("浙江省教育厅", "城星路9号", PHONE, POSTCODE),
        ("教育局", "城星路9号", PHONE, POSTCODE),
        ("杭州市教育局", "北京市东城区安定门东大街28号", "010-65001234", "100007"),
        ("鼓楼区教育局", "鼓楼区城星路9号", "025-83001234", "210008"),
    ],
)
def test_agreement(organ, address, phone, postcode):
    assert told(RULE, organ=organ, address=address, phone=phone, postcode=postcode) == []


def test_no_place_is_named():
    (found,) = findings(
        RULE, text_with(organ="教育局", address="城星路9号", phone=PHONE, postcode="430000")
    )
    assert found.message == "区号0571与邮政编码430000不属于同一地区"
    assert found.quote == "430000"
    assert len(found.related) == 1


def test_both_numbers_are_of_another_place():
    (found,) = findings(RULE, text_with(phone="0574-87001234", postcode="315000"))
    assert found.message == "区号0574和邮政编码315000都与所在地上城区不符"
