"""The page in a real browser: upload, see, download, and what goes wrong."""

from pathlib import Path

import pytest
from selenium.webdriver.support.ui import WebDriverWait

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture
def page(browser, served):
    browser.set_window_size(1400, 1000)
    browser.get(served)
    return browser


def upload(page, *paths):
    page.find_element("id", "files").send_keys("\n".join(map(str, paths)))
    WebDriverWait(page, 30).until(lambda _: len(finished(page)) == len(paths))
    return finished(page)


def finished(page):
    rows = page.find_elements("css selector", ".result")
    return [row for row in rows if row.get_attribute("data-review") or "failed" in classes(row)]


def classes(element):
    return element.get_attribute("class").split()


def fetched(page, address):
    """What the browser itself gets from an address: its status and its first letters."""
    return page.execute_async_script(
        "const [address, done] = arguments;"
        "fetch(address).then(async (answer) =>"
        " done([answer.status, (await answer.text()).slice(0, 2)]));",
        address,
    )


def test_reports_are_uploaded_checked_and_shown_in_place(page):
    sound, faulty = EXAMPLES / "sound.txt", EXAMPLES / "faulty.txt"
    rows = upload(page, faulty, sound)
    assert {row.find_element("css selector", ".name").text for row in rows} == {
        "sound.txt",
        "faulty.txt",
    }
    (row,) = [row for row in rows if "faulty" in row.text]
    assert "failed" not in classes(row), row.text
    assert int(row.find_element("css selector", "[data-level=error]").text) > 5
    row.find_element("css selector", ".look").click()
    page.switch_to.frame(page.find_element("css selector", "iframe"))
    WebDriverWait(page, 10).until(lambda _: page.find_elements("css selector", ".card"))
    page.find_element("css selector", ".card").click()
    assert page.find_elements("css selector", ".card.lit")
    page.switch_to.default_content()
    assert page.get_log("browser") == []


def test_every_download_of_a_row_is_there(page):
    (row,) = upload(page, EXAMPLES / "faulty.txt")
    links = [a for a in row.find_elements("css selector", ".actions a") if a.is_displayed()]
    starts = [fetched(page, link.get_attribute("href")) for link in links]
    assert [status for status, _ in starts] == [200] * 4
    assert sorted(start for _, start in starts) == ["<!", "<!", "PK", "{\n"]


def test_a_file_that_cannot_be_read_says_so_in_its_row(page, tmp_path):
    junk = tmp_path / "坏文件.docx"
    junk.write_bytes(b"\x00\x01\x02\xff\xfe" * 300)
    rows = upload(page, junk, EXAMPLES / "sound.txt")
    (failed,) = [row for row in rows if "failed" in classes(row)]
    assert "坏文件.docx" in failed.text
    assert failed.find_element("css selector", ".state").text


def test_a_file_that_is_too_large_is_not_even_sent(page, tmp_path):
    large = tmp_path / "large.txt"
    large.write_bytes(b"a" * 1_200_000)
    (row,) = upload(page, large)
    assert "failed" in classes(row)
    assert "1 MB" in row.find_element("css selector", ".state").text


def test_a_row_can_be_taken_away_and_its_review_is_gone(page):
    (row,) = upload(page, EXAMPLES / "sound.txt")
    address = row.find_element("css selector", ".look").get_attribute("href")
    row.find_element("css selector", ".forget").click()
    assert page.find_elements("css selector", ".result") == []
    WebDriverWait(page, 10).until(lambda _: fetched(page, address)[0] == 404)


def test_a_hostile_name_is_only_text(page, tmp_path):
    hostile = tmp_path / "<img src=x onerror=alert(1)>.txt"
    hostile.write_bytes((EXAMPLES / "sound.txt").read_bytes())
    (row,) = upload(page, hostile)
    assert row.find_element("css selector", ".name").text == hostile.name
    assert page.find_elements("css selector", "#results img") == []


@pytest.mark.parametrize("width", [1400, 390])
def test_the_page_fits_its_window(page, width):
    page.set_window_size(width, 900)
    upload(page, EXAMPLES / "faulty.txt")
    assert page.execute_script("return document.body.scrollWidth <= window.innerWidth")


def test_on_a_phone_nothing_lies_over_the_title(page):
    page.set_window_size(500, 900)
    page.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": False},
    )
    try:
        title, language = (
            page.find_element("css selector", f"header {one}").rect for one in ("h1", ".lang")
        )
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert language["y"] >= title["y"] + title["height"]


def test_a_look_at_one_of_many_brings_its_review_into_view(page, tmp_path):
    paths = [tmp_path / f"{number}.txt" for number in range(9)]
    for path in paths:
        path.write_bytes((EXAMPLES / "sound.txt").read_bytes())
    rows = upload(page, *paths)
    rows[0].find_element("css selector", ".look").click()
    top = page.execute_script("return document.querySelector('iframe').getBoundingClientRect().top")
    assert 0 <= top < 900
