"""Reads what an officer typed or ticked as the answer to one question of a breach."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from domain.breach_questions import (
    CARRY_ON,
    EMERGENCY,
    LOSABLE,
    MANNERS,
    NOT_SURE,
    PROHIBITIONS,
    SOURCES,
    YES_OR_NO,
    Choice,
    Question,
)
from domain.errors import Unreadable
from domain.moments import read_moment

_WORD = re.compile(r"[a-z0-9_']+")
_NUMBER_OR_WORD = re.compile(r"\d+|[a-z]+")
_LEADING = frozenset({"and", "condition", "conditions", "number", "numbers", "no", "nos"})
_LABELLED = re.compile(r"\s*(evidence|lost|arrest)\s*:\s*(.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """What was read: `values` (choices, or both ends of a time) and the words that are kept beside them."""

    values: tuple[str, ...] = ()
    text: str = ""


def read_answer(question: Question, typed: str, now: datetime) -> Reading:
    """Raises Unreadable with words to show."""
    return _READERS[question.id](typed, now)


def from_form(question: Question, inputs: Mapping[str, str]) -> str:
    """What a card's inputs come to, as if it had been typed; empty where nothing was filled in."""
    given = [(field.id, inputs.get(field.id, "").strip()) for field in question.fields]
    if len(given) == 1:
        return given[0][1]
    if any(field.multiline for field in question.fields):
        return "\n".join(f"{id}: {line}" for id, value in given for line in value.splitlines() if line.strip())
    return ",".join(value for _, value in given if value)


def arrest_line(text: str) -> str:
    """What was said of the arrest decision, or nothing."""
    return next((line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("Arrest:")), "")


def evidence_lines(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith("Arrest:"))


def _one_of(choices: Iterable[Choice], typed: str) -> str | None:
    said = " ".join(_WORD.findall(typed.casefold().replace("’", "'")))
    return next((choice.id for choice in choices if said in (choice.id, choice.label.casefold(), *choice.words)), None)


def _named(choices: Iterable[Choice], typed: str) -> tuple[str, ...]:
    """Every choice that is named in what was typed, as whole words."""
    said = f" {' '.join(_WORD.findall(typed.casefold().replace('’', chr(39))))} "
    return tuple(choice.id for choice in choices if any(f" {word} " in said for word in (choice.id, *choice.words)))


def _only_ids(values: Iterable[str], typed: str) -> bool:
    return set(values) == set(_WORD.findall(typed.casefold()))


def _danger(typed: str, _: datetime) -> Reading:
    """A yes counts with whatever follows it; a no only when it stands alone."""
    chosen = _one_of(YES_OR_NO[:1], (_WORD.findall(typed.casefold()) or [""])[0]) or _one_of(YES_OR_NO, typed)
    if chosen is None:
        raise Unreadable(f"Please answer yes or no. If in doubt: {EMERGENCY[0].lower()}{EMERGENCY[1:]}")
    return Reading((chosen,))


def _safe(typed: str, _: datetime) -> Reading:
    if _one_of(CARRY_ON, typed) is None:
        raise Unreadable(f"{EMERGENCY} Say 'carry on' when help is coming.")
    return Reading(("carry_on",))


def _happened(typed: str, _: datetime) -> Reading:
    return Reading(text=typed)


def _when(typed: str, now: datetime) -> Reading:
    span = read_moment(typed, now)
    ends = (span.start.isoformat(), span.end.isoformat())
    return Reading((*ends, "about") if span.about else ends, typed)


def _conditions(typed: str, _: datetime) -> Reading:
    """First the numbers of the stock wording, or `not sure`; then words of manner."""
    wanted = [*_named(PROHIBITIONS, typed), *(f"condition_{number}" for number in _leading_numbers(typed))]
    ticked = tuple(choice.id for choice in PROHIBITIONS if choice.id in wanted)
    unsure = _named((NOT_SURE,), typed)
    if len(ticked) < len(set(wanted)) or not (ticked or unsure):
        raise Unreadable("Please tick a condition, or type its number first, 1 to 10: '3, 6 contact'. Or say 'not sure'.")
    values = (*ticked, *unsure, *_named(MANNERS, typed))
    return Reading(values, "" if _only_ids(values, typed) else typed)


def _leading_numbers(typed: str) -> list[int]:
    """The numbers before the first other word: `3, he sent 2 texts` names one condition."""
    pieces = _NUMBER_OR_WORD.findall(typed.casefold()) if "condition_" not in typed else []
    leading = takewhile(lambda piece: piece.isdigit() or piece in _LEADING, pieces)
    return [int(piece[:4]) for piece in leading if piece.isdigit()]


def _awareness(typed: str, _: datetime) -> Reading:
    """Never a stop: words that name no choice are kept as they are."""
    values = _named(SOURCES, typed)
    return Reading(values, "" if _only_ids(values, typed) else typed)


def _evidence(typed: str, _: datetime) -> Reading:
    """Lines marked `lost:` and `arrest:` are taken apart; everything else is evidence, as typed."""
    found: dict[str, list[str]] = {"evidence": [], "lost": [], "arrest": []}
    for line in typed.splitlines():
        labelled = _LABELLED.fullmatch(line)
        kind, words = (labelled[1].casefold(), labelled[2]) if labelled else ("evidence", line)
        found[kind].append(words.strip())
    values = _named(LOSABLE, " ".join(found["lost"]))
    other = [f"Will be lost soon: {line}" for line in found["lost"] if not _named(LOSABLE, line)]
    decision = [f"Arrest: {' '.join(found['arrest'])}"] if found["arrest"] else []
    return Reading(values, "\n".join([*found["evidence"], *other, *decision]))


_READERS: dict[str, Callable[[str, datetime], Reading]] = {
    "danger": _danger,
    "safe": _safe,
    "happened": _happened,
    "when": _when,
    "conditions": _conditions,
    "awareness": _awareness,
    "evidence": _evidence,
}
