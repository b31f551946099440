"""Reads what an officer typed or ticked as the answer to one question of a breach."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.breaches.awareness import sources_told
from domain.breaches.conditions import conditions_told
from domain.breaches.questions import (
    CARRY_ON,
    EMERGENCY,
    LOSABLE,
    MANNERS,
    NOT_KNOWN,
    NOT_SURE,
    PROHIBITIONS,
    SOURCES,
    YES_OR_NO,
    Choice,
    Question,
)
from domain.breaches.signs import BEYOND, leading_signs
from domain.breaches.terms import OWN, bearing, own_choices, worded
from domain.denials import affirmed, plain, words_in
from domain.errors import Outdated, Unreadable
from domain.moments import read_moment

NO_CONDITION = (
    "I could not read a condition in that. It is kept as you typed it. Please tick a condition, or type its letter first, A to J: 'C, F contact' or 'A-C'. "
    "Or say in plain words what was done, such as 'text and came to the house'. Or say 'not sure'."
)
WHICH_LETTERS = (
    "The list shown is stock wording and has letters. A number may be one of the sealed order's own, so I have not read it as a condition. "
    "It is kept as you typed it. Which letters, A to J? Or type the order's own wording."
)
NO_OWN_CONDITION = (
    "I could not read which of this order's conditions that is. It is kept as you typed it. "
    "Please tick, or type the number as the order has it: '3 contact'. Or say 'not sure'."
)
NO_SUCH_CONDITION = (
    "That number is not among this order's conditions as they were checked. It is kept as you typed it. "
    "Please tick, or type the number as the order has it. Or say 'not sure'."
)
WHICH_OF_TWO = (
    "That number stands more than once among this order's conditions. It is kept as you typed it. Please tick the condition that is meant."
)
OTHER_LIST = "This order's conditions were checked or changed since that list was shown, so nothing was taken from it. Here is the list as it is now."
_JOINING = frozenset({"and", "condition", "conditions", "number", "numbers", "no", "nos", "letter", "letters"})
_LETTERS = tuple("abcdefghij")
_MANNER_WORDS = tuple(word for choice in MANNERS for word in choice.words)
_NO = r"(?:no|nope|nah|n)"
_THERE = r"(?:there is |there'?s )?"
_AT_RISK = r"(?:in (?:any |immediate )?danger|at (?:any |immediate )?risk|unsafe)"
_GONE = r"(?:left|gone|made off|run off|driven off|walked off|been arrested|arrested|detained|in custody|locked up|not here)"
_SAFE_NOW = r"(?:safe|fine|ok|okay|well|safe and well|calm|good)"
_NOBODY_IN_DANGER = tuple(
    re.compile(pattern + r"(?: now| already| any ?more| at the moment| at present| currently| thanks)*")
    for pattern in (
        rf"(?:{_NO} )?{_THERE}no (?:immediate |current )?(?:danger|risk)(?: to (?:anyone|anybody|life))?",
        rf"(?:{_NO} )?{_THERE}(?:nobody|no ?one|none)(?:(?: is|'s|s)? (?:{_AT_RISK}|here))?",
        rf"(?:{_NO} )?not (?:now|any ?more|at the moment|at present|currently|{_AT_RISK})",
        rf"{_NO}(?: (?:any ?more|longer|thank you|danger|risk))?",
        rf"{_NO} (?:he|she|they|(?:the )?(?:suspect|respondent))(?:'s|s|'ve| is| has| have| was| were)?(?: now| already| just)* {_GONE}(?: the (?:scene|address))?",
        rf"{_NO} (?:he|she|they|we|i|everyone|everybody|both|all)(?:'s|s|'re|'m| is| are| am)?(?: all| both)* {_SAFE_NOW}",
    )
)
_NO_ARREST = re.compile(r" (?:no|nope|nah|n|none|not|never|(?:did|was|has|have)n'?t) ")
_NO_REASON = re.compile(
    r" (?:(?:no|nope|nah|n|none|not|never|i|we|he|she|they|the|suspect|respondent|one|it|him|her|them|yet|now|today|at|this|time|so|because|as|since|reason"
    r"|arrest|arrested|made|been|do|(?:did|was|were|is|has|have|had)(?:n'?t)?) )+"
)
# At the start of a line, or where a sentence or a part of one ends: an officer types all of it in one message.
_AT_A_LABEL = r"(?:^\s*|\s*[.;,]\s+)"
_LABEL = re.compile(rf"{_AT_A_LABEL}(evidence|lost|arrest)\s*:\s*", re.IGNORECASE)
_TO_BE_LOST = "Will be lost soon:"
_ARREST = re.compile(rf"{_AT_A_LABEL}arrest\s*:\s*(.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """What was read: `values` (choices, or both ends of a time), the words that are kept beside them, and the order's own conditions word for word."""

    values: tuple[str, ...] = ()
    text: str = ""
    quoted: tuple[str, ...] = ()


