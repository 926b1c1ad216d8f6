"""Title, preamble, contact and dates in the words of many places: right ones and wrong ones."""

import pytest
from texts import NEW, PREAMBLE, TITLE, changed, findings, text

import gxcheck


def found(rule: str, report: str) -> bool:
    return bool(findings(rule, report))


# --- title and organ


@pytest.mark.parametrize(
    "title",
    [
        "2023年度云岭市司法局政府信息公开工作年度报告",
        "云岭市司法局2023年度\n政府信息公开工作年度报告",
        "云岭市司法局关于2023年度政府信息公开工作的年度报告",
        "云岭市司法局政府信息公开2023年度报告",
        "云岭市司法局二〇二三年政府信息公开工作年度报告",
        "云岭市司法局\n政府信息公开工作年度报告\n（2023年）",
        "关于云岭市司法局2023年政府信息公开工作年度报告的公示",
        "云岭市司法局关于报送2023年度政府信息公开工作年度报告的报告",
        "**云岭市司法局2023年政府信息公开工作年度报告**",
    ],
)
def test_titles(title):
    for rule in ("title-missing", "title-form", "title-year", "not-a-report", "several-reports"):
        assert not found(rule, text(title=title)), rule


@pytest.mark.parametrize(
    ("rule", "title"),
    [
        ("title-form", "云岭市司法局2023年政府信息公开工作总结"),
        ("title-form", "云岭市司法局关于2023年政府信息公开工作情况的报告"),
        ("title-year", "云岭市司法局2024年度政府信息公开工作年度报告"),
        ("title-year", "2021年云岭市司法局政府信息公开年度报告"),
        ("title-year", "云岭市司法局2203年政府信息公开工作年度报告"),
        ("title-missing", ""),
    ],
)
def test_wrong_titles(rule, title):
    assert found(rule, text(title=title))


@pytest.mark.parametrize(
    ("title", "organ", "contact", "signature", "wrong"),
    [
        (TITLE, "市司法局", "局办公室", "云岭市司法局办公室", False),
        (
            "西山区碧鸡街道2023年政府信息公开工作年度报告",
            "碧鸡街道办事处",
            "西山区碧鸡街道办事处综合办",
            "昆明市西山区人民政府碧鸡街道办事处",
            False,
        ),
        (
            "云岭市文化广电和旅游局2023年政府信息公开工作年度报告",
            "市文旅局",
            "云岭市文化广电和旅游局政策法规科",
            "云岭市文化广电和旅游局",
            False,
        ),
        (TITLE, "云岭市司法局", "云岭市民政局办公室", "云岭市司法局", True),
        (TITLE, "云岭市司法局", "云岭市司法局", "平川市司法局", True),
    ],
)
def test_organs(title, organ, contact, signature, wrong):
    ask = f"如有疑问，请与{contact}联系（电话：0755-82345678）。"
    preamble = f"现公布{organ}2023年政府信息公开年度报告。{ask}"
    report = text(title=title, preamble=preamble, signature=f"{signature}\n2024年1月15日")
    assert found("issuer-name", report) is wrong


# --- what the preamble rests on


@pytest.mark.parametrize(
    "preamble",
    [
        "依据新修订的《条例》第五十条规定，编制本报告。",
        "遵照《中华人民共和国政府信息公开条例》《江西省政府信息公开规定》，制作本年度报告。",
        "按照《中华人民共和国政府信息公开工作年度报告格式》编制本报告。",
        "根据《中华人民共和国政府信息公开条例》（国令第711号）编制本报告。",
    ],
)
def test_bases(preamble):
    for rule in ("basis-missing", "regulation-name", "regulation-number", "superseded-norm"):
        assert not found(rule, text(preamble=preamble)), rule


@pytest.mark.parametrize(
    ("rule", "preamble"),
    [
        ("basis-missing", "现将云岭市司法局2023年政府信息公开工作情况报告如下。"),
        ("regulation-name", "根据《中华人民共和国政府公开信息条例》编制本报告。"),
        ("regulation-name", "根据《政府信息公开条列》编制本报告。"),
        ("regulation-number", "根据国务院令第492号《中华人民共和国政府信息公开条例》编制本报告。"),
        ("superseded-norm", "按照国办公开办函[2019]60号文编制本报告。"),
    ],
)
def test_wrong_bases(rule, preamble):
    assert found(rule, text(preamble=preamble))


# --- contact and websites

PARTS = ("phone", "address", "postcode", "email")
FAULTS = ("phone-invalid", "phone-format", "area-code", "mobile", "postcode-format", "email-format")
CONTACT = (
    *(f"contact-{part}-missing" for part in PARTS),
    *(f"contact-{fault}" for fault in FAULTS),
    "contact-missing",
    "contact-placement",
    "placeholder",
)


