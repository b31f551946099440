"""What a text says is so, apart from what it denies, doubts or asks: no choice is read out of a denial."""

import re
from collections.abc import Iterator
from itertools import takewhile

from domain.apostrophes import straight

_SENTENCE = re.compile(r"(?:[^.;!?\n]|\.(?=\S))+\??")
_TURN = re.compile(r"\b(?:but|however|although|though|then)\b")
_PIECE = re.compile(r",|&|\band\b")
_WORD = re.compile(r"[a-z0-9_']+")
_DENIAL = re.compile(
    r"\b(?:no|not|never|nor|none|nope|nah|neither|nothing|nobody|without|cannot|unable|den(?:y|ies|ied|ying)|fail(?:s|ed)?|refus(?:e|es|ed|ing)"
    r"|absent|missed|attempt(?:s|ed)?|tried|awaiting|pending|unsuccessful\w*|if|whether|maybe|perhaps|possibly|might|(?:may|could|should) (?:have|be)"
    r"|(?:is|was|were|are|has|have|had|did|do|does|would|could|should|wo|ca|ai|must|need)n'?t)\b|n't\b"
)
# Nobody has done these yet: they reach on as a denial does.
_TO_COME = re.compile(
    r"\b(?:will (?:be|tell|update|inform|serve|interview|arrest|release)|'ll be|(?<!known )to be|due (?:to be|tomorrow|on|at|next)|needs?(?: to| telling| updating| serving)?)\b"
)
# These are said after what they speak of, and of it alone.
_NOT_DONE = re.compile(
    r"\b(?:tomorrow|next (?:week|month)|later (?:today|on|this week)|needed|planned|booked for|arranged|scheduled|declin\w+|offer(?:s|ed|ing)?|request\w*|withheld|withholding)\b|\blater $"
)
UNSURE_WORDS = (
    "not sure",
    "unsure",
    "not certain",
    "uncertain",
    "not known yet",
    "not yet known",
    "not known",
    "unknown",
    "dunno",
    "dont know",
    "don't know",
    "do not know",
    "no idea",
    "no clue",
)
_UNSURE = re.compile(rf"\b(?:{'|'.join(UNSURE_WORDS)})\b")
_ALONE = re.compile(rf"(?:(?:i|we|i'm|im|i am|sorry|still|yet|at all) )*(?:{'|'.join(UNSURE_WORDS)})(?: (?:yet|at all|sorry))*")


def plain(typed: str) -> str:
    """Small letters and one kind of apostrophe."""
    return straight(typed.casefold())


def words_in(typed: str) -> str:
    """The words alone, one space around each."""
    return f" {' '.join(_WORD.findall(plain(typed)))} "


def denies(words: str) -> bool:
    """Whether these few words are a denial themselves, or of what is to come: `not found yet`, `will be arrested`."""
    return not _is_done(words_in(words))


def done(typed: str) -> Iterator[str]:
    """The affirmed pieces that tell of what has been done: not of what is to come, was only offered or was declined."""
    for side in _sides(typed):
        yield from (
            piece for piece in takewhile(lambda one: _affirms(one) and not _TO_COME.search(one), side) if not _NOT_DONE.search(piece)
        )


def affirmed(typed: str) -> Iterator[str]:
    """The pieces of a text, as `words_in`, that nothing before them in their sentence and nothing in them denies.

    A denial reaches to the end of its sentence or to a `but`, over commas too: `not served, told or in court` affirms nothing.
    """
    for side in _sides(typed):
        yield from takewhile(_affirms, side)


def _sides(typed: str) -> Iterator[Iterator[str]]:
    """The pieces of each sentence, a turn such as `but` beginning anew; questions and `not sure` alone are left out."""
    for sentence in _SENTENCE.findall(plain(typed)):
        if sentence.endswith("?"):
            continue
        for side in _TURN.split(sentence):
            said = (words_in(piece) for piece in _PIECE.split(side))
            yield (piece for piece in said if not _ALONE.fullmatch(piece.strip()))


def _is_done(piece: str) -> bool:
    return _affirms(piece) and not _TO_COME.search(piece) and not _NOT_DONE.search(piece)


def _affirms(piece: str) -> bool:
    return _DENIAL.search(piece) is None and _UNSURE.search(piece) is None
