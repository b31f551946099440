"""Reads the signs of a list (numbers as a sealed order has them, or letters) that an officer names before the first other word."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from domain.denials import plain

# Stands for a range that is none, or a sign beyond the list: it is on no list.
BEYOND = "?"
_NUMBER = r"\d+(?:\.\d+)*[a-z]?"
_COUNTED = r"\s+(?:(?:missed|abusive|more|other|separate|different|or \d+)\s+)*(?:texts?|messages?|calls?|e ?mails?|voice ?mails?|letters?|notes?|times|days|hours|minutes|weeks|people|men|women)\b"
_JOINING = r"[\s,.&#+/;()]|(?:and|conditions?|numbers?|nos?|letters?|paragraphs?|paras?|clauses?|terms?)(?!\w)"
# Signs that are words by themselves: "a text to her" and "I was told" name nothing.
_WORDS_TOO = frozenset({"a", "i"})
_ENDS = re.compile(r"\)?\s*(?:$|[\n,.:;)\u2013\u2014-])")
_HOSPITAL = re.compile(r"\s*a\s*(?:&|\+|and)\s*e\s+\w")


def normal(sign: str) -> str:
    """A sign as it is compared: `(a)`, `A.` and `a` are the same."""
    return plain(sign).strip(" ().")


def leading_signs(typed: str, known: Sequence[str], goes_on: Sequence[str] = ()) -> tuple[list[str], int]:
    """The signs in their sequence, ranges filled in, and where in the text they end.

    `known` are the list's own, made `normal`; a number that is none of them comes out as it is. `goes_on` are words that may follow a sign
    which is a word too: `c, i contact`.
    """
    said = plain(typed)
    if _HOSPITAL.match(said):
        return [], 0
    pattern, found, end = _pattern(tuple(known)), [], 0
    while piece := pattern.match(said, end):
        found.append(piece)
        end = piece.end()
    last = max((place for place, piece in enumerate(found) if piece["first"]), default=-1)
    if last >= 0 and found[last]["first"] in _WORDS_TOO and not found[last]["last"] and not _stands(found, last, said, goes_on):
        found = found[:last]
    return [sign for piece in found for sign in _filled(piece, known)], found[-1].end() if found else 0


@cache
def _pattern(known: tuple[str, ...]) -> re.Pattern[str]:
    one = "|".join([*map(re.escape, sorted(known, key=len, reverse=True)), _NUMBER])
    after = r"(?![\w'])"
    alone = rf"{after}(?![-.:/][^\W_])(?!\s*mail)(?!{_COUNTED})"
    span = rf"\)?\s*(?:-|\u2013|\u2014|(?:to|through)(?!\w))\s*\(?(?P<last>{one}){after}"
    return re.compile(rf"{_JOINING}|(?P<first>{one})(?:{span}|{alone})")


def _stands(found: Sequence[re.Match[str]], last: int, said: str, goes_on: Sequence[str]) -> bool:
    """Whether a sign that is a word too is meant as a sign: nothing follows it, or it ends a list and words of manner follow."""
    after = said[found[last].end() :]
    if _ENDS.match(after):
        return True
    return any(piece["first"] for piece in found[:last]) and after.split(maxsplit=1)[0].strip(",.;:") in goes_on


def _filled(piece: re.Match[str], known: Sequence[str]) -> Iterator[str]:
    first, last = piece["first"], piece["last"]
    if not first:
        return
    if not last:
        yield first
    elif first in known and last in known and known.index(first) <= known.index(last):
        yield from known[known.index(first) : known.index(last) + 1]
    else:
        yield from (first, last, BEYOND)
