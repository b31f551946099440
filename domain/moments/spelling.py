"""Brings what was typed to the letters and spellings that the readers of times know, and remembers where each letter stood."""

import re
from typing import NamedTuple

from rapidfuzz.distance import OSA

from domain.apostrophes import without_apostrophes

_TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019`\u00b4][^\W\d_]+)*|\d+|\s+|.", re.DOTALL)
_SIGNS = {
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\\": "/",
    "(": " ",
    ")": " ",
    '"': " ",
    "\u201c": " ",
    "\u201d": " ",
    "[": " ",
    "]": " ",
}
# Too near to another word, or too far from the right one, to be mended by their letters alone.
_KNOWN_SLIPS = {
    wrong: right
    for right, slips in {
        "night": "nite nght nigt nihgt noght",
        "nights": "nites",
        "tonight": "tonite tonigh tonoght",
        "yesterday": "yday yest yesty ytday ysday ystday ydy ystrday yesterdy yesday yestday yesturdy yesterdays",
        "last night": "lastnight lastnite lastnights",
        "last": "lst",
        "monday": "mondy mnday monady moday mondya",
        "friday": "firday fryday frday friady fridy",
        "sunday": "sundy sunady snday sundya sunda",
        "tuesday": "teusday tusday",
        "wednesday": "wensday weds wednes wendsday wedsday wednsday wedensday",
        "thursday": "thrs thurs thur thursay thusday",
        "saturday": "satday satdy satarday satuday",
        "tomorrow": "tmrw tmw tmrrw tomoz tomo tomoro tommorow tomorow",
        "morning": "morn mornin mrning",
        "afternoon": "aft arvo avo aftn aftnoon arvs",
        "evening": "evng eve evenin evnin evenings",
        "midnight": "midnite",
        "about": "abt aboot abot",
        "around": "arnd arround aroud",
        "approx": "aprox appx approximately aprx roughly circa",
        "between": "btwn betwen beetween inbetween",
        "until": "til till untill untl",
        "before": "befor bfore",
        "fortnight": "fortnite",
        "weekend": "wkend wknd weeknd wkd",
        "week": "wk",
        "weeks": "wks",
        "quarter": "qtr quater quarte",
        "half": "arf hlf",
        "christmas": "xmas crimbo",
        "february": "febuary feburary",
        "lunchtime": "lunch lunchtimes",
    }.items()
    for wrong in slips.split()
}
_LONG_WORDS = (
    "yesterday", "tuesday", "wednesday", "thursday", "saturday", "tomorrow", "morning", "afternoon", "evening", "tonight", "midnight", "weekend",
    "fortnight", "january", "february", "september", "october", "november", "december",
)  # fmt: skip
# Words of their own, a letter or two from one of those.
_NO_SLIPS = frozenset(
    [
        "mourning",
        "moaning",
        "warning",
        "opening",
        "evenings",
        "mornings",
        "afternoons",
        "tuesdays",
        "wednesdays",
        "thursdays",
        "saturdays",
        "weekends",
        "midnights",
        "decemberist",
        "morningside",
    ]
)


class Typed(NamedTuple):
    """`text` in known spellings; `starts` and `ends` give, for each of its letters, the bounds in `original` of what it came from."""

    text: str
    original: str
    starts: list[int]
    ends: list[int]

    def words(self, start: int, end: int) -> str:
        return self.original[self.starts[start] : self.ends[end - 1]]


def spelt(original: str) -> Typed:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for token in _TOKEN.finditer(original):
        piece = _piece(token[0])
        pieces.append(piece)
        starts.extend([token.start()] * len(piece))
        ends.extend([token.end()] * len(piece))
    return Typed("".join(pieces), original, starts, ends)


def _piece(token: str) -> str:
    if token.isspace():
        return " "
    folded = without_apostrophes(token.casefold())
    return mended(folded) if folded[:1].isalpha() else _SIGNS.get(folded, folded)


def mended(word: str) -> str:
    """The word of time that this one is a slip of; itself where there is none, or more than one."""
    if word in _KNOWN_SLIPS:
        return _KNOWN_SLIPS[word]
    if not 6 <= len(word) <= 12 or word in _LONG_WORDS or word in _NO_SLIPS:
        return word
    away = [(OSA.distance(word, known, score_cutoff=2), known) for known in _LONG_WORDS if known[0] == word[0]]
    near = sorted((distance, known) for distance, known in away if distance <= (2 if len(known) > 8 else 1))
    alone = len(near) == 1 or (len(near) > 1 and near[0][0] < near[1][0])
    return near[0][1] if alone else word
