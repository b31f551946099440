"""Cards of the auditor of sending: that reminders do not go out as they should, that they do again, and who cannot be reached."""

from collections.abc import Sequence

from bot.cards.parts import Card, button, card, facts, heading, line, warning
from bot.cards.people import name_and_collar
from bot.offers import Offer
from domain.alarms import Finding, Kind
from domain.london import long_moment
from domain.officers import Permission
from domain.outbox import ALARM
from services.alarms import HowItStands, Unreached
from services.notices import Notice

STANDS = "Reminders are not going out as they should"
OVER = "Reminders are going out again"
ALL_WELL = "Reminders are going out: nothing that is due waits to be sent."
GO_BY_THE_LIST = (
    "Until you hear that it is over, go by the list of contacts due and call the officers concerned. Tell whoever runs NMO Bot."
)
LOOK_ONCE = "What was held up is being sent now, the most urgent first. Look once at what is overdue."
NOBODY_UNREACHED = "Every officer who is owed a reminder can be reached."
UNREACHED = "Officers who cannot be reached"
SAY_HELLO = "Ask them to open NMO Bot in Teams and say hello: what waits for them is sent at once. Until then call them."
NEVER_OPENED, LOST = "has not opened a chat with NMO Bot", "has blocked or removed NMO Bot, or the chat is gone"
SHOWN_AT_MOST = 20
_WORDS = {
    Kind.UNSENT: ("reminder is", "reminders are", "due and unsent: nothing has tried to send"),
    Kind.NOT_TAKEN: ("reminder is", "reminders are", "due and not taken by Teams, which is asked again and again"),
    Kind.NOBODY: ("reminder has", "reminders have", "no officer to go to: give the contact to somebody"),
    Kind.FORGOTTEN: ("open contact plan has", "open contact plans have", "no reminder planned"),
    Kind.JOB_LATE: ("job of the program that sends reminders has", "jobs of the program that sends reminders have", "stopped"),
}


def alarm_card(notice: Notice, offer: Offer, repeat: Sequence[Card]) -> Card:
    presses = [button("How reminders stand", offer.press("alarm:show"))]
    if notice.officer is not None and notice.officer.may(Permission.PLAN_CONTACT):
        presses.insert(0, button("Contacts due", offer.press("contact:list")))
    if notice.row.stage != ALARM:
        return card([heading(OVER), line(LOOK_ONCE), *repeat], presses, speak=f"{OVER}.", marked=False)
    return card([heading(STANDS), *_findings(notice.findings), line(GO_BY_THE_LIST), *repeat], presses, speak=f"{STANDS}.", marked=False)


def standing_card(found: HowItStands, offer: Offer) -> Card:
    """What stands, and each officer who cannot be reached, with why and how many reminders wait."""
    alarm = found.alarm
    body = [heading("How reminders stand")]
    body += [line(ALL_WELL)] if alarm is None else [warning(STANDS), *_findings(alarm.findings), line(GO_BY_THE_LIST)]
    return card([*body, *_unreached(found.unreached)], [button("Look again", offer.press("alarm:show"))])


def _findings(findings: Sequence[Finding]) -> list[Card]:
    return [line(_finding(one), strong=True) for one in findings]


def _finding(one: Finding) -> str:
    single, many, what = _WORDS[one.kind]
    since = "" if one.since is None else f" The oldest was to be done {long_moment(one.since)}."
    return f"{one.number} {single if one.number == 1 else many} {what}.{since}"


def _unreached(found: Sequence[Unreached]) -> list[Card]:
    if not found:
        return [line(NOBODY_UNREACHED)]
    shown = facts([(name_and_collar(one.officer), _why(one)) for one in found[:SHOWN_AT_MOST]])
    more = [line(f"{len(found) - SHOWN_AT_MOST} more: those shown have waited longest.")] if len(found) > SHOWN_AT_MOST else []
    return [line(UNREACHED, strong=True), shown, *more, line(SAY_HELLO)]


def _why(one: Unreached) -> str:
    why = LOST if one.lost else NEVER_OPENED
    if not one.number:
        return f"{why}; nothing waits"
    waits = "1 reminder waits" if one.number == 1 else f"{one.number} reminders wait"
    return f"{why}; {waits}" + ("" if one.since is None else f", the oldest since {long_moment(one.since)}")
