"""The review page: what stands on it, where its marks are, and that nothing hostile runs in it."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

import gxcheck
from gxcheck.output.html import review_page
from gxcheck.output.html.marking import Mark, stretches
from gxcheck.rules import load_rules

FAULTY = Path(__file__).parents[3] / "examples" / "reports" / "faulty.txt"
HOSTILE = """<script>alert(1)</script>局2024年政府信息公开工作年度报告
一、总体情况
本局\u202e<img src=x onerror=alert(1)>主动公开信息12条，“未完。
二、主动公开政府信息情况
无"""


@pytest.fixture(scope="module")
def review():
    return gxcheck.review(FAULTY)


@pytest.fixture(scope="module")
def page(review):
    return html.fromstring(review_page("年报.txt", review, "zh"))


def test_a_text_falls_into_stretches_by_its_marks():
    marks = [
        Mark(1, 4, 1, "info", True),
        Mark(3, 6, 2, "error", True),
        Mark(0, 6, 3, "info", False),
    ]
    found = [(s.text, s.level, s.own, s.numbers, s.ends) for s in stretches("甲乙丙丁戊己", marks)]
    assert found == [
        ("甲", "info", False, (3,), ()),
        ("乙丙", "info", True, (1, 3), ()),
        ("丁", "error", True, (1, 2, 3), (1,)),
        ("戊己", "error", True, (2, 3), (2,)),
    ]


def test_a_stretch_loses_its_soft_line_ends():
    assert [s.text for s in stretches("公开\n信息 of\nall", ())] == ["公开信息 of all"]


def test_every_finding_has_a_card_in_order_with_its_level_and_rule(review, page):
    cards = page.cssselect(".card")
    assert [card.get("id") for card in cards] == [
        f"finding-{number}" for number in range(1, len(review.findings) + 1)
    ]
    for card, finding in zip(cards, review.findings, strict=True):
        assert finding.level in card.get("class")
        assert finding.message in card.text_content()
        assert card.cssselect("code")[0].text == finding.rule


def test_every_finding_is_marked_at_its_own_words(review, page):
    for number, finding in enumerate(review.findings, 1):
        own = page.cssselect(f"[data-findings~='{number}'].own, .about[data-findings~='{number}']")
        assert own, finding.rule
        if finding.location.row is None and finding.location.end > finding.location.start:
            assert "".join(part.text for part in own) == "".join(finding.quote.split())


def test_every_link_of_the_page_leads_somewhere_on_it(page):
    targets = set(page.xpath("//@id"))
    links = [link.get("href") for link in page.cssselect("a")]
    assert links
    assert {link[1:] for link in links} <= targets
    assert len(targets) == len(page.xpath("//@id"))


def test_the_cells_of_a_broken_identity_bear_its_number(review, page):
    number = next(n for n, f in enumerate(review.findings, 1) if f.rule == "reviews-total")
    cells = page.cssselect(f"td[data-findings~='{number}']")
    assert [cell.text for cell in cells] == ["1", "0", "1", "0", "1"]


def test_the_page_shows_the_whole_report(review, page):
    paper = page.cssselect(".paper")[0]
    for reference in paper.cssselect(".ref"):
        reference.drop_tree()
    shown = re.sub(r"\s", "", paper.text_content())
    for paragraph in review.report.document.paragraphs:
        assert re.sub(r"\s", "", paragraph.text) in shown


def test_headings_are_known_by_the_report(page):
    assert [heading.text_content().strip()[:2] for heading in page.cssselect(".section")] == [
        "一、",
        "二、",
        "三、",
        "四、",
        "五、",
        "七、",
    ]


@pytest.mark.parametrize("titled", [True, False])
def test_no_level_of_heading_is_left_out(titled):
    text = FAULTY.read_text("utf-8")
    review = gxcheck.review((text if titled else text.partition("\n\n")[2]).encode())
    assert bool(review.report.title) is titled
    page = html.fromstring(review_page("年报.txt", review, "zh"))
    levels = [int(one.tag[1]) for one in page.cssselect("h1, h2, h3, h4, h5")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_hostile_is_markup_and_nothing_comes_from_outside(lang):
    review = gxcheck.review(HOSTILE.encode())
    text = review_page("<b>年报\u202e.txt", review, lang)
    page = html.fromstring(text)
    assert len(page.cssselect("script")) == 1
    assert not page.cssselect("img, b, iframe, object, link, form")
    assert "\u202e" not in text
    assert not re.search(r"(?:src|href)=\"(?!#)", text)
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]


def test_the_page_says_what_could_not_be_decided(review, page):
    undecided = [o for o in review.outcomes if o.verdict == "not_evaluated"]
    assert undecided
    told = page.cssselect("details dl")[0].text_content()
    assert undecided[0].reason in told
    assert load_rules().get(undecided[0].rule).title["zh"] in told


@pytest.mark.parametrize("width", [1400, 390])
def test_a_browser_runs_the_page_without_complaint_and_without_overflow(
    browser, review, tmp_path, width
):
    path = tmp_path / "review.html"
    path.write_text(review_page("年报.txt", review, "zh"), "utf-8")
    browser.set_window_size(width, 900)
    browser.get_log("browser")  # what another test's page complained of goes
    browser.get(path.as_uri())
    assert browser.get_log("browser") == []
    assert browser.execute_script("return document.body.scrollWidth <= window.innerWidth")


def test_a_finding_and_its_cells_are_lit_together(browser, review, tmp_path):
    path = tmp_path / "review.html"
    path.write_text(review_page("年报.txt", review, "zh"), "utf-8")
    browser.set_window_size(1400, 900)
    browser.get(path.as_uri())
    number = next(n for n, f in enumerate(review.findings, 1) if f.rule == "reviews-total")
    browser.execute_script(f"document.getElementById('finding-{number}').focus()")
    lit = browser.find_elements("css selector", "td.lit")
    assert len(lit) == 5
    browser.find_element("css selector", ".level.error").click()
    shown = [card for card in browser.find_elements("css selector", ".card") if card.is_displayed()]
    assert len(shown) == sum(finding.level != "error" for finding in review.findings)


def test_n_and_p_go_from_finding_to_finding(browser, review, tmp_path):
    path = tmp_path / "review.html"
    path.write_text(review_page("年报.txt", review, "zh"), "utf-8")
    browser.get(path.as_uri())

    def after(key):
        browser.switch_to.active_element.send_keys(key)
        return browser.switch_to.active_element.get_attribute("id")

    last = f"finding-{len(review.findings)}"
    assert [after(key) for key in "nnpp"] == ["finding-1", "finding-2", "finding-1", last]


@pytest.mark.parametrize("name", ["template-2021.docx", "huaian-2024.pdf"])
def test_a_review_of_any_format_shows_its_tables_and_marks(shared, name):
    review = gxcheck.review(shared / "reports" / name)
    page = html.fromstring(review_page(name, review, "zh"))
    assert len(page.cssselect(".paper table")) == len(review.report.document.tables)
    located = {n for n, f in enumerate(review.findings, 1) if f.location is not None}
    assert {int(mark.get("id")[6:]) for mark in page.cssselect(".ref")} == located


def test_spans_of_cells_are_those_of_the_report(shared):
    review = gxcheck.review(shared / "reports" / "template-2021.docx")
    page = html.fromstring(review_page("表.docx", review, "zh"))
    for table, shown in zip(review.report.document.tables, page.cssselect("table"), strict=True):
        cells = [cell for row in table.rows for cell in row]
        spans = [(int(td.get("rowspan", 1)), int(td.get("colspan", 1))) for td in shown.iter("td")]
        assert spans == [(cell.row_span, cell.column_span) for cell in cells]


def test_hundreds_of_findings_and_endless_words_leave_the_page_usable(browser, tmp_path):
    lines = "".join(f"第{number}项工作按XX部门要求开展。\n" for number in range(500))
    text = f"青禾县水务局2025年政府信息公开工作年度报告\n一、总体情况\n{lines}{'字' * 400_000}"
    review = gxcheck.review(text.encode())
    assert len(review.findings) >= 500
    path = tmp_path / "review.html"
    path.write_text(review_page("年报.txt", review, "zh"), "utf-8")
    browser.get(path.as_uri())
    assert browser.execute_script("return document.body.scrollWidth <= window.innerWidth")
    browser.switch_to.active_element.send_keys("p")
    last = browser.switch_to.active_element.get_attribute("id")
    assert last == f"finding-{len(review.findings)}"


def test_what_is_folded_away_is_printed_too(browser, review, tmp_path):
    path = tmp_path / "review.html"
    path.write_text(review_page("年报.txt", review, "zh"), "utf-8")
    browser.get(path.as_uri())
    assert not browser.find_element("css selector", "details dl").is_displayed()
    browser.execute_script("dispatchEvent(new Event('beforeprint'))")
    assert browser.find_element("css selector", "details dl").is_displayed()
