"""Lines that say plainly which capability they are for, also in the midst of another's questions: it answers, then the open question is asked again."""

from typing import Any

from bot.duty_meant import duty_heard
from bot.duty_words import Duty
from bot.intents import breach_reference
from bot.local_words import asks_for_visits
from bot.transfer_words import transfer_asked
from bot.turn import Turn
from dialogs.shown import shown
from domain.officers import Permission

# The dialog that hears each.
DUTY_DIALOGS = {
    **dict.fromkeys((Duty.ACKNOWLEDGE, Duty.PUT_OFF), "putting_off"),
    **dict.fromkeys((Duty.GIVE, Duty.GIVE_ALL), "handing_on"),
    **dict.fromkeys((Duty.ABSENCE, Duty.BACK, Duty.AWAY, Duty.SHIFTS), "duty_roster"),
    Duty.ESCALATED: "escalations",
}


def plainly_for(turn: Turn, *, in_the_midst: bool) -> tuple[str, dict[str, Any]] | None:
    """The capability and what it is given; None where the line is of none of these."""
    if (reference := breach_reference(turn.text)) is not None:
        return "breaches", {"reference": reference}
    if (duty := duty_heard(turn.text, turn.now, turn.officer, in_the_midst=in_the_midst)) is not None:
        return DUTY_DIALOGS[duty.asked], {"asked": duty}
    if turn.officer.may(Permission.TRANSFER) and (going := transfer_asked(turn.text, turn.now)) is not None:
        return "transfers", {"asked": going, "shown": shown(turn)}
    visits_alone = turn.officer.may(Permission.VISIT_RESPONDENT) and not turn.officer.may(Permission.PLAN_CONTACT)
    if visits_alone and not in_the_midst and asks_for_visits(turn.text):
        return "visits", {"event": "visit:list"}
    return None
