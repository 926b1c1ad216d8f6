"""However runs are cut and findings overlap: each comment is at its words, no letter changes."""

from commented_files import AT, finding, letters, passages, review_of, words_by_rule
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import docx, p, r, t, tbl, tc

from gxcheck.output.docx import commented

PIECES = st.text("甲乙 <&>12，\u3000", min_size=1, max_size=6)
DRESSES = st.sampled_from(("", "<w:b/>", '<w:sz w:val="30"/>'))
WRAPS = st.sampled_from(("{}", "<w:hyperlink>{}</w:hyperlink>", '<w:ins w:author="a">{}</w:ins>'))
RUNS = st.builds(
    lambda text, dress, wrap: wrap.format(r(t(text), props=dress)), PIECES, DRESSES, WRAPS
)
PARAGRAPHS = st.lists(RUNS, min_size=1, max_size=4).map(lambda runs: p(*runs))


@settings(deadline=None, max_examples=60)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=3), st.lists(PARAGRAPHS, max_size=2), st.data())
def test_comments_stand_at_their_words(paragraphs, cells, draw):
    data = docx("题", *paragraphs, *([tbl([tc(*cells), "1"])] if cells else []))
    lines = [one for one in passages(data) if one.text]
    found, wanted = [], {}
    for number in range(draw.draw(st.integers(1, 6))):
        line = draw.draw(st.sampled_from(lines))
        start = draw.draw(st.integers(0, len(line.text) - 1))
        end = draw.draw(st.integers(start + 1, len(line.text)))
        quote = line.text[start:end].strip("\n")
        if quote:
            found.append(finding(line.place(start, end), f"rule-{number}"))
            wanted[f"rule-{number}"] = quote.replace("\n", "")
    review = review_of(data, *found)
    new = commented(data, review, at=AT)
    words = words_by_rule(new)
    assert {rule: words[rule] for rule in wanted} == wanted
    assert letters(new) == letters(data)
    assert [one.text for one in passages(new)] == [one.text for one in passages(data)]
    assert commented(new, review_of(new, *found), at=AT) == new