def read_answer(question: Question, typed: str, now: datetime) -> Reading:
    """Raises Unreadable with words to show."""
    own = own_choices(question)
    return _own_conditions(own, typed) if own else _READERS[question.id](typed, now)


def refused_for(question: Question, typed: str, now: datetime) -> str:
    """Why these words cannot be read; nothing where they can."""
    try:
        read_answer(question, typed, now)
    except Unreadable as refusal:
        return unnumbered(refusal.advice)
    return ""


def unnumbered(advice: str) -> str:
    """A reason names the very times or numbers that were typed."""
    return re.sub(r"\d+", "", advice)


def joined(tries: Sequence[str]) -> str:
    """The words of every try in one line, each once: what a later one says over again is not repeated."""
    return " / ".join(words for at, words in enumerate(tries) if words and not any(words in later for later in tries[at + 1 :]))


def from_form(question: Question, inputs: Mapping[str, str]) -> str:
    """What a card's inputs come to, as if it had been typed; empty where nothing was filled in."""
    given = [(field.id, inputs.get(field.id, "").strip()) for field in question.fields]
    if len(given) == 1:
        return given[0][1]
    if any(field.multiline for field in question.fields):
        return "\n".join(f"{id}: {line}" for id, value in given for line in value.splitlines() if line.strip())
    return ",".join(value for _, value in given if value)


def arrest_line(text: str) -> str:
    """What was said of the arrest decision, or nothing; also out of a line of an older record, which kept it among the evidence."""
    found = sorted(filter(None, map(_ARREST.search, text.splitlines())), key=lambda one: not one[0].startswith("Arrest:"))
    return found[0][1].strip() if found else ""


def lacks_reason(decision: str) -> bool:
    """Whether nobody was arrested and it is not said why."""
    said = words_in(decision)
    return _NO_ARREST.search(said) is not None and _NO_REASON.fullmatch(said) is not None


def evidence_lines(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith("Arrest:"))


def gives_evidence(text: str) -> bool:
    """Whether any evidence is named as there: not denied, and more than what will be lost soon."""
    lines = (_LABEL.split(line)[0] for line in text.splitlines() if not line.startswith(_TO_BE_LOST))
    return any(said.strip() for line in lines for said in affirmed(line))


def _one_of(choices: Iterable[Choice], typed: str) -> str | None:
    said = words_in(typed)
    return next((choice.id for choice in choices if said in map(words_in, (choice.id, choice.label, *choice.words))), None)


def _named(choices: Iterable[Choice], typed: str) -> tuple[str, ...]:
    """Every choice that is named in what was typed, as whole words, and not denied there."""
    pieces = list(affirmed(typed))
    return tuple(choice.id for choice in choices if any(f" {word} " in said for said in pieces for word in (choice.id, *choice.words)))


def _unsure(choice: Choice, typed: str) -> tuple[str, ...]:
    """That it is not known, in whatever words; a denial standing alone is one of them."""
    said = words_in(typed)
    return (choice.id,) if any(f" {word} " in said for word in (choice.id, *choice.words)) or said.strip() in choice.alone else ()


def _more_than(chosen: Iterable[Choice], typed: str) -> str:
    """The words as typed, unless they only name these choices over again."""
    said = words_in(typed)
    for choice in chosen:
        same = choice.words if choice in (NOT_SURE, NOT_KNOWN) else choice.words[:1]
        for name in map(words_in, (choice.label, choice.id, *same, *choice.alone)):
            said = said.replace(name, " ")
    return typed if set(said.split()) - _JOINING else ""


