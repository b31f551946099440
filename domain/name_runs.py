"""Runs of words that may be names, in a line as an officer types it, and which of them is the person meant."""

import re
from dataclasses import dataclass, field

from domain.common_words import COMMON, SPEAKS_OF_THINGS, WORD_SURNAMES
from domain.folding import MOST_TOKENS, fold, typed_tokens
from domain.forenames import is_forename
from domain.orders import PartyRole
from domain.trade_talk import CUES, ROLE_WORDS, TALK

DATED = "\N{NOT SIGN}"
MOST_OTHERS = 3
_PIECE = re.compile(r"\d[^\s,]*|[^\W\d_]\.(?=\s?[^\W\d_])|[^\W\d_]+(?:['\u2018\u2019\u02bc`-][^\W\d_]+)*|[^\s]")
_APOSTROPHE = re.compile(r"['\u2018\u2019`]")
_LONGEST_NAME = 4

Names = tuple[str, ...]


@dataclass(frozen=True)
class NamesRead:
    """`best` is searched first, `others` if it finds nothing. `unsure`: the words may not have been read as they were meant."""

    best: Names = ()
    others: tuple[Names, ...] = ()
    unsure: bool = False
    role: PartyRole | None = None


@dataclass
class _Run:
    cued: bool = False
    dated: bool = False
    pieces: list[str] = field(default_factory=list)


def pieces_of(text: str) -> list[str]:
    return _PIECE.findall(text)


def read_names(text: str) -> NamesRead:
    """The best run is the one beside a date of birth, else after a word such as `on`, else the longest."""
    runs, role = _runs(pieces_of(text))
    read = [(run, forename_first(run.pieces)) for run in runs if run.pieces]
    whole = [(run, names) for run, names in read if len(names) > 1]
    if not whole:
        together = [name for _, names in read for name in names if len(name) > 1]
        return NamesRead(tuple(together[:MOST_TOKENS]), (), len(together) > 1, role)
    run, best = max(whole, key=lambda one: (one[0].dated, one[0].cued, min(len(one[1]), _LONGEST_NAME)))
    others = dict.fromkeys(names for _, names in whole if names != best)
    loose = any(len(names) == 1 and len(names[0]) > 1 for _, names in read)
    plain = run.dated or run.cued or is_forename(best[0]) or is_forename(best[-1])
    return NamesRead(best, tuple(others)[:MOST_OTHERS], len(best) > _LONGEST_NAME or (loose and not plain), role)


def may_be_name(line: str) -> bool:
    """Two to four words, each of which could be part of somebody's name."""
    pieces = [piece for piece in pieces_of(line) if piece != ","]
    words = [_word(piece) for piece in pieces]
    if not 2 <= len(words) <= _LONGEST_NAME or not all(piece[0].isalpha() for piece in pieces):
        return False
    runs, _ = _runs(pieces_of(line))
    return sum(len(run.pieces) - run.pieces.count(",") for run in runs) == len(words)


def is_plain_name(line: str) -> bool:
    """A known forename and one or two names more, and nothing else."""
    words = [_word(piece) for piece in pieces_of(line) if piece != ","]
    return may_be_name(line) and len(words) < _LONGEST_NAME and (is_forename(words[0]) or ("," in line and is_forename(words[-1])))


def forename_first(run: list[str]) -> Names:
    """`Smith, John` is turned round; further commas only part."""
    at = run.index(",") if "," in run else 0
    turned = [*run[at + 1 :], *run[:at]] if at else run
    return typed_tokens(" ".join(turned[:MOST_TOKENS]))


def _runs(pieces: list[str]) -> tuple[list[_Run], PartyRole | None]:
    runs = [_Run()]
    role = None
    for at, piece in enumerate(pieces):
        word = _word(piece)
        role = role or ROLE_WORDS.get(word)
        if piece == DATED:
            _date(runs)
        if _parts(pieces, at, word, runs[-1].pieces):
            runs.append(_Run(word in CUES or (runs[-1].cued and not runs[-1].pieces)))
        elif piece == "," and _is_whole(runs[-1].pieces) and _is_whole(pieces[at + 1 : at + 3]):
            runs.append(_Run())
        elif piece != "," or runs[-1].pieces:
            runs[-1].pieces.append(piece)
    return runs, role


def _is_whole(pieces: list[str]) -> bool:
    """A forename and a surname in this order: a comma after or before them parts two people and turns no name round."""
    words = [_word(piece) for piece in pieces[: _LONGEST_NAME + 1]]
    return 1 < len(words) <= _LONGEST_NAME and "," not in words and all(word.isalpha() for word in words[:2]) and is_forename(words[0])


def _date(runs: list[_Run]) -> None:
    """The date of birth is that of the name before it."""
    for run in runs[:-6:-1]:
        if run.pieces:
            run.dated = True
            return


def _word(piece: str) -> str:
    return "" if piece == "A" else fold(_APOSTROPHE.sub("", piece))


def _parts(pieces: list[str], at: int, word: str, before: list[str]) -> bool:
    """Whether this piece ends a run: talk, a number or a sign; a surname that is a word goes on with it where it looks like one."""
    piece = pieces[at]
    if not (piece[0].isalpha() or piece == ","):
        return True
    if word not in TALK and word not in COMMON:
        return False
    return word not in WORD_SURNAMES or not _looks_like_a_surname([_word(one) for one in pieces[at + 1 : at + 3]], before)


def _looks_like_a_surname(after: list[str], before: list[str]) -> bool:
    """After a forename and not before a thing, or before a comma and a forename."""
    if not before:
        return len(after) == 2 and after[0] == "," and is_forename(after[1])
    return len(before) < 3 and "," not in before and is_forename(_word(before[-1])) and not SPEAKS_OF_THINGS.intersection(after[:1])
