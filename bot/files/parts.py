"""What the text for the crime report is made of, for whoever sets it out on a page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.breaches.answers import TITLES
from domain.breaches.since import WORD_FOR_WORD
from domain.breaches.summary import ANSWERED

_LABELLED = re.compile(r"(\w+(?: \w+){0,4}): (\S.*)", re.DOTALL)
_POINT = re.compile(r"(\d+\. .+?)\. (Held: .*)", re.DOTALL)


class Kind(StrEnum):
    TITLE = "title"
    FACT = "fact"
    HEADING = "heading"
    WORDS = "words"
    POINT = "point"


@dataclass(frozen=True)
class Part:
    """`lead` is the program's own: a title, a label, or a point's number and name. `words` may have been typed."""

    kind: Kind
    lead: str = ""
    words: str = ""


def parts_of(pieces: Sequence[str]) -> Iterator[Part]:
    """The marking is left to the page. What follows the heading of an answer, or of what was added, is words, whatever they look like: they were typed."""
    _, title, *rest = pieces
    yield Part(Kind.TITLE, title)
    before = Part(Kind.TITLE, title)
    for piece in filter(None, rest):
        for part in _read(piece, before):
            before = part
            yield part


def lines_of(words: str) -> list[str]:
    """Only what ends a line everywhere does: other signs that some take for an end stay where they are, to be shown."""
    return words.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _is_of_words(heading: str) -> bool:
    """The heading of an answer, or of what was added."""
    return heading.partition(ANSWERED)[0] in TITLES or WORD_FOR_WORD in heading


def _read(piece: str, before: Part) -> Iterator[Part]:
    labelled, point = _LABELLED.fullmatch(piece), _POINT.fullmatch(piece)
    at_the_top = before.kind in (Kind.TITLE, Kind.FACT)
    if before.kind is Kind.HEADING and _is_of_words(before.lead):
        yield Part(Kind.WORDS, words=piece)
    elif piece.endswith(":") and "\n" not in piece:
        yield Part(Kind.HEADING, piece.removesuffix(":"))
    elif point:
        yield Part(Kind.POINT, point[1], point[2])
    elif labelled and at_the_top:
        yield Part(Kind.FACT, labelled[1], labelled[2])
    elif labelled:
        yield from (Part(Kind.HEADING, labelled[1]), Part(Kind.WORDS, words=labelled[2]))
    else:
        yield Part(Kind.FACT if at_the_top else Kind.WORDS, words=piece)
