"""E-mail addresses, postcodes and websites: their way of writing."""

import pytest
from front_reports import told


@pytest.mark.parametrize(
    "email", ["zwgk@example.gov.cn", "12345678@qq.com", "xx_gk-2@vip.163.com", "a.b+c@example.cn"]
)
def test_right_emails(email):
    assert told(["contact-email-format", "contact-email-missing"], email=email) == []


@pytest.mark.parametrize(
    "email",
    [
        "zwgkexample.gov.cn",
        "zwgk@@example.gov.cn",
        "zwgk@example",
        "zwgk@example..cn",
        "zwgk#example.gov.cn",
        "@example.gov.cn",
        "zwgk@example.gov",
        "zwgk@163.con",
        "zwgk@126.co",
    ],
)
def test_wrong_emails(email):
    assert told(["contact-email-format"], email=email) == [("contact-email-format", email)]


@pytest.mark.parametrize("postcode", ["310016", "３１００１６", "3 1 0 0 1 6"])
def test_right_postcodes(postcode):
    assert told(["contact-postcode-format", "contact-postcode-missing"], postcode=postcode) == []


@pytest.mark.parametrize("postcode", ["31001", "3100166"])
def test_wrong_postcodes(postcode):
    found = told(["contact-postcode-format"], postcode=postcode)
    assert found == [("contact-postcode-format", postcode)]


@pytest.mark.parametrize(
    "website",
    [
        "http://www.example.gov.cn",
        "https://www.example.gov.cn:8443/col/col12/index.html?id=1&t=2#/top",
        "www.example.gov.cn",
        "example.gov.cn",
        "http://192.168.1.1/zwgk",
        "http://杭州市.政务",
        "http://www.exam\u200bple.gov\u00ad.cn",
    ],
)
def test_right_websites(website):
    assert told(["website-format", "website-missing"], website=website) == []


@pytest.mark.parametrize(
    "website",
    [
        "http:/www.example.gov.cn",
        "http//www.example.gov.cn",
        "http:www.example.gov.cn",
        "http：//www.example.gov.cn",
        "http;//www.example.gov.cn",
        "htp://www.example.gov.cn",
        "www,example.gov.cn",
        "www.example,gov.cn",
        "http://www..example.gov.cn",
        "http://www.examplegovcn",
        "http://www. example.gov.cn",
        "http://wwwwuhu.gov.cn",
        "www.example.gvo.cn",
        "www.example.gov.com",
        "www。example.gov.cn",
    ],
)
def test_wrong_websites(website):
    assert told(["website-format"], website=website) == [("website-format", website)]
