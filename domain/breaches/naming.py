"""Tells which choices of a question typed words name, are or begin with."""

import re
from collections.abc import Callable, Iterable, Iterator

from domain.breaches.choice import NO, YES, Choice
from domain.breaches.questions import EXCEPTION, EXPLAINED_AT_ALL, LOST, MANNER, MISSING, Question
from domain.denials import affirmed, denies, done, words_in

_THEY = {"he": "they", "she": "they", "his": "their", "him": "them", "her": "them"}
_YES_WORDS = frozenset({"yes", "y", "yeah", "yep"})
# "No time to look" and "no but he did" answer nothing: after a no there is a stop, or somebody who did not.
_NO_MORE = re.compile(
    r"\W*\w+\s*[,.;:\u2013\u2014-]|\W*\w+\s+(?:he|she|they|it|we|i|the|this|that|because|cos|as|since|not|never|just|only)\b", re.IGNORECASE
)
_TURNED = re.compile(r" (?:but|however|although|though) ")
_HE_SAID = re.compile(
    r"(?:yes |yeah |y )?(?:(?:he|they|respondent|suspect|resp|susp|the respondent|the suspect) )?(?:has |had |just )*"
    r"(?:said|says|claim(?:s|ed)|stat(?:es|ed)|reckons|told (?:me|us|officers?|police)) \S.*"
)


def choices_named(choices: Iterable[Choice], typed: str, said_so: Callable[[str], Iterable[str]] = done) -> tuple[str, ...]:
    """Every choice that is named in what was typed, as whole words, and not denied there; `not found` is its own denial.

    `said_so` takes the text apart: what is still to get is told of things that have not been done.
    """
    whole, pieces = [_bare(words_in(typed))], [_bare(piece) for piece in said_so(typed)]
    return tuple(
        choice.id
        for choice in choices
        if any(f" {_bare(word)} " in said for word in _names(choice) for said in (whole if denies(word) else pieces))
    )


def done_in(question: Question) -> Callable[[str], Iterable[str]]:
    """How a text is taken apart that answers this question."""
    return affirmed if question in (MANNER, MISSING, LOST, EXCEPTION) else done


def one_of(choices: Iterable[Choice], typed: str) -> str | None:
    """The choice that these words are and say no more than; a question says none."""
    said = _bare(words_in(typed)).strip() if "?" not in typed else ""
    return next((choice.id for choice in choices if said in _whole(choice)), None)


def _whole(choice: Choice) -> list[str]:
    """All that is this choice where nothing more is said."""
    return [*map(_bare, _names(choice)), *(_bare(words_in(words)).strip() for words in (choice.label, *choice.alone))]


def led_by(question: Question, typed: str) -> tuple[str, ...]:
    """The choice that the first words say by themselves, where more follows; also another that the rest names, so that it is asked which."""
    said = _bare(words_in(typed)).strip()
    if "?" in typed:
        return ()
    if question == EXPLAINED_AT_ALL and tells_explanation(typed):
        return ("explained",)
    heads = sorted(
        ((head, choice.id) for choice in question.choices for head in _heads(choice) if said.startswith(f"{head} ")), key=_length
    )
    if not heads:
        return ()
    head, id = heads[-1]
    if head in _YES_WORDS:
        return (id,)
    if _TURNED.search(f" {said} ") or (" " not in head and not _NO_MORE.match(typed)):
        return ()
    rest = choices_named(question.choices, said.removeprefix(head), done_in(question))
    return tuple(dict.fromkeys((id, *rest)))


def tells_explanation(typed: str) -> bool:
    """`Said it was agreed`: what the respondent said of it."""
    return _HE_SAID.fullmatch(words_in(typed).strip()) is not None


def _heads(choice: Choice) -> list[str]:
    said = (choice.label, *choice.words) if choice.id in (YES, NO) else ()
    return [_bare(words_in(words)).strip() for words in (*said, *choice.alone)]


def _length(head: tuple[str, str]) -> int:
    return len(head[0])


def _names(choice: Choice) -> Iterator[str]:
    """Its words, and its id where that can be nothing but one: `bail` and `release` are words that say something else."""
    yield from (words_in(word).strip() for word in choice.words)
    if "_" in choice.id:
        yield choice.id


def _bare(words: str) -> str:
    """Without apostrophes, which are typed or not, and without the sex of whom it is about."""
    return " ".join(_THEY.get(word, word) for word in words.replace("'", "").split(" "))
