"""Words that are nobody's name: runs of the keyboard and words without a vowel. Said only after they were looked up like any other."""

import re

from domain.forenames import is_forename
from domain.name_runs import Names
from domain.particulars import Particulars

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_RUN = 4
# Of the hundred thousand names that were tried only these are runs of a keyboard.
_NAMES = frozenset({"wert", "trew"})
_MASHED = re.compile(r"([a-z]{3,5})\1+[a-z]{0,2}|([a-z])\2{3,}")
# W and Y are vowels in Welsh and in Polish: Mbwg and Krzyk are no nonsense. Of four letters without a vowel there are names: Smrz.
_NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvxz]{5,}")


def looks_like_no_name(names: Names) -> bool:
    """Two words or more, each of which is nonsense by itself: a single real part, an initial, or a letter of another script makes it a name."""
    return len(names) > 1 and all(map(_is_nonsense, names))


def names_nobody(asked: Particulars) -> bool:
    """Nothing was typed but such words, save a date: a number or a home would have been searched by whatever stands beside it."""
    by_itself = not (asked.case_no or asked.reference or asked.has_particular)
    return by_itself and looks_like_no_name(asked.name_tokens)


def _is_nonsense(token: str) -> bool:
    if token in _NAMES or is_forename(token):
        return False
    return _is_run(token) or _is_mashed(token) or _NO_VOWEL.fullmatch(token) is not None


def _is_run(token: str) -> bool:
    return len(token) >= _RUN and any(token in row or token[::-1] in row for row in _ROWS)


def _is_mashed(token: str) -> bool:
    """`asdasd`, `sdfsdfs`, `xxxx`: a piece of one row again and again, or one letter."""
    seen = _MASHED.fullmatch(token)
    return seen is not None and (seen[1] is None or any(seen[1] in row for row in _ROWS))
