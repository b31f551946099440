"""Tells the account of a breach from the look-up that was typed before it in the same message."""

import re
from datetime import date

from domain.denials import words_in
from domain.folding import fold
from domain.particulars import Particulars, read_particulars

_BEGINS = re.compile(r"(?<![\w'\u2019])(?:he|she|they)(?:'s|\u2019s|'ve|\u2019ve)?(?![\w'\u2019-])", re.IGNORECASE)
# Only words that ask: `breached`, `arrested` and `served` stand in an account as well.
_ASKING = frozenset(
    [
        "a",
        "active",
        "an",
        "and",
        "any",
        "against",
        "born",
        "can",
        "called",
        "check",
        "checking",
        "could",
        "current",
        "currently",
        "date",
        "do",
        "does",
        "dob",
        "d",
        "o",
        "b",
        "find",
        "for",
        "get",
        "got",
        "has",
        "have",
        "hello",
        "hi",
        "i",
        "if",
        "in",
        "info",
        "is",
        "it",
        "live",
        "look",
        "looking",
        "lookup",
        "me",
        "mol",
        "mols",
        "molestation",
        "mr",
        "mrs",
        "ms",
        "miss",
        "name",
        "named",
        "need",
        "nmo",
        "nmol",
        "nmols",
        "nmos",
        "non",
        "of",
        "on",
        "order",
        "orders",
        "out",
        "please",
        "pls",
        "plz",
        "pull",
        "quick",
        "record",
        "records",
        "registered",
        "search",
        "see",
        "show",
        "surname",
        "tell",
        "the",
        "there",
        "up",
        "want",
        "we",
        "with",
        "yes",
        "you",
    ]
)
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|(?:19|20)\d\d")
_WORD = re.compile(r"[\w/.'\u2019-]+")
_BETWEEN = " \t\r\n,.;:-\u2013\u2014"


def account_in(typed: str, today: date) -> str:
    """What stands after the look-up, word for word; in doubt all that was typed."""
    begins = _BEGINS.search(typed)
    if begins is None or not _is_look_up(typed[: begins.start()], today):
        return typed
    return typed[begins.start() :]


def _is_look_up(head: str, today: date) -> bool:
    """Every word of it asks, or is a name, a date of birth or a postcode that was read; a bare name may be that of who did it."""
    read = read_particulars(head, today)
    if not read.speaks_of_somebody or read.others or read.doubts or read.unsure:
        return False
    words = [word.strip(_BETWEEN) for word in _WORD.findall(head) if word.strip(_BETWEEN)]
    asks = any(_is_asking(word) for word in words)
    return asks and all(_is_asking(word) or _is_read(word, read) for word in words)


def _is_asking(word: str) -> bool:
    return set(words_in(word).split()) <= _ASKING or set(re.split(r"\W+", word.casefold())) <= _ASKING


def _is_read(word: str, read: Particulars) -> bool:
    if read.dob is not None and _DATE.fullmatch(word):
        return True
    return fold(word) in read.name_tokens or word.upper() in (read.postcode or "").split()
