"""Borders of tables that are drawn with other characters than pipes, taken for pipes.

Box drawing, full-width and doubled pipes, and the `+---+` of a ruled table become pipes in a text
of the same length, so that every character keeps its place.
"""

from __future__ import annotations

import re

from gxcheck.patterns import own_pattern

__all__ = ["BARS", "CORNERS", "UPRIGHT", "with_pipes"]

UPRIGHT = "│┃║｜┆┇┊┋︱¦"
CORNERS = "┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╟╫╢╭╮╯╰┠┨┯┷┝┥"
BARS = "─━═┄┅┈┉"
_DRAWN = own_pattern(rf"(?m)^[^\n{UPRIGHT}]*[{UPRIGHT}](?:[^\n{UPRIGHT}]*[{UPRIGHT}])+[^\n]*$")
_RULE = own_pattern(
    rf"(?m)^[ \t\u3000]*(?:[{CORNERS}][{BARS}{CORNERS} ]+[{CORNERS}]|\+(?:[-=]+\+)+)[ \t]*$"
)
_DOUBLED = own_pattern(r"[ \t]*\|\|(?!\|)[^|\n]*(?:\|\|(?!\|)[^|\n]*)+\|\|[ \t]*$")
_DOUBLED_PART = own_pattern(r"(?m)^[^|\n]*(?:\|\|(?!\|)[^|\n]*)+$")
_TO_PIPES = str.maketrans(dict.fromkeys(UPRIGHT, "|"))
_TO_BLANKS = str.maketrans(dict.fromkeys(CORNERS + "+", "|") | dict.fromkeys(BARS + "-=", " "))


def with_pipes(text: str) -> str:
    """`text` with pipes for all borders; the lines that rule off rows are blank rows then."""
    upright = any(mark in text for mark in UPRIGHT)
    if upright or ("+" in text and ("+--" in text or "+==" in text)):
        text = _RULE.sub(lambda found: found[0].translate(_TO_BLANKS), text)
    if upright:
        text = _DRAWN.sub(lambda found: found[0].translate(_TO_PIPES), text)
    if "|" in text and "||" in text and any(map(_DOUBLED.match, text.split("\n"))):
        text = _DOUBLED_PART.sub(_single, text)
    return text


def _single(found: re.Match[str]) -> str:
    return found[0].replace("||", " |")
