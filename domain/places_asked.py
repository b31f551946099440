"""The place that an officer asks for, in the words of a condition: "any order about Elmfield Primary"."""

import re
from dataclasses import dataclass
from itertools import islice

from domain.common_words import COMMON, WORD_SURNAMES
from domain.folding import fold
from domain.forenames import is_forename
from domain.places import is_a_court, kind_of, names_of, pieces_of, sort_at, sort_of, words
from domain.trade_talk import TALK


@dataclass(frozen=True)
class PlaceAsked:
    """`words` as they were typed; `start` and `end` are where they stand."""

    names: tuple[str, ...]
    sort: str
    words: str
    start: int = 0
    end: int = 0

    @property
    def marks(self) -> frozenset[str]:
        """What a place must have all of to be the one that is asked for."""
        return frozenset(f"{name}|{self.sort}" if self.sort else name for name in self.names)


_KEPT_FROM = (
    r"(?:keep(?:s|ing)?|stop(?:s|ping)?|prevent(?:s|ing)?|ban(?:s|ning)?|bar(?:s|ring)?|exclud(?:es?|ing)|forbid(?:s|ding)?) (?:[\w'\u2019-]{1,20} ){0,3}?"
    r"(?:from(?: (?:going (?:to|near|into)|entering))?|out of|going (?:to|near|into)|entering)"
)
_WITH_IT = r"with(?= [^.,;?!]{1,80} (?:in|on) (?:it|them|one|there)\b)"
# After the first of these nothing but a place can follow; what follows the second must say what sort of place it is; after the third a person may be meant.
_CUE = re.compile(
    r"\b(?:(?P<order>nmos?|non[- ]?mol\w*(?: orders?)?|orders?|injunctions?|anything|conditions?|terms?|prohibitions?)\b[^.;?!]{0,40}?)?"
    r"\b(?:(?P<surely>mentioning|naming|(?:banned|barred|excluded) from)|(?P<plainly>mention(?:s|ed)?|names?|stay away from|keep away from"
    r"|not allowed (?:at|in|near|to enter))|(?P<loosely>about|re|cover(?:s|ing)?|includes?|including|contain(?:s|ing)?|near|at|concerning|to do with"
    rf"|{_KEPT_FROM}|{_WITH_IT})) ",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[^\w\s'\u2019&-]|\b(?:in|at|on|by|near|for|or|with|please|pls|today|now|from|any|is|are|has|have|do|does|who|where|when|there|dob|born|aged)\b",
    re.IGNORECASE,
)
_LEADING = words("the a an his her their this that place places called named of about")
_SPEAKS_OF_ONE = re.compile(
    r"\b(?:mention|nam(?:e|ing)|banned|barred|excluded|away from|allowed|about|re|cover|include|including|contain|near|at|concerning|to do with|with|keep|stop|prevent|ban|bar|exclud|forbid)",
    re.IGNORECASE,
)
# With "her" or "the" before them they tell no place from another.
_TELLS_NOTHING = words("whole entire same own old new back front next other primary secondary infant infants junior juniors nursery")
_LONGEST, _LONGEST_NAME, _MOST_CUES = 500, 80, 4


def place_asked(text: str) -> PlaceAsked | None:
    """None where no place is asked for, or where the words may be somebody's name."""
    line = text[:_LONGEST]
    if _SPEAKS_OF_ONE.search(line) is None:
        return None
    for cue in islice(_CUE.finditer(line), _MOST_CUES):
        if cue["loosely"] and not cue["order"]:
            continue
        behind = line[cue.end() : cue.end() + _LONGEST_NAME]
        ends = _ENDS.search(behind)
        typed = behind[: ends.start() if ends else len(behind)].rstrip()
        found = _read(typed, sure=bool(cue["surely"]), loose=bool(cue["loosely"]))
        if found is not None:
            return PlaceAsked(*found, typed, cue.end(), cue.end() + len(typed))
    return None


def _read(typed: str, *, sure: bool, loose: bool) -> tuple[tuple[str, ...], str] | None:
    pieces = pieces_of(typed)
    if pieces and pieces[0][0].isdigit() and not loose:
        pieces = pieces[1:]
    while pieces and fold(pieces[0]) in _LEADING:
        pieces = pieces[1:]
    at = sort_at(pieces)
    if loose and at is not None and _is_anybodys(typed, pieces[:at]):
        return None
    names = names_of(pieces if at is None else pieces[:at] or pieces[at + 2 :])
    sort = "" if at is None else sort_of(pieces[at])
    if not names or any(piece[0].isdigit() for piece in pieces) or is_a_court(names, sort) or _may_be_somebody(pieces, at):
        return None
    if at is not None:
        return names, sort
    says_nothing = all(fold(piece) in TALK or fold(piece) in COMMON or kind_of(piece) is not None for piece in pieces)
    return None if says_nothing or not sure else (names, "")


def _may_be_somebody(pieces: list[str], at: int | None) -> bool:
    """Street, Church and Hill are surnames too."""
    return is_forename(fold(pieces[0])) and (at is None or (at == len(pieces) - 1 and fold(pieces[at]) in WORD_SURNAMES))


def _is_anybodys(typed: str, named: list[str]) -> bool:
    """Talk of the order in hand, and no place by name: "her kids' school", "the whole street", "contact through the school"."""
    said = [fold(piece).replace("\u2019", "'").removesuffix("'s").rstrip("'") for piece in named]
    led = fold(typed.split(" ", 1)[0]) in _LEADING
    ordinary = all(one in _TELLS_NOTHING or one in TALK or (one in COMMON and one != "high") for one in said)
    return bool(said) and (said[-1] in _LEADING or (led and ordinary))
