"""Words of time taken piece by piece, each once and from left to right, into one time or the two ends of a stretch."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from domain.errors import Unreadable
from domain.moments.found import STRANGE, Found, found_at
from domain.moments.table import TABLE, Entry, Kind

_FIRST_AND_LAST = 2


@dataclass
class Phrase:
    """`opener` is the word that opens a stretch (between, from, since, after, before), `joint` the one between its two ends."""

    now: datetime
    founds: list[Found] = field(default_factory=list)
    opener: str = ""
    joint: str = ""

    @property
    def latest(self) -> Found:
        return self.founds[-1]


def begun(now: datetime) -> Phrase:
    return Phrase(now, [found_at(now)])


def read_pieces(text: str, now: datetime) -> Phrase:
    """Raises Unreadable where a word is none of time."""
    phrase = begun(now)
    for entry, piece in _pieces(text, phrase):
        add(phrase, entry, piece)
    return phrase


def _pieces(text: str, phrase: Phrase) -> Iterator[tuple[Entry, re.Match[str]]]:
    at = 0
    while at < len(text):
        seen = piece_at(text, at, phrase)
        if seen is None:
            raise Unreadable(STRANGE)
        yield seen
        at = seen[1].end()


def piece_at(text: str, at: int, phrase: Phrase) -> tuple[Entry, re.Match[str]] | None:
    """The first of the table that fits here. `From ten to four` is two hours; elsewhere `ten to four` is one."""
    for entry in TABLE:
        if entry.kind is Kind.TO and phrase.opener == "from" and not phrase.joint and _TO_AN_HOUR.match(text, at):
            continue
        piece = entry.pattern.match(text, at)
        if piece is not None and piece.end() > at:
            return entry, piece
    return None


_TO_AN_HOUR = re.compile(r"(?:ten|five|0?5|10) to ")


def add(phrase: Phrase, entry: Entry, piece: re.Match[str]) -> None:
    match entry.kind:
        case Kind.OPEN:
            if phrase.opener:
                raise Unreadable(STRANGE)
            phrase.opener = piece[0].removeprefix("ever ")
        case Kind.JOIN | Kind.OR:
            _join(phrase, piece[0])
        case Kind.AND:
            if phrase.opener == "between":
                _join(phrase, piece[0])
        case _:
            entry.take(phrase.latest, piece)


def _join(phrase: Phrase, joint: str) -> None:
    """A dash or a `to` before anything was told of only sets it off."""
    if not phrase.latest.tells():
        return
    if len(phrase.founds) == _FIRST_AND_LAST:
        raise Unreadable(STRANGE)
    phrase.founds.append(found_at(phrase.now))
    phrase.joint = joint
