"""The exact trial against a plain model: try every value that open cells could have."""

import itertools
from operator import eq, ge, gt, le, lt, ne

from hypothesis import given, settings
from hypothesis import strategies as st

from gxcheck.report.figures import Figure
from gxcheck.rules.language.intervals import (
    UNKNOWN,
    Maybe,
    all_of,
    any_of,
    compare,
    negated,
    open_cell,
)
from gxcheck.rules.language.nodes import (
    Arithmetic,
    Compare,
    Constant,
    FigureAt,
    Logic,
    Negative,
    Not,
    Sum,
)
from gxcheck.rules.language.trial import Trial

PYTHON = {"==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
FIGURES = 4
BLANK = Figure(state="blank")


def figure(value):
    return BLANK if value is None else Figure(value, str(value), "number")


def leaf(index):
    return FigureAt(index, f"f{index}", f"f{index}")


leaves = st.integers(0, FIGURES - 1).map(leaf) | st.integers(-2, 4).map(Constant)
numbers = st.recursive(
    leaves,
    lambda inner: (
        st.builds(Arithmetic, st.sampled_from("+-"), inner, inner)
        | st.builds(Negative, inner)
        | st.lists(inner, min_size=1, max_size=3).map(lambda terms: Sum(tuple(terms)))
    ),
    max_leaves=5,
)
comparisons = st.builds(Compare, st.sampled_from(sorted(PYTHON)), numbers, numbers)
conditions = st.recursive(
    comparisons,
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(
            Logic,
            st.sampled_from(("and", "or")),
            st.lists(inner, min_size=1, max_size=3).map(tuple),
        )
    ),
    max_leaves=3,
)
cells = st.lists(st.none() | st.integers(0, 4), min_size=FIGURES, max_size=FIGURES)


def plain(node, values):
    """What Python makes of a node."""
    match node:
        case FigureAt(place):
            return values[place]
        case Constant(value):
            return value
        case Arithmetic(op, left, right):
            one, other = plain(left, values), plain(right, values)
            return one + other if op == "+" else one - other
        case Negative(term):
            return -plain(term, values)
        case Sum(terms):
            return sum(plain(term, values) for term in terms)
        case Compare(op, left, right):
            return PYTHON[op](plain(left, values), plain(right, values))
        case Not(term):
            return not plain(term, values)
        case Logic(op, terms):
            parts = [plain(term, values) for term in terms]
            return all(parts) if op == "and" else any(parts)


def worlds(values, most=26):
    """All rows of numbers that the cells may stand for, up to more than the others add up to."""
    choices = [range(most) if value is None else (value,) for value in values]
    return itertools.product(*choices)


def left_out(node, values):
    """Whether the rule of a total left out speaks: a blank cell alone against a known number."""
    match node:
        case Compare("==", left, right):
            return any(_alone(one, other, values) for one, other in ((left, right), (right, left)))
        case Not(term):
            return left_out(term, values)
        case Logic(_, terms):
            return any(left_out(term, values) for term in terms)
    return False


def _alone(one, other, values):
    """Whether a blank cell is compared with what is the same whatever stands in the others."""
    if not isinstance(one, FigureAt) or values[one.place] is not None:
        return False
    return len({plain(other, world) for world in worlds(values, 2)}) == 1  # all terms are linear


def truth_of(node, values):
    return Trial(None, [figure(value) for value in values]).truth(node)


@settings(max_examples=400, deadline=None)
@given(comparisons, cells)
def test_a_comparison_is_exact(node, values):
    if values.count(None) > 2 or left_out(node, values):
        return
    truth = truth_of(node, values)
    results = {plain(node, world) for world in worlds(values)}
    zeros = plain(node, [value or 0 for value in values])
    if isinstance(truth, bool):
        assert results == {truth}
        return
    assert truth.zero == zeros
    if _unit_factors(node, values):
        assert truth.may == (True in results)
        assert truth.must == (False not in results)
    assert truth.may >= (True in results)
    assert truth.must <= (False not in results)


def _unit_factors(node, values):
    """Whether every open cell comes once: then the bounds are not only safe but exact."""
    names = [part for part in _leaves(node) if values[part] is None]
    return len(names) == len(set(names))


def _leaves(node):
    match node:
        case FigureAt(place):
            return [place]
        case Compare(_, left, right) | Arithmetic(_, left, right):
            return _leaves(left) + _leaves(right)
        case Negative(term) | Not(term):
            return _leaves(term)
        case Sum(terms) | Logic(_, terms):
            return [place for term in terms for place in _leaves(term)]
    return []


@settings(max_examples=400, deadline=None)
@given(conditions, cells)
def test_a_condition_is_never_wrong(node, values):
    if values.count(None) > 2 or left_out(node, values):
        return
    truth = truth_of(node, values)
    results = {plain(node, world) for world in worlds(values, 8)}
    if isinstance(truth, bool):
        assert results == {truth}
        return
    assert truth.zero == plain(node, [value or 0 for value in values])
    if not truth.may:
        assert results == {False}
    if truth.must:
        assert results == {True}


def test_a_cell_on_both_sides_cancels():
    cell = open_cell("a", signed=False)
    assert compare("==", cell + 1, cell + 1) is True
    assert compare("<", cell + 1, cell) is False


def test_a_signed_cell_may_be_anything():
    signed = open_cell("change", signed=True)
    assert compare(">=", signed, 0) == Maybe(True, False, True)
    assert compare(">=", open_cell("count", signed=False), 0) == Maybe(True, True, True)
    assert compare("==", signed + 5, 0) == Maybe(True, False, False)


def test_what_is_not_known_decides_nothing_and_hinders_nothing():
    unknown = compare("==", UNKNOWN, 1)
    assert unknown == Maybe(True, False, None)
    assert all_of([False, unknown]) is False
    assert any_of([True, unknown]) is True
    assert negated(unknown) == Maybe(True, False, None)
    assert all_of([]) is True
    assert any_of([]) is False


def test_products_with_two_unknowns_are_unknown():
    values = [None, None, 3, 4]
    product = Arithmetic("*", leaf(0), leaf(1))
    assert truth_of(Compare("==", product, Constant(0)), values) == Maybe()
    twice = Compare("==", Arithmetic("*", leaf(0), Constant(2)), leaf(3))
    assert truth_of(twice, values) == Maybe(True, False, False)