@pytest.mark.parametrize(
    "contact",
    [
        "联系单位：云岭市司法局办公室；联系电话：0755-82345678；通讯地址：云岭市人民路1号；"
        "邮政编码：518000；E-mail：ylsf@163.com。",
        "如有疑问，请致电（0755）82345678，或发邮件至电子信箱ylsf@163.com，办公地址：云岭市人民路1号，"
        "邮政编码：518000。",
        "对本报告有意见建议的，请与我局联系。\n地址：云岭市人民路1号\n邮编：518000\n"
        "电话：0755-82345678转8012\n邮箱：ylsf@yunling.gov.cn",
    ],
)
def test_contacts(contact):
    for rule in CONTACT:
        assert not found(rule, text(preamble=PREAMBLE + contact)), rule


@pytest.mark.parametrize(
    ("rule", "contact"),
    [
        ("contact-missing", "欢迎社会各界监督。"),
        ("contact-phone-missing", "请与云岭市司法局联系（邮编：518000，传真：0755-82345679）。"),
        ("contact-phone-missing", "联系云岭市司法局办公室，电子邮箱：ylsf@163.com。"),
        ("contact-email-format", "电话0755-82345678，邮箱ylsf163.com。"),
        ("contact-address-missing", "请致电云岭市司法局：0755-82345678。"),
        ("contact-phone-invalid", "联系电话：0755-823456789，邮编：518000。"),
        ("contact-phone-format", "请与云岭市司法局联系（电话：0755_82345678）。"),
        ("contact-area-code", "请与云岭市司法局联系（电话：82345678，传真：82345679）。"),
        ("contact-mobile", "联系人：李强，手机：186 1234 5678，邮编：518000。"),
        ("contact-postcode-format", "请与云岭市司法局联系（邮编：51800，电话：0755-82345678）。"),
        ("contact-email-format", "联系电话：0755-82345678，邮箱：ylsf.163.com。"),
        ("contact-region", "地址：杭州市西湖区曙光路1号，电话：0512-82345678。"),
        ("placeholder", "请与XX局办公室联系（电话：XXXX-XXXXXXX）。"),
        ("placeholder", "联系电话：0755-********。"),
        ("placeholder", "联系电话：0755-8234****，邮编：518000。"),
        ("placeholder", "电话：＊＊＊＊＊＊＊＊，邮编：518000。"),
        ("placeholder", "地址：云岭市人民路1号，邮编：，联系电话：。"),
        ("placeholder", "联系电话：******，邮编：518000。"),
        ("placeholder", "联系电话********，邮编518000。"),
        ("placeholder", "联系电话：0755-____，邮编：518000。"),
        ("placeholder", "邮编******，电话0755-82345678。"),
        ("placeholder", "请与*****联系，电话0755-82345678。"),
        ("placeholder", "电子邮箱：****@163.com，电话：0755-82345678。"),
        ("placeholder", "发邮件至****@yunling.gov.cn。"),
        ("contact-phone-format", "联系电话：0755.82345678，邮编：518000。"),
        ("contact-phone-format", "联系电话：0755/82345678，邮编：518000。"),
        ("contact-phone-invalid", "联系电话：0755-12345678，邮编：518000。"),
        ("contact-email-format", "联系电话：0755-82345678，邮箱：云岭司法@163.com。"),
    ],
)
def test_wrong_contacts(rule, contact):
    assert found(rule, text(preamble=f"{PREAMBLE}如有疑问，{contact}"))


@pytest.mark.parametrize(
    "contact",
    [
        "电话：0755-____",
        "电话********",
        "电话：******",
        "电话：0755-8234****",
        "电话：0755-XXXXXXXX",
        "电话：8234××××",
        "电话：0755-82345***",
    ],
)
def test_a_masked_number_is_only_a_blank(contact):
    report = text(preamble=f"{PREAMBLE}如有疑问，请与云岭市司法局办公室联系（{contact}）。")
    rules = [finding.rule for finding in gxcheck.check(report.encode())]
    assert "placeholder" in rules
    assert not [rule for rule in rules if "phone" in rule or rule == "contact-area-code"]


@pytest.mark.parametrize(
    "contact",
    [
        "邮编：XXXXXX，联系电话：0755-82345678",
        "邮箱：ylsf#163.com，联系电话：0755-82345678",
        "\n地址：人民路1号\n邮政编码：××××××\n联系电话：0755-82345678",
    ],
)
def test_a_telephone_after_a_faulty_detail(contact):
    report = text(preamble=f"{PREAMBLE}如有疑问，请与云岭市司法局办公室联系。{contact}")
    assert not found("contact-phone-missing", report)


