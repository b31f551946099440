"""What a line is taken for that no open question hears: telling of a breach, a page, a person."""

from collections.abc import Callable
from datetime import date

from bot.intents import Intent, begins_with_he, intent_of, is_a_district, is_a_name, is_a_particular_alone, may_be_a_name, only_tells
from bot.turn import Turn
from dialogs.shown import shown
from domain.breaches.spotting import tells_of_conduct
from domain.forenames import is_forename
from domain.london import to_london
from domain.lookups import too_little
from domain.officers import Permission
from domain.particulars import Particulars

YOUNGEST, OLDEST = 10, 100


def decided(turn: Turn, text: str, asked: Particulars, answers: Callable[[str], bool]) -> Intent:
    """What was done, told under an order; else the signs, unless they speak of nobody and a page answers; else a page; else a person; else the honest "I don't have that" of the guidance."""
    intent = intent_of(text)
    somebody = too_little(asked) is None
    if intent in {None, Intent.LOOKUP_ORDER} and _tells_of_the_order_shown(turn, text, asked):
        return Intent.RECORD_BREACH
    if intent is Intent.GUIDANCE and somebody and _is_named(asked) and not answers(text):
        return Intent.LOOKUP_ORDER if turn.officer.may(Permission.LOOK_UP_ORDER) else intent
    if asked.place is not None and intent in {None, Intent.GUIDANCE}:
        return Intent.LOOKUP_ORDER
    if intent not in {None, Intent.LOOKUP_ORDER, Intent.RECORD_BREACH}:
        return intent
    if intent is Intent.RECORD_BREACH:
        return Intent.LOOKUP_ORDER if somebody and _says_whose(asked, to_london(turn.now).date()) else intent
    if intent is Intent.LOOKUP_ORDER and somebody and turn.officer.may(Permission.LOOK_UP_ORDER):
        return intent
    if is_a_particular_alone(text) or (intent is None and is_a_name(text)):
        return Intent.LOOKUP_ORDER
    if somebody and asked.has_particular and turn.officer.may(Permission.LOOK_UP_ORDER):
        return Intent.LOOKUP_ORDER
    if answers(text) and not (somebody and _is_named(asked) and only_tells(text) and turn.officer.may(Permission.LOOK_UP_ORDER)):
        return Intent.GUIDANCE
    dated = asked.dob is not None or asked.age is not None
    particular = is_a_district(text) or (somebody and (dated or asked.district is not None or _is_named(asked)))
    return Intent.LOOKUP_ORDER if intent or particular or may_be_a_name(text) or _is_one_name(text, asked) else Intent.GUIDANCE


def _tells_of_the_order_shown(turn: Turn, text: str, asked: Particulars) -> bool:
    """It is told what somebody did, nothing is asked, and nobody else is named: most likely a breach of the order that was shown last."""
    nobody_else = not _says_whose(asked, to_london(turn.now).date()) and (begins_with_he(text) or not _is_named(asked))
    may = shown(turn) is not None and turn.officer.may(Permission.RECORD_BREACH)
    return may and nobody_else and only_tells(text) and tells_of_conduct(text)


def _says_whose(asked: Particulars, today: date) -> bool:
    """A number, or a date of birth: one of the last years, with or without its century, is the day of the breach."""
    return bool(asked.case_no or asked.reference) or (asked.dob is not None and YOUNGEST < today.year - asked.dob.year < OLDEST)


def _is_named(asked: Particulars) -> bool:
    """A forename that is known and a surname stand in the line: whoever asks about a person gets the person, where no page answers."""
    names = asked.name_tokens
    return len(names) > 1 and not asked.unsure and (is_forename(names[0]) or is_forename(names[-1]))


def _is_one_name(text: str, asked: Particulars) -> bool:
    """One word that no list of ordinary words has, alone or with a part of a postcode: most likely a surname, and the look-up says what to type with it."""
    return len(asked.name_tokens) == 1 and (len(text.split()) == 1 or asked.district is not None)
