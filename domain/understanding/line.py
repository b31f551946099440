"""A line as it was typed and as it is read: small letters, slips in the words of the trade mended, each letter traced to where it stood."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from domain.apostrophes import straight
from domain.folding import fold
from domain.moments.spelling import mended as mended_time
from domain.particulars import clean
from domain.understanding.beside_names import ALWAYS_WORDS
from domain.understanding.given_names import FAMILY, is_given
from domain.understanding.vocabulary import KNOWN_BY_LETTER, SHORT_FORMS, is_known

# Names and times are looked for in the first 800 characters, numbers in all that is read.
MOST_READ = 800
# What is no word of the trade is compared with all of them: so many times in a line and no more.
MOST_MENDED = 60
SHORTEST_MENDED, LONG = 5, 8
_TOKEN = re.compile(r"[^\W\d_]+(?:['`-][^\W\d_]+)*|\d+|[^\w\s]|_")
# Letters within a number, as `WK` in `06WK/3321`, are no short form of a word.
_CODE = re.compile(
    r"(?<!\S)(?:(?:nmo|br)[ -](?=[a-z]*\d)[a-z\d]{6}(?!\w)|(?=[a-z/-]*\d)[a-z\d]+(?:[/-][a-z\d]+)+|\d+[a-z]{1,3}\d[\w/-]*)", re.IGNORECASE
)
# Whoever stands behind one of these is not mended into a word.
_TITLED = frozenset(
    ["pc", "dc", "ds", "sgt", "ps", "insp", "inspector", "dci", "vlo", "idva", "pcso", "sergeant", "mr", "mrs", "ms", "miss", "dr"]
)


@dataclass(frozen=True)
class Token:
    """`word` is folded and without its apostrophe; `start` and `end` are places in the text, `at` one in what was read."""

    raw: str
    word: str
    start: int
    end: int
    at: int
    mended: bool = False


@dataclass(frozen=True)
class Line:
    """`text` as it was typed, `said` as it is read."""

    text: str
    said: str
    tokens: Sequence[Token]
    _starts: Sequence[int]

    def token_at(self, place: int) -> int:
        """The number of the token that a place in `said` belongs to."""
        return max(bisect_right(self._starts, place) - 1, 0)

    def typed(self, start: int, end: int) -> str:
        """The words that were typed where `said` has these."""
        if start >= end:
            return ""
        first, last = self.tokens[self.token_at(start)], self.tokens[self.token_at(end - 1)]
        return self.text[first.start : last.end]


def read_line(typed: str) -> Line:
    """Takes in the first 4,000 characters, and mends the words of the first 800."""
    text = straight(clean(typed))
    tokens: list[Token] = []
    pieces: list[str] = []
    at, tried, ended = 0, 0, 0
    after_a_name = False
    known: dict[str, str] = {}
    in_code = _in_codes(text)
    for seen in _TOKEN.finditer(text, 0, MOST_READ):
        raw = seen[0]
        if seen.start() > ended:
            pieces.append(" ")
            at += 1
        ended = seen.end()
        word = fold(raw) if raw[0].isalpha() else raw
        coded = seen.start() in in_code
        piece = word if coded else known.get(word) or SHORT_FORMS.get(word, word)
        if piece == word and not coded and word not in known and tried < MOST_MENDED and not after_a_name and _may_be_a_slip(word):
            tried += 1
            piece = known[word] = _mended(word)
        tokens.append(Token(raw, word, seen.start(), seen.end(), at, piece != word))
        pieces.append(piece)
        at += len(piece)
        after_a_name = (after_a_name and not raw[0].isalpha()) or word in _TITLED or _names(raw, word, piece)
    pieces.append(text[MOST_READ:].lower())
    return Line(text, "".join(pieces), tokens, [token.at for token in tokens])


def _names(raw: str, word: str, piece: str) -> bool:
    """A forename: `max` in small letters is as often the word, and what stands behind it is mended."""
    return len(word) > 2 and is_given(word) and piece == word and (word not in ALWAYS_WORDS or not raw.islower())


def _in_codes(text: str) -> frozenset[int]:
    """The places of all that stands within a number."""
    return frozenset(place for seen in _CODE.finditer(text, 0, MOST_READ) for place in range(*seen.span()))


def _may_be_a_slip(word: str) -> bool:
    return word.isascii() and word.isalpha() and not is_known(word) and not is_given(word) and word not in FAMILY


def _mended(word: str) -> str:
    timed = mended_time(word)
    if timed != word:
        return timed
    if len(word) < SHORTEST_MENDED:
        return word
    if word.endswith("in") and is_known(f"{word}g"):
        return f"{word}g"
    slips = 1 if len(word) < LONG else 2
    near = process.extract(word, KNOWN_BY_LETTER.get(word[0], ()), scorer=OSA.distance, score_cutoff=slips, limit=2)
    alone = len(near) == 1 or (len(near) > 1 and near[0][1] < near[1][1])
    return near[0][0] if alone else word
