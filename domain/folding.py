"""Names and other words folded for comparing, and the parts of a name that are compared one by one."""

import re
import unicodedata

_FOLDED_OTHERWISE = str.maketrans({"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_APOSTROPHES = re.compile(r"['\u2018\u2019\u02bc\u0060\u00b4]")
LONGEST_TOKEN = 40
MOST_TOKENS = 8
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010-\u2015][^\W\d_]+)*")
_PARTS = re.compile(r"[^\W\d_]+")
_LEADERS = frozenset({"o", "mc", "mac"})
MAY_BE_FORENAMES = frozenset({"o", "mac"})


def fold(text: str) -> str:
    """Case, accents and apostrophes taken off; letters of every script stay."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_FOLDED_OTHERWISE)
    return _APOSTROPHES.sub("", "".join(sign for sign in folded if not unicodedata.combining(sign)))


def tokens(name: str) -> tuple[str, ...]:
    """The separate parts of a name in their order: `O'Brien-Mc Kay` is obrien, mckay."""
    parts = [part[:LONGEST_TOKEN] for part in _PARTS.findall(fold(name))]
    joined: list[str] = []
    for part in parts:
        if joined and joined[-1] in _LEADERS:
            joined[-1] += part
        else:
            joined.append(part)
    return tuple(joined[:MOST_TOKENS])


def typed_tokens(name: str) -> tuple[str, ...]:
    """The same of a name as it is typed: of two words, O and Mac may be the forename, as in O Jones and Mac Porter."""
    whole, parts = tokens(name), tuple(_PARTS.findall(fold(name)))
    return parts if len(whole) == 1 and len(parts) == 2 and parts[0] in MAY_BE_FORENAMES else whole


def forms(name: str | None) -> tuple[str, ...]:
    """What a held name is found by: its parts, then each hyphenated part written as one word."""
    if not name:
        return ()
    joined = (_PARTS.findall(word) for word in _WORD.findall(fold(name)) if not word.isalpha())
    return tuple(dict.fromkeys([*tokens(name), *("".join(parts)[:LONGEST_TOKEN] for parts in joined)]))


def surname_forms(surname: str | None) -> tuple[str, ...]:
    """The same of a surname, which is also written as one word where it has two: Al Adawi is found as aladawi."""
    found = forms(surname)
    return (*found, f"{found[0]}{found[1]}"[:LONGEST_TOKEN]) if len(found) == 2 else found
