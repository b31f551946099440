"""Reads what an officer typed or ticked as the answer to one question of a breach."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.breaches.awareness import of_this_order, sources_told
from domain.breaches.choices import CARRY_ON, MANNERS, NOT_KNOWN, NOT_SURE, PROHIBITIONS, SOURCES, YES_OR_NO, Choice
from domain.breaches.conditions import conditions_told
from domain.breaches.naming import choices_named, done_in, led_by, one_of
from domain.breaches.questions import AWARENESS, CONDITIONS, DANGER, EMERGENCY, SAFE, Kind, Question
from domain.breaches.signs import BEYOND, leading_signs
from domain.breaches.terms import OWN, bearing, own_choices, worded
from domain.denials import plain, words_in
from domain.errors import Outdated, Unreadable
from domain.moments import Span, read_moment

NO_CONDITION = (
    "I could not read a condition in that. It is kept as you typed it. Please tick a condition, or type its letter first, A to J: 'C, F' or 'A-C'. "
    "Or say in plain words what was done, such as 'text and came to the house'. Or say 'not sure'."
)
WHICH_LETTERS = (
    "The list shown is stock wording and has letters. A number may be one of the sealed order's own, so I have not read it as a condition. "
    "It is kept as you typed it. Which letters, A to J? Or type the order's own wording."
)
NO_OWN_CONDITION = (
    "I could not read which of this order's conditions that is. It is kept as you typed it. "
    "Please tick, or type the number as the order has it: '3'. Or say 'not sure'."
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
_DASHES = "\u2013\u2014"
_LETTERS = tuple("abcdefghij")
_MANNER_WORDS = tuple(word for choice in MANNERS for word in choice.words)
_NO = r"(?:no|nope|nah|n)"
_THERE = r"(?:there is |there'?s )?"
_EXAMPLES = 5
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


@dataclass(frozen=True)
class Reading:
    """What was read: `values` (choices, or both ends of a time), the words that are kept beside them, and the order's own conditions word for word."""

    values: tuple[str, ...] = ()
    text: str = ""
    quoted: tuple[str, ...] = ()


def read_answer(question: Question, typed: str, now: datetime) -> Reading:
    """What was typed as the answer to this one question. Raises Unreadable with words to show."""
    own = own_choices(question)
    if own:
        return _own_conditions(own, typed)
    if question.id in _READERS:
        return _READERS[question.id](typed, now)
    return _BY_KIND[question.kind](question, typed, now)


def ticked(question: Question, value: str, now: datetime) -> Reading:
    """What a card's input holds: the ids of choices, or words. Raises Outdated where a choice is none of this question's."""
    if question.kind not in (Kind.ONE, Kind.MANY):
        return read_answer(question, value, now)
    wanted = {id.strip() for id in value.split(",") if id.strip()}
    chosen = [choice for choice in question.choices if choice.id in wanted]
    if chosen and len(chosen) == len(wanted) and (len(chosen) == 1 or question.kind is Kind.MANY):
        return Reading(tuple(choice.id for choice in _without_none(chosen)), quoted=_quoted(chosen))
    if question.id == CONDITIONS.id and any(id.startswith((OWN, "condition_")) for id in wanted):
        raise Outdated(OTHER_LIST)
    return read_answer(question, value, now)


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


def moment_reading(span: Span, typed: str) -> Reading:
    ends = (span.start.isoformat(), span.end.isoformat())
    return Reading((*ends, "about") if span.about else ends, typed)


def _text(_question: Question, typed: str, _now: datetime) -> Reading:
    return Reading(text=typed)


def _moment(_question: Question, typed: str, now: datetime) -> Reading:
    return moment_reading(read_moment(typed, now), typed)


def _one(question: Question, typed: str, _now: datetime) -> Reading:
    """The choice that the words are, else the only one that they name, else the one that they begin with."""
    whole = one_of(question.choices, typed)
    if whole is not None:
        return Reading((whole,))
    found = choices_named(question.choices, typed, done_in(question)) or led_by(question, typed)
    if len(found) != 1:
        raise Unreadable(_unread(question, "Which is the answer to" if found else "I could not read that as an answer to"))
    return Reading((found[0],), typed)


def _many(question: Question, typed: str, _now: datetime) -> Reading:
    """Every choice that is named; the one that says `none` only by itself."""
    whole = one_of(question.choices, typed)
    if whole is not None:
        return Reading((whole,))
    named = choices_named(question.choices, typed, done_in(question))
    found = [choice for choice in question.choices if choice.id in named]
    if not found:
        raise Unreadable(_unread(question, "I could not read that as an answer to"))
    chosen = _without_none(found)
    return Reading(tuple(choice.id for choice in chosen), typed if _more_than(chosen, typed) else "")


def _unread(question: Question, why: str) -> str:
    examples = "; ".join(_in_short(choice) for choice in question.choices[:_EXAMPLES])
    return f'{why} "{question.asks}" Tick, or say it in words such as: {examples}.'


