"""Whose a thing is, where the apostrophe was left out, and names that were typed with the surname first."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from domain.understanding.beside_names import ALWAYS_WORDS, WORDS_TOO
from domain.understanding.given_names import FAMILY, is_given
from domain.understanding.line import Token
from domain.understanding.vocabulary import is_known

LONGEST_NAME = 4
# What is somebody's: behind a name that ends in s it tells an owner.
_OWNED = frozenset(
    [
        "order",
        "orders",
        "nmo",
        "nmos",
        "injunction",
        "contact",
        "contacts",
        "call",
        "calls",
        "callback",
        "visit",
        "visits",
        "reminder",
        "reminders",
        "case",
        "cases",
        "house",
        "home",
        "address",
        "work",
        "workplace",
        "flat",
        "phone",
        "number",
        "mobile",
        "car",
        "list",
        "update",
        "appointment",
        "check",
        "welfare",
        "risk",
        "mum",
        "mam",
        "mother",
        "dad",
        "sister",
        "brother",
        "son",
        "daughter",
        "kids",
        "partner",
        "ex",
        "solicitor",
        "conditions",
        "terms",
        "details",
        "breach",
        "caseload",
        "victims",
        "workload",
        "place",
        "door",
        "school",
        "record",
        "papers",
        "copy",
        "file",
        "follow",
        "next",
    ]
)
_NO_OWNERS_S = ("ss", "us", "is", "os", "ings", "ers", "ions")
_FAMILY_ENDS = ("ski", "ska", "czyk", "wicz", "enko", "ov", "ova", "escu", "opoulos", "yan", "idis")
# Of these peoples the surname stands first by right.
_FIRST_BY_RIGHT = frozenset(
    [
        "chen",
        "li",
        "wang",
        "zhang",
        "liu",
        "lin",
        "huang",
        "wu",
        "zhou",
        "xu",
        "zhao",
        "nguyen",
        "tran",
        "kim",
        "park",
        "lee",
        "ng",
        "wong",
        "chan",
        "cheung",
        "ho",
        "tan",
        "yang",
        "sun",
        "ma",
        "zhu",
        "guo",
        "gao",
        "luo",
        "lam",
        "leung",
        "lau",
        "choi",
        "zheng",
        "pham",
        "le",
        "vu",
        "hu",
        "lim",
        "yip",
        "tang",
        "cheng",
    ]
)


def with_owners(tokens: Sequence[Token]) -> Sequence[Token]:
    """`kareens contact` as `kareen's contact`; the Evans of `evans contact` stay as they are."""
    return [_owned(tokens, at) for at in range(len(tokens))]


def _owned(tokens: Sequence[Token], at: int) -> Token:
    token = tokens[at]
    stem = token.word[:-1]
    follows = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if (
        follows not in _OWNED
        or not token.raw.lower().endswith("s")
        or token.raw.lower().endswith("'s")
        or len(stem) < 4
        or is_known(token.word)
    ):
        return token
    if is_given(token.word) or (token.word in FAMILY and not is_given(stem)):
        return token
    if not is_given(stem) and token.word.endswith(_NO_OWNERS_S):
        return token
    return replace(token, raw=f"{token.raw[:-1]}'s", mended=False)


def bare(token: Token) -> str:
    """Its word without an owner's s."""
    return token.word[:-1] if is_owner(token) else token.word


def is_owner(token: Token) -> bool:
    """`Jade's`, and `jades` as it is typed in a hurry."""
    if token.raw.lower().endswith("'s"):
        return len(token.raw) > 3
    stem = token.word[:-1]
    if not token.word.endswith("s") or len(stem) < 4 or stem in WORDS_TOO or token.word in FAMILY:
        return False
    return is_given(stem) and not is_given(token.word)


def is_titled(token: Token) -> bool:
    return token.raw[0].isupper() and token.raw[1:].islower()


def forenames_behind(tokens: Sequence[Token], end: int) -> list[Token]:
    """`Smith, John`, and several where the surname stands in capitals: `SMITH, John Paul`."""
    behind = tokens[end : end + 2 + LONGEST_NAME]
    if len(behind) < 2 or behind[0].raw != "," or behind[1].word in ALWAYS_WORDS:
        return []
    capitals = tokens[end - 1].raw.isupper() and is_titled(behind[1])
    names = list(takewhile(lambda one: is_given(one.word) or (capitals and _may_be_a_forename(one)), behind[1:]))
    rest = behind[1 + len(names) :]
    goes_on = rest and rest[0].raw[0].isalpha() and len(rest[0].word) > 1 and not is_known(rest[0].word)
    if goes_on or not any(is_given(one.word) for one in names):
        return []
    return names if len(names) == 1 or capitals else []


def _may_be_a_forename(token: Token) -> bool:
    return is_titled(token) and not is_known(token.word)


def forename_first(parts: Sequence[Token]) -> list[Token]:
    """`kowalczyk piotr` is Piotr Kowalczyk, but Chen Wei stays Chen Wei."""
    if len(parts) < 2:
        return list(parts)
    first, second = parts[0], parts[1]
    turned = _is_surname(first) and is_given(second.word) and second.word not in FAMILY
    others = [part for part in parts[1:] if not is_given(part.word)]
    return [*parts[1:], first] if turned and not others else list(parts)


def _is_surname(token: Token) -> bool:
    if is_given(token.word) or token.word in _FIRST_BY_RIGHT:
        return False
    return token.word in FAMILY or token.word.endswith(_FAMILY_ENDS) or token.raw.lower().startswith("o'")


def sounds_done(word: str) -> bool:
    """`texting` and `rocked` by their ends, but for what is left of Xiaoling and Ahmed without them."""
    if not word.endswith(("ing", "ed")):
        return False
    stem = word.removesuffix("ing").removesuffix("ed")
    return len(stem) < 3 or word.endswith("ed") or is_known(stem) or is_known(f"{stem}e") or stem[-1] == stem[-2]
