"""How a line is read: its words in one spelling each, the trade's phrases and words of the same meaning taken for one."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from domain.apostrophes import without_apostrophes
from domain.hurried import unhurried
from guidance.same_words import SAME
from guidance.trade_words import PHRASES
from guidance.word_sets import STOP

LENGTH_READ = 500

_WORD = re.compile(r"[a-z0-9]+")
_SECTION = re.compile(r"\bs(?:ec|ection)?[. ]?(\d+[a-z]?)\b")
_NUMBER = re.compile(r"[0-9]")
_PHRASES_FROM: defaultdict[str, list[tuple[list[str], list[str]]]] = defaultdict(list)
for _phrase, _meaning in sorted(PHRASES.items(), key=lambda one: -len(one[0].split())):
    _PHRASES_FROM[_phrase.split()[0]].append((_phrase.split(), _meaning.split()))
_PHRASES_OF_ONE = frozenset(phrase for phrase in PHRASES if " " not in phrase)
_BEGINNINGS = frozenset((first, second) for first, second, *_ in (phrase.split() for phrase in PHRASES if " " in phrase))
# Every sign of a plain line as it is read: its letters small, a gap for what is no letter, no apostrophes.
_AS_READ = bytes(ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128)) + b" " * 128


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    if len(word) > 5 and word.endswith("ing"):
        return _undouble(word[:-3])
    if len(word) > 4 and word.endswith(("ied", "ies")):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("ed"):
        return _undouble(word[:-2])
    if len(word) > 4 and word.endswith(("shes", "ches", "xes", "sses")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1].removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


def _undouble(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz" else word.removesuffix("e")


_SAME = {stem(word): stem(without_apostrophes(other)) for word, other in SAME.items()}


@lru_cache(maxsize=20_000)
def _spelt(word: str) -> str:
    stemmed = stem(word)
    return _SAME.get(stemmed, stemmed)


def terms(text: str) -> list[str]:
    """The words that carry meaning, in one spelling each, in order."""
    return meanings_of(words_of(text))


def words_of(text: str) -> list[str]:
    cut = text[:LENGTH_READ]
    if cut.isascii() and not _NUMBER.search(cut):
        return unhurried(cut.encode().translate(_AS_READ, b"'`").decode().split())
    plain = without_apostrophes(unicodedata.normalize("NFKD", without_apostrophes(cut.casefold())).casefold())[:LENGTH_READ]
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return unhurried(_WORD.findall(_SECTION.sub(r"\1", plain) if _NUMBER.search(plain) else plain))


def meanings_of(tokens: Sequence[str]) -> list[str]:
    return [_spelt(word) for word in _with_phrases(tokens) if word not in STOP]


def in_one_spelling(tokens: Sequence[str]) -> list[str]:
    """Every word, the small ones too: "who", "when" and "how long" tell one question from another."""
    return list(map(_spelt, _with_phrases(tokens)))


class Line(NamedTuple):
    """A line of a page, read once: its words, all of them in one spelling, and those that carry meaning."""

    words: Sequence[str]
    in_full: Sequence[str]
    meanings: Sequence[str]


def read_line(text: str) -> Line:
    words = words_of(text)
    told = _with_phrases(words)
    in_full = list(map(_spelt, told))
    return Line(words, in_full, [spelt for word, spelt in zip(told, in_full, strict=True) if word not in STOP])


def _with_phrases(words: Sequence[str]) -> Sequence[str]:
    if _BEGINNINGS.isdisjoint(pairwise(words)) and _PHRASES_OF_ONE.isdisjoint(words):
        return words
    done: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        for phrase, meaning in _PHRASES_FROM.get(word, ()):
            if words[at : at + len(phrase)] == phrase:
                done += meaning
                at += len(phrase)
                break
        else:
            done.append(word)
            at += 1
    return done