def _in_short(choice: Choice) -> str:
    return min((words for words in (choice.label, *choice.words[:1]) if len(words) > 1), key=len)


def _without_none(chosen: Sequence[Choice]) -> list[Choice]:
    """That there is nothing, or that it is not known, says nothing beside what there is."""
    return [choice for choice in chosen if not choice.alone or len(chosen) == 1] or list(chosen[:1])


def _quoted(chosen: Iterable[Choice]) -> tuple[str, ...]:
    return tuple(choice.label for choice in chosen if choice.id.startswith(OWN))


def _unsure(choice: Choice, typed: str) -> tuple[str, ...]:
    """That it is not known, in whatever words; a denial standing alone is one of them."""
    said = words_in(typed)
    return (choice.id,) if any(f" {word} " in said for word in (choice.id, *choice.words)) or said.strip() in choice.alone else ()


def _more_than(chosen: Sequence[Choice], typed: str) -> str:
    """The words as typed, unless they only name these choices over again; letters of another script are words as well."""
    said = words_in(typed)
    for choice in chosen:
        same = choice.words if choice in (NOT_SURE, NOT_KNOWN) else choice.words[:1]
        for name in map(words_in, (choice.label, choice.id, *same, *choice.alone)):
            said = said.replace(name, " ")
    beyond = any(not (sign.isascii() or sign.isspace() or sign in _DASHES) for sign in plain(typed))
    return typed if set(said.split()) - _JOINING or beyond or not chosen else ""


def _danger(typed: str, _: datetime) -> Reading:
    """A yes counts with whatever follows it; a no only alone, or with words that can mean nothing but safety."""
    said = words_in(typed).strip()
    chosen = one_of(YES_OR_NO[:1], said.partition(" ")[0]) or one_of(YES_OR_NO, typed)
    if chosen is None and "?" not in typed and any(safe.fullmatch(said) for safe in _NOBODY_IN_DANGER):
        chosen = YES_OR_NO[1].id
    if chosen is None:
        raise Unreadable(f"Please answer yes or no. If in doubt: {EMERGENCY[0].lower()}{EMERGENCY[1:]}")
    return Reading((chosen,))


def _safe(typed: str, _: datetime) -> Reading:
    if one_of(CARRY_ON, typed) is None:
        raise Unreadable(f"{EMERGENCY} Say 'carry on' when help is coming.")
    return Reading(("carry_on",))


def _conditions(typed: str, _: datetime) -> Reading:
    """First the letters of the stock wording, or `not sure`; else the kinds of condition that the words tell of."""
    if OWN in typed:
        raise Outdated(OTHER_LIST)
    signs, end = leading_signs(typed, _LETTERS, _MANNER_WORDS)
    if any(sign[0].isdigit() for sign in signs):
        raise Unreadable(WHICH_LETTERS)
    named = {PROHIBITIONS[_LETTERS.index(sign)].id for sign in signs if sign in _LETTERS}
    wanted = {*choices_named(PROHIBITIONS, typed), *named}
    ticked = tuple(choice.id for choice in PROHIBITIONS if choice.id in wanted)
    unsure = _unsure(NOT_SURE, typed) if not ticked or NOT_SURE.id in typed else ()
    told = () if wanted or unsure or signs else tuple(f"condition_{number}" for number in conditions_told(typed))
    if told:
        return Reading(told, typed)
    if BEYOND in signs or not (ticked or unsure):
        raise Unreadable(NO_CONDITION)
    values = (*ticked, *unsure)
    rest = plain(typed)[end:] if signs else typed
    more = _more_than(_chosen((*PROHIBITIONS, NOT_SURE), values), rest)
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
    values = (*(choice.id for choice in ticked), *unsure)
    rest = plain(typed)[end:] if signs else typed
    more = _more_than((*ticked, *_chosen((NOT_SURE,), values)), rest)
    return Reading(values, typed if more else "", tuple(choice.label for choice in ticked))


def _awareness(typed: str, _: datetime) -> Reading:
    """Never a stop: words that name no choice, or deny it, are kept as they are."""
    wanted = {*choices_named(SOURCES, typed, of_this_order), *sources_told(typed)} - {NOT_KNOWN.id}
    named = tuple(choice.id for choice in SOURCES if choice.id in wanted)
    values = (*named, *(_unsure(NOT_KNOWN, typed) if not named or NOT_KNOWN.id in typed else ()))
    return Reading(values, _more_than(_chosen(SOURCES, values), typed))


def _chosen(choices: Iterable[Choice], values: Iterable[str]) -> list[Choice]:
    return [choice for choice in choices if choice.id in values]


_READERS: dict[str, Callable[[str, datetime], Reading]] = {
    DANGER.id: _danger,
    SAFE.id: _safe,
    CONDITIONS.id: _conditions,
    AWARENESS.id: _awareness,
}
_BY_KIND: dict[Kind, Callable[[Question, str, datetime], Reading]] = {
    Kind.WORDS: _text,
    Kind.MOMENT: _moment,
    Kind.ONE: _one,
    Kind.MANY: _many,
}
