"""One organ throughout: which namings are another's, and which only sound so."""

import pytest
from texts import findings, text

BUREAU = "德清县水利局"
STREET = "德清县武康街道"
COUNTY = "德清县人民政府"


def odd(title, preamble, contact, signature):
    """The names that are told not to be the organ's, with the place that they stand in."""
    ask = f"如有疑问，请与{contact}联系（电话：0572-8062713）。"
    report = text(
        title=f"{title}2023年政府信息公开工作年度报告",
        preamble=f"现公布{preamble}2023年政府信息公开年度报告。{ask}",
        signature=f"{signature}\n2024年1月15日",
    )
    return [(finding.place, finding.quote) for finding in findings("issuer-name", report)]


@pytest.mark.parametrize(
    "signature",
    [
        "武康街道办事处",
        "德清县武康街道办事处",
        "德清县城建投资有限公司",
        "湖州市水务集团有限公司",
        COUNTY,
        "杭州市水利局",
        "湖州市水利局",
    ],
)
def test_a_bureau_does_not_sign_as(signature):
    assert odd(BUREAU, BUREAU, f"{BUREAU}办公室", signature) == [("signature", signature)]


@pytest.mark.parametrize("contact", ["武康街道办事处", "浙北水业有限公司", "杭州市水利局办公室"])
def test_nobody_asks_of_a_bureau(contact):
    assert odd(BUREAU, "县水利局", contact, BUREAU) == [("contact", contact)]


@pytest.mark.parametrize(
    "signature", [COUNTY, BUREAU, "阜溪街道办事处", "安吉县递铺街道办事处", "安吉县武康街道办事处"]
)
def test_a_street_does_not_sign_as(signature):
    assert odd(STREET, "武康街道", "街道党政办", signature) == [("signature", signature)]


@pytest.mark.parametrize(
    ("name", "signature"),
    [
        (BUREAU, "德清县水力局"),
        (BUREAU, "德清市水利局"),
        (BUREAU, "德清县水利厅"),
        ("德清县莫干山镇人民政府", "德清县莫干山乡人民政府"),
        (COUNTY, "德清县人明政府"),
    ],
)
def test_a_name_but_for_a_character_is_a_slip(name, signature):
    assert odd(name, name, f"{name}办公室", signature) == [("signature", signature)]


@pytest.mark.parametrize(
    ("name", "signature"),
    [("德清县武康街道", "德清县武康街办"), ("县水利局", "县水务局")],
)
def test_short_forms_may_differ_in_a_character(name, signature):
    assert odd(name, name, f"{name}办公室", signature) == []


@pytest.mark.parametrize(
    ("title", "signature"),
    [
        ("滇西应用技术大学", "河间市人民政府"),
        ("第六师芳草湖农场", "盐山县文化广电和旅游局"),
        ("海南海事局", "盐山县文化广电和旅游局"),
        ("海南海事局", "河间市人民政府"),
    ],
)
def test_nor_does_a_university_a_farm_or_another_bureau(title, signature):
    assert odd(title, title, f"{title}办公室", signature) == [("signature", signature)]


@pytest.mark.parametrize(
    ("title", "signature"),
    [
        ("临海海关", "台州海关"),
        ("云岭大学", "青松大学"),
        ("浙江海事局", "江苏海事局"),
        ("临海经济开发区管理委员会", "温岭高新技术产业园区管委会"),
    ],
)
def test_nor_do_two_of_a_kind_that_bear_names_of_their_own(title, signature):
    assert odd(title, title, f"{title}办公室", signature) == [("signature", signature)]
    full = f"中华人民共和国{title}"
    assert odd(title, full, f"{signature}办公室", title) == []


@pytest.mark.parametrize(
    ("title", "compiler", "wrong"),
    [
        (BUREAU, "安吉县统计局", True),
        (STREET, "安吉县统计局", True),
        (COUNTY, "安吉县人民政府办公室", True),
        (COUNTY, f"{COUNTY}办公室", False),
        (COUNTY, "德清县政务服务管理局", False),
        (STREET, "武康街道党政办公室", False),
        (BUREAU, "县水利局办公室", False),
        (BUREAU, "局办公室", False),
    ],
)
def test_who_compiled_it(title, compiler, wrong):
    report = text(
        title=f"{title}2023年政府信息公开工作年度报告",
        preamble=f"根据《条例》规定，由{compiler}编制本报告。",
        signature=f"{title}\n2024年1月15日",
    )
    quotes = [finding.quote for finding in findings("issuer-name", report)]
    assert quotes == [compiler] * wrong


def test_a_government_does_not_sign_as_a_street():
    found = odd(COUNTY, "德清县", "县政务办", "武康街道办事处")
    assert found == [("signature", "武康街道办事处")]


@pytest.mark.parametrize(
    ("title", "preamble", "contact", "signature"),
    [
        (STREET, "武康街道", f"{COUNTY}办公室", "德清县武康街道办事处"),
        (STREET, "武康街道", "德清县政务服务局", "德清县人民政府武康街道办事处"),
        ("德清县人民医院", "医院", "医院办公室", "德清县卫生健康局"),
        ("县实验小学", "小学", "学校办公室", "德清县教育局"),
        (COUNTY, "德清县", "德清县大数据发展管理局", f"{COUNTY}办公室"),
        (f"{COUNTY}办公室", "县府办", "县府办", COUNTY),
        ("德清县卫生健康局", "德清县", "县卫健局", "德清县卫生健康局"),
        ("德清县气象局", "气象局", "湖州市气象局办公室", "德清县气象局"),
        ("德清县供电局", "供电局", "供电局", "国网德清县供电公司"),
        ("国网德清县供电公司", "公司", "办公室", "国网浙江德清县供电有限公司"),
        ("西湖区环保局", "区环保局", "区环保局", "杭州市生态环境局西湖分局"),
        ("杭州市西湖区", "西湖区", "西湖区政府办", "杭州市西湖区人民政府"),
        ("莫干山高新区", "高新区", "高新区管委会办公室", "莫干山高新技术产业开发区管理委员会"),
        ("德清县综合行政执法局", "局", "县综合执法局", "德清县综合行政执法局（县城市管理局）"),
    ],
)
def test_names_that_may_be_one(title, preamble, contact, signature):
    assert odd(title, preamble, contact, signature) == []
