import pytest

from gxcheck.report.model import Report
from gxcheck.rules.language.binding import bind
from gxcheck.rules.language.expression import ExpressionError, names_in, parse
from gxcheck.rules.language.nodes import Compare, FigureAt, Logic, Sum
from gxcheck.rules.language.paths import UnknownPathError, follow
from gxcheck.rules.language.scopes import ItemScope, Line, LineScope, NotOnFormError, ReportScope


def bound(text, scope=None):
    return bind(parse(text), scope or ReportScope(2021))


COLUMN = LineScope(2021, Line("applications", "columns", "total"))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("().__class__", "no path"),
        ("open('x') == 1", "unknown function 'open'"),
        ("summ(refused) == 1", "did you mean 'sum'"),
        ("[x for x in y] == 1", "ListComp"),
        ("lambda: 1", "Lambda"),
        ("a if b else c", "IfExp"),
        ("f'{a}' == 'b'", "JoinedStr"),
        ("a / b == 1", "multiply the other side"),
        ("a is None", "present()"),
        ("a ** 99 == 1", "Pow"),
        ("(a := 1) == 1", "NamedExpr"),
        ("a == b'x'", "no b'x'"),
        ("a == 10000000000000000000000", "no 1000"),
        ("sum(a, b) == 1", "one argument"),
        ("a +", "no expression"),
        ("a\n) == (b", "no expression"),
        ("(" * 300 + "a" + ")" * 300, "no expression"),
        (" + ".join(["a"] * 200) + " == 1", "too large"),
        ("not " * 30 + "a", "too large"),
        ("'x' * 2001 == 1" + " " * 2000, "longer than"),
    ],
)
def test_only_the_language_is_let_through(text, why):
    with pytest.raises(ExpressionError) as error:
        parse(text)
    assert why in str(error.value)


def test_names_come_in_their_order_and_once():
    tree = parse("sum([a.b, c]) == c + d.e.f and present(g)")
    assert names_in(tree) == [("a", "b"), ("c",), ("d", "e", "f"), ("g",)]


@pytest.mark.parametrize(
    ("text", "scope", "why"),
    [
        ("reviews.totl == 1", None, "unknown name 'totl' in 'reviews.totl'; did you mean 'total'?"),
        ("recieved == 1", COLUMN, "unknown name 'recieved'; did you mean 'received'?"),
        ("refused.state_secrt == 1", COLUMN, "did you mean 'refused.state_secret'?"),
        ("refused == 1", COLUMN, "is a group of figures"),
        ("title == 'x'", None, "cannot compare part with text"),
        ("title.text == 1", None, "cannot compare text with number"),
        ("title.text < 'x'", None, "has no order"),
        ("title.text", None, "no condition"),
        ("1 + 1", None, "no condition"),
        ("not reviews.total", None, "no condition"),
        ("title.text + 1 == 2", None, "no number but text"),
        ("organ.kind == 'goverment'", None, "never 'goverment'; did you mean 'government'?"),
        ("organ.kind in ['department', 'goverment']", None, "never 'goverment'"),
        ("'overveiw' in sections.role", None, "did you mean 'overview'?"),
        ("any(sections.role == 'overveiw')", None, "did you mean 'overview'?"),
        ("organ.kind in []", None, "at least one"),
        ("year in [2020, 'x']", None, "not both"),
        ("year in title.text", None, "cannot look for number in text"),
        ("count(year) == 1", None, "no list and no text"),
        ("all(year)", None, "one comparison or a list"),
        ("any([])", None, "one comparison or a list"),
        ("all(claims.about != 'reviews.uphold')", None, "did you mean 'reviews.upheld'?"),
        ("present(refused)", COLUMN, "name one of its figures"),
        ("state == 'numbr'", ItemScope(2021, "figures"), "did you mean 'number'?"),
        ("text.normal == 'x'", ItemScope(2021, "paragraphs"), "unknown name 'normal'"),
        ("document.blocks == 1", None, "unknown name 'document'"),
        ("year.real == 1", None, "unknown name 'real'"),
        ("title.text.upper == 'X'", None, "unknown name 'upper'"),
    ],
)
def test_names_and_kinds_are_checked(text, scope, why):
    with pytest.raises(ExpressionError) as error:
        bound(text, scope)
    assert why in str(error.value)


def test_groups_unfold_to_what_the_form_has():
    older = LineScope(2019, Line("applications", "columns", "total"))
    names = [node.name for node in bound("sum(other) == 1", older).left.terms]
    assert names == ["other.undivided"]
    assert len(bound("sum(other) == 1", COLUMN).left.terms) == 3


def test_all_and_any_unfold_to_a_condition_for_each_figure():
    node = bound("all(annex.channels <= annex.disclosed)")
    assert isinstance(node, Logic)
    assert node.op == "and"
    assert [term.left.path for term in node.terms][:2] == [
        "annex.channels.gazette",
        "annex.channels.website",
    ]


def test_a_chain_is_the_comparisons_that_it_stands_for():
    node = bound("-1 <= reviews.total - reviews.upheld <= 1")
    assert isinstance(node, Logic)
    assert [type(term) for term in node.terms] == [Compare, Compare]


def test_a_figure_of_another_form_is_not_on_this_one():
    with pytest.raises(NotOnFormError):
        bound("proactive.procurement.items == 0")
    assert isinstance(bound("not present(proactive.procurement.items)").term.value, bool)
    assert isinstance(bound("proactive.procurement.items == 0", ReportScope(2019)).left, FigureAt)


def test_a_line_reaches_the_report_too():
    node = bound("received <= applications.received.total and edition == 2021", COLUMN)
    assert node.terms[0].left.path == "applications.received.total"
    assert node.terms[1].left.steps == ("edition",)


def test_numbers_with_a_point_are_exact():
    from decimal import Decimal

    assert bound("reviews.total == 0.1").right.value == Decimal("0.1")


def test_sums_hold_expressions_too():
    node = bound("sum([reviews.total * 2, 3]) == 1")
    assert isinstance(node.left, Sum)


def test_paths_follow_the_model():
    assert follow(Report, ["period", "start", "year"]).optional
    assert follow(Report, ["tables", "rows", "likeness"]).of.choices == (
        "official",
        "synonym",
        "similar",
    )
    with pytest.raises(UnknownPathError):
        follow(Report, ["model_fields"])