def test_bold_print_is_no_blank():
    report = text(preamble=f"{PREAMBLE}**联系**：****地址****：人民路1号，电话：0755-82345678。")
    assert not found("placeholder", report)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("公众可登录“中国云岭”网站（www.yunling.gov.cn）查阅本报告。", True),
        ("报告通过云岭市政务服务网公开栏目向社会公布。", True),
        ("本报告的电子文本可从本机关网站上获取。", True),
        ("本报告在“云岭发布”微信公众号同步发布。", True),
        ("如有疑问，请与云岭市司法局联系，邮箱：xxgk@yunling.gov.cn。", False),
        ("如对报告有疑问，请与云岭市人民政府网站管理中心联系（电话：0755-82345678）。", False),
    ],
)
def test_where_the_report_can_be_read(sentence, told):
    assert found("website-missing", text(preamble=PREAMBLE + sentence)) is not told


@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("https://www.yunling.gov.cn:8080/a.html?b=1", False),
        ("hppt://www.yunling.gov.cn", True),
        ("wwww.yunling.gov.cn", True),
        ("ww.yunling.gov.cn", True),
        ("http://http://www.yunling.gov.cn", True),
    ],
)
def test_addresses_of_websites(url, wrong):
    sentence = f"本报告电子版可在云岭市人民政府网站（{url}）查阅。"
    assert found("website-format", text(preamble=PREAMBLE + sentence)) is wrong


# --- period, date, leftovers of last year

OPENING = "根据《中华人民共和国政府信息公开条例》规定，编制本年度报告。"


@pytest.mark.parametrize(
    "period",
    [
        "涵盖2023年1月1日起至2023年12月31日止期间的情况。",
        "统计周期为2023年1月1日-2023年12月31日。",
        "统计数据截止2023年12月31日。",
        "数据统计期限为2023年1至12月。",
        "统计期限自2023年1月1日起至同年12月31日止。",
        "统计期限为1月1日至12月31日。",
        "统计期限自2023年元月1日起至2023年年末。",
    ],
)
def test_periods(period):
    for rule in ("period-missing", "period-reversed", "period-year", "period-partial"):
        assert not found(rule, text(preamble=OPENING + period)), rule


@pytest.mark.parametrize(
    ("rule", "period"),
    [
        ("period-missing", "所列数据均为全市数据。"),
        ("period-reversed", "统计期限自2023年12月31日至2023年1月1日。"),
        ("period-year", "统计期限自2022年1月1日至2023年12月31日。"),
        ("period-partial", "统计期限为2023年3月1日至2023年12月31日。"),
        ("date-invalid", "统计期限自2023年1月1日至2023年12月32日。"),
        ("date-invalid", "统计期限自2023年元月1日起至2023年11月31日止。"),
        ("period-year", "统计期限自2022年1月1日起至同年12月31日止。"),
        ("period-year", "统计期限为2022年度。"),
        ("period-year", "统计期限自2023年1月1日起至次年12月31日止。"),
        ("period-partial", "统计期限自2023年1月1日起至同年11月30日止。"),
    ],
)
def test_wrong_periods(rule, period):
    assert found(rule, text(preamble=OPENING + period))


@pytest.mark.parametrize(
    ("rule", "signature", "wrong"),
    [
        ("deadline", "云岭市司法局\n2024.1.20", False),
        ("deadline", "云岭市司法局\n二〇二四年二月五日", True),
        ("deadline", "云岭市司法局\n2023年1月20日", False),
        ("date-before-period-end", "云岭市司法局\n2024年1月2日", False),
        ("date-before-period-end", "云岭市司法局\n二○二三年一月十日", True),
        ("date-missing", "云岭市司法局（盖章）\n2024 年 1 月 15 日", False),
        ("date-missing", "云岭市司法局", True),
        ("date-missing", "云岭市司法局\n日期：2024年1月15日", False),
        ("date-missing", "云岭市司法局\n2024年1月", False),
        ("date-missing", "云岭市司法局\n2024年元月15日", False),
        ("placeholder", "云岭市司法局\n2024年1月  日", True),
        ("date-before-period-end", "云岭市司法局\n2023年12月", True),
        ("date-before-period-end", "云岭市司法局\n2024年1月", False),
        ("deadline", "云岭市司法局\n2024年1月", False),
        ("deadline", "云岭市司法局\n2024年2月", True),
        ("signature-missing", "云岭市司法局    2024年1月15日", False),
        ("signature-missing", "2024年1月15日", True),
    ],
)
def test_signatures(rule, signature, wrong):
    assert found(rule, text(signature=signature)) is wrong


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("2022年，市司法局深入贯彻新修订的条例。", True),
        ("截止2022年底，公开信息30条。", True),
        ("2022年，新修订的条例全面施行。", False),
        ("2022年12月底前完成了改版。", False),
        ("根据2022年度第三方评估结果，我局抓好整改。", False),
        ("2022年受理、2023年办结申请1件。", False),
    ],
)
def test_work_of_last_year(sentence, wrong):
    assert found("year-leftover", text(changed(NEW, "总体", sentence))) is wrong