def _danger(typed: str, _: datetime) -> Reading:
    """A yes counts with whatever follows it; a no only alone, or with words that can mean nothing but safety."""
    said = words_in(typed).strip()
    chosen = _one_of(YES_OR_NO[:1], said.partition(" ")[0]) or _one_of(YES_OR_NO, typed)
    if chosen is None and "?" not in typed and any(safe.fullmatch(said) for safe in _NOBODY_IN_DANGER):
        chosen = YES_OR_NO[1].id
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
    """First the letters of the stock wording, or `not sure`; else the kinds of condition that the words tell of. Then words of manner."""
    if OWN in typed:
        raise Outdated(OTHER_LIST)
    signs, end = leading_signs(typed, _LETTERS, _MANNER_WORDS)
    if any(sign[0].isdigit() for sign in signs):
        raise Unreadable(WHICH_LETTERS)
    named = {PROHIBITIONS[_LETTERS.index(sign)].id for sign in signs if sign in _LETTERS}
    wanted = {*_named(PROHIBITIONS, typed), *named}
    ticked = tuple(choice.id for choice in PROHIBITIONS if choice.id in wanted)
    unsure = _unsure(NOT_SURE, typed) if not ticked or NOT_SURE.id in typed else ()
    manners = _named(MANNERS, typed)
    told = () if wanted or unsure or signs else tuple(f"condition_{number}" for number in conditions_told(typed))
    if told:
        return Reading((*told, *manners), typed)
    if BEYOND in signs or not (ticked or unsure):
        raise Unreadable(NO_CONDITION)
    values = (*ticked, *unsure, *manners)
    rest = plain(typed)[end:] if signs else typed
    more = _more_than(_chosen((*PROHIBITIONS, NOT_SURE, *MANNERS), values), rest)
    return Reading(values, typed if more else "")


def _own_conditions(own: list[Choice], typed: str) -> Reading:
    """The numbers as the sealed order has them, its own wording, or `not sure`. What the words alone may tell of is left to a person."""
    said = words_in(typed)
    if re.search(rf"condition_\d|{OWN}\d", said) and not any(f" {choice.id} " in said for choice in own):
        raise Outdated(OTHER_LIST)
    signs, end = leading_signs(typed, [sign for choice in own for sign in choice.words], _MANNER_WORDS)
    bearers = [bearing(own, sign) for sign in signs]
    if any(not found for found in bearers):
        raise Unreadable(NO_SUCH_CONDITION)
    if any(len(found) > 1 for found in bearers):
        raise Unreadable(WHICH_OF_TWO)
    wanted = {choice.id for found in (*bearers, worded(own, typed)) for choice in found}
    ticked = [choice for choice in own if choice.id in wanted or f" {choice.id} " in said]
    unsure = _unsure(NOT_SURE, typed) if not ticked or NOT_SURE.id in typed else ()
    if not (ticked or unsure):
        raise Unreadable(NO_OWN_CONDITION)
    values = (*(choice.id for choice in ticked), *unsure, *_named(MANNERS, typed))
    rest = plain(typed)[end:] if signs else typed
    more = _more_than((*ticked, *_chosen((NOT_SURE, *MANNERS), values)), rest)
    return Reading(values, typed if more else "", tuple(choice.label for choice in ticked))


def _awareness(typed: str, _: datetime) -> Reading:
    """Never a stop: words that name no choice, or deny it, are kept as they are."""
    wanted = {*_named(SOURCES, typed), *sources_told(typed)} - {NOT_KNOWN.id}
    named = tuple(choice.id for choice in SOURCES if choice.id in wanted)
    values = (*named, *(_unsure(NOT_KNOWN, typed) if not named or NOT_KNOWN.id in typed else ()))
    return Reading(values, _more_than(_chosen(SOURCES, values), typed))


def _chosen(choices: Iterable[Choice], values: Iterable[str]) -> list[Choice]:
    return [choice for choice in choices if choice.id in values]


def _evidence(typed: str, _: datetime) -> Reading:
    """What stands behind `lost:` and `arrest:` is taken apart; everything else is evidence, as typed."""
    found: dict[str, list[str]] = {"evidence": [], "lost": [], "arrest": []}
    for line in typed.splitlines():
        before, *labelled = _LABEL.split(line)
        if before.strip() or not labelled:
            found["evidence"].append(before.strip())
        for kind, words in zip(labelled[::2], labelled[1::2], strict=True):
            found[kind.casefold()].append(words.strip())
    named = {id for line in found["lost"] for part in line.split(",") for id in _named(LOSABLE, part)}
    values = tuple(choice.id for choice in _chosen(LOSABLE, named))
    other = [f"{_TO_BE_LOST} {line}" for line in found["lost"] if not all(_named(LOSABLE, part) for part in line.split(","))]
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
