"""Telephone numbers: possible ones, their way of writing, area codes, mobile numbers."""

import subprocess
import sys
from pathlib import Path

import pytest
from front_reports import findings, text_with, told

RULES = [
    "contact-phone-missing",
    "contact-phone-invalid",
    "contact-phone-format",
    "contact-area-code",
    "contact-mobile",
]


@pytest.mark.parametrize(
    "phone",
    [
        "0571-85255100",
        "（0571）85255100",
        "0571-85255100转8012",
        "0571-85255100-8012",
        "0571-85255100、85255101",
        "0571-85255100/01",
        "0571-85255100（兼传真）",
        "+86-571-85255100",
        "12345",
        "0571-12345",
        "400-812-3456",
        "0634-6113006",
        "0531-76113006",
        "0852-4225537",
        "0851-27225537",
        "024-53225537",
    ],
)
def test_right_numbers(phone):
    assert told(RULES, phone=phone) == []


@pytest.mark.parametrize(
    ("phone", "rule"),
    [
        ("0571-8525510", "contact-phone-invalid"),
        ("0571-852551001", "contact-phone-invalid"),
        ("057-85255100", "contact-phone-invalid"),
        ("0999-85255100", "contact-phone-invalid"),
        ("571-85255100", "contact-phone-invalid"),
        ("8525510", "contact-phone-invalid"),
        ("0851-2255378", "contact-phone-invalid"),
        ("（0851）2255378", "contact-phone-invalid"),
        ("０８５１－２２５５３７８", "contact-phone-invalid"),
        ("0634-61130061", "contact-phone-invalid"),
        ("0571-05255100", "contact-phone-invalid"),
        ("0571.85255100", "contact-phone-format"),
        ("0571/85255100", "contact-phone-format"),
        ("0571·85255100", "contact-phone-format"),
        ("0571—85255100", "contact-phone-format"),
        ("0571 85255100", "contact-phone-format"),
        ("0571--85255100", "contact-phone-format"),
        ("057185255100", "contact-phone-format"),
        ("85255100", "contact-area-code"),
        ("13805710000", "contact-mobile"),
        ("138-0571-0000", "contact-mobile"),
    ],
)
def test_wrong_numbers(phone, rule):
    assert told(RULES, phone=phone) == [(rule, phone)]


def test_only_the_mobile_number_of_two():
    assert told(RULES, phone="0571-85255100、13805710000") == [("contact-mobile", "13805710000")]


@pytest.mark.parametrize(
    ("organ", "address", "phone", "rules"),
    [
        ("咸宁市教育局", "咸安区青龙路1号", "8126500", ["contact-area-code"]),
        ("咸宁市教育局", "咸安区青龙路1号", "81265001", ["contact-phone-invalid"]),
        ("教育局", "青龙路1号", "8126500", ["contact-area-code"]),
        ("教育局", "青龙路1号", "81265001", ["contact-area-code"]),
        ("教育局", "青龙路1号", "812650", ["contact-phone-invalid"]),
    ],
)
def test_length_without_area_code(organ, address, phone, rules):
    found = told(RULES, organ=organ, address=address, phone=phone)
    assert [rule for rule, _ in found] == rules


def test_message_names_the_lengths():
    (found,) = findings(RULES, text_with(phone="0571-8525510"))
    assert found.message == "电话号码“0571-8525510”为7位（不含区号），当地应为8位"
    (found,) = findings(RULES, text_with(phone="85255100"))
    assert "0571-85255100" in found.message


def test_numbers_of_years_before_they_grew_longer():
    text = text_with(phone="0871-3125537")
    assert findings(RULES, text)
    assert findings(RULES, text.replace("2022", "2010").replace("2023", "2011")) == []


def test_the_slow_library_is_not_loaded_for_a_right_number():
    program = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parents[1])!r});"
        "from front_reports import told; assert told(['contact-phone-invalid']) == [];"
        "assert 'phonenumbers' not in sys.modules and 'email_validator' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
