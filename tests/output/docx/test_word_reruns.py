"""Comments that are there already: others' stay as they are, ours are replaced."""

import re

from commented_files import (
    AT,
    W,
    anchored_words,
    commented_at,
    comments_of,
    find,
    finding,
    parts_of,
    review_of,
    root_of,
)
from word_files import WORD, docx, p, r, zipped

from gxcheck.output.docx import commented

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"


def comment(number: int, author: str, text: str, thread: str = "") -> str:
    told = f' w14:paraId="{thread}"' if thread else ""
    inner = f"<w:p{told}>{r(text)}</w:p>"
    return f'<w:comment w:id="{number}" w:author="{author}" w:initials="z">{inner}</w:comment>'


def commented_part(*comments: str) -> str:
    spaces = f'xmlns:w="{WORD}" xmlns:w14="{W14}"'
    return f'<?xml version="1.0"?>\n<w:comments {spaces}>{"".join(comments)}</w:comments>'


def marked(number: int, text: str) -> str:
    start, end = (f'<w:commentRange{one} w:id="{number}"/>' for one in ("Start", "End"))
    return f'{start}{r(text)}{end}{r(f"""<w:commentReference w:id="{number}"/>""")}'


OTHERS = comment(4, "张三", "请核实")
FILE = docx(
    p("收到", marked(4, "申请"), "三件"), "办结三件", parts={"comments": commented_part(OTHERS)}
)


def test_others_comments_stay_with_their_ids():
    new = commented_at(FILE, "三件", "申请三")
    assert comments_of(new)[4] == ["请核实"]
    assert OTHERS.encode() in parts_of(new)["word/comments.xml"]
    words = anchored_words(new)
    assert (words[4], words[5], words[6], words[7]) == ("申请", "收到申请三件", "三件", "申请三")


def test_the_same_review_again_gives_the_same_file():
    found = [finding(find(FILE, one), one) for one in ("申请三", "办结")]
    once = commented(FILE, review_of(FILE, *found), at=AT)
    assert commented(once, review_of(once, *found), at=AT) == once


def test_what_is_mended_leaves_no_comment():
    once = commented_at(FILE, "三件", "办结", "申请")
    again = commented(once, review_of(once, finding(find(once, "办结"), "left")), at=AT)
    assert sorted(comments_of(again)) == [4, 5, 6]
    assert anchored_words(again) == {4: "申请", 5: "收到申请三件", 6: "办结"}


def test_what_else_stands_in_the_run_of_our_mark_stays():
    once = commented_at(FILE, "办结")
    parts = parts_of(once)
    mark = b'<w:commentReference w:id="6"/>'
    xml = parts["word/document.xml"]
    parts["word/document.xml"] = xml.replace(mark, mark + "<w:t>后</w:t>".encode())
    changed = zipped(parts)
    again = commented(changed, review_of(changed), at=AT)
    assert "<w:t>后</w:t></w:r>" in parts_of(again)["word/document.xml"].decode()
    assert b'w:id="6"' not in parts_of(again)["word/document.xml"]


def threads(kind: str, *entries: str) -> str:
    space = {"w15": W15, "w16cid": CID, "w16cex": CEX}
    spaces = " ".join(f'xmlns:{key}="{uri}"' for key, uri in space.items())
    return f'<?xml version="1.0"?><w15:{kind} {spaces}>{"".join(entries)}</w15:{kind}>'


def threaded() -> bytes:
    """A file in which 张三 answered our comment, and 李四 wrote one that is resolved."""
    comments = commented_part(
        comment(0, "gxcheck", "旧的", "00000001"),
        comment(1, "张三", "已改", "00000002"),
        comment(2, "李四", "好", "00000003"),
    )
    extended = threads(
        "commentsEx",
        '<w15:commentEx w15:paraId="00000001" w15:done="0"/>',
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>',
        '<w15:commentEx w15:paraId="00000003" w15:done="1"/>',
    )
    ids = threads(
        "commentsIds",
        *(
            f'<w16cid:commentId w16cid:paraId="0000000{n}" w16cid:durableId="1000000{n}"/>'
            for n in (1, 2, 3)
        ),
    )
    extensible = threads(
        "commentsExtensible",
        *(f'<w16cex:commentExtensible w16cex:durableId="1000000{n}"/>' for n in (1, 2, 3)),
    )
    return docx(
        p(marked(0, "甲"), marked(1, "乙"), marked(2, "丙")),
        parts={
            "comments": comments,
            "commentsExtended": extended,
            "commentsIds": ids,
            "commentsExtensible": extensible,
        },
    )


def test_who_answers_whom_stays_in_step():
    data = threaded()
    new = commented_at(data, "丙")
    assert [lines for n, lines in sorted(comments_of(new).items()) if n < 3] == [["已改"], ["好"]]
    parts = {name.rpartition("/")[2]: xml.decode() for name, xml in parts_of(new).items()}
    for kind, left in (("Extended", 2), ("Ids", 2), ("Extensible", 2)):
        xml = parts[f"comments{kind}.xml"]
        assert "00000001" not in xml
        assert "10000001" not in xml
        assert len(re.findall("<w1[56][a-z]*:comment(?:Ex|Id|Extensible) ", xml)) == left
    assert '<w15:commentEx w15:paraId="00000002" w15:done="0"/>' in parts["commentsExtended.xml"]


def test_an_answer_to_a_finding_that_is_still_there_stays_its_answer():
    data = threaded()
    once = commented_at(data, "丙")
    ours = next(
        one for one in root_of(once, "word/comments.xml") if "rule-0" in "".join(one.itertext())
    )
    thread = [one.get(f"{{{W14}}}paraId") for one in ours.iter(f"{W}p")][-1]
    parts = parts_of(once)
    name = "word/commentsExtended.xml"
    answer = f'<w15:commentEx w15:paraId="0000000A" w15:paraIdParent="{thread}" w15:done="0"/>'
    entry = f'<w15:commentEx w15:paraId="{thread}" w15:done="1"/>{answer}</w15:commentsEx>'
    parts[name] = parts[name].replace(b"</w15:commentsEx>", entry.encode())
    answered = zipped(parts)
    assert parts_of(commented_at(answered, "丙"))[name] == parts[name]
    mended = commented(answered, review_of(answered), at=AT)
    assert thread.encode() not in parts_of(mended)[name]
    assert b'w15:paraId="0000000A" w15:done="0"/>' in parts_of(mended)[name]


def test_ids_in_the_text_that_no_comment_has_are_not_given_again():
    data = docx(p(marked(11, "申请"), "三件"))
    new = commented_at(data, "三件")
    assert anchored_words(new) == {11: "申请", 12: "申请三件", 13: "三件"}
