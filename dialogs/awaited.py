"""What a typed line is while the reason for a look-up is awaited: the reason's own words, or something else said to the bot."""

import re
from typing import Any

from bot.asides import Aside, Heard, aside_of, asks_for_contacts, says_yes, tells_nothing
from bot.intents import Intent, intent_of, is_a_name, is_new_incident, is_plain_look_up
from bot.turn import Turn
from dialogs.following import choice_of
from domain.access import reason_in
from domain.particulars import Particulars
from domain.sweeping import wants_everyone
from guidance.danger import is_danger

AWAITS, WHY, WHICH = "awaits", "why", "which"
_OTHER = re.compile(r"other\b[\s:;,.\u2013\u2014-]*(.*)", re.IGNORECASE | re.DOTALL)
_TO_THE_BOT = frozenset({Intent.HELP, Intent.SMALLTALK, Intent.CANCEL})


def awaits(turn: Turn) -> str:
    """What the card that was shown last asks: why, or which; empty where it asks neither."""
    return str((turn.conversation.state.get("listed") or {}).get(AWAITS, ""))


def words_of(turn: Turn, asked: Particulars) -> str | None:
    """The line as the reason's words, empty where it is none that tells anything; None where it is something else."""
    text = turn.text.strip()
    if awaits(turn) == WHY:
        other = _OTHER.fullmatch(text)
        return None if other is None else other[1].strip()
    if awaits(turn) != WHICH or not text or _is_said_to_the_bot(text) or _looks_up(text, asked):
        return None
    return "" if tells_nothing(text) or says_yes(text) or choice_of(text) is not None else text


def still_awaited(turn: Turn, *, another_asks: bool) -> dict[str, Any] | None:
    """The card that is still the last thing asked: an answer in between asks nothing, a record in progress does."""
    listed = turn.conversation.state.get("listed")
    if another_asks or turn.listed is not None or intent_of(turn.text) is Intent.CANCEL:
        return turn.listed
    if awaits(turn) == WHICH:
        return listed if is_danger(turn.text) else None
    return listed if awaits(turn) == WHY and not reason_in(turn.conversation.state, turn.now) else None


def _is_said_to_the_bot(text: str) -> bool:
    orders = (is_new_incident(text), wants_everyone(text), asks_for_contacts(text), aside_of(text) == Heard(Aside.RECORD))
    return is_danger(text) or intent_of(text) in _TO_THE_BOT or any(orders)


def _looks_up(text: str, asked: Particulars) -> bool:
    """Somebody else is asked about: the answer to the look-up before would be taken for theirs."""
    numbered = asked.has_particular or any((asked.dob, asked.case_no, asked.reference))
    return is_plain_look_up(text) or is_a_name(text) or numbered
