"""The daily print as a PDF that opens with a passphrase alone, in any reader: orders by the respondent's name, then what is owed."""

from collections.abc import Iterator
from datetime import datetime

from bot.files.parts import Kind, Part
from bot.files.pdf import as_sealed_pdf
from domain.contact_words import RISK_WORDS
from domain.evidence import awareness_words, service_words
from domain.london import deadline, long_date, long_moment, to_london
from domain.order_states import last_confirmed, standing_words
from domain.orders import Party
from domain.visit_briefing import home_of, terms_to_take
from services.daily_print import DailyPrint, PrintedOrder

WHAT_IT_IS = (
    "For when the bot is down. It is as old as it says: ask the court, PND and PNC about anything since. Where a protected person is, and how they are "
    "safely reached, stands in no print: ring the duty supervisor."
)
_NAMES = frozenset({"forenames", "surname", "name"})
SHRED = "Lock it away, and shred what was printed of an earlier day."


def printed(found: DailyPrint, passphrase: str) -> bytes:
    day = to_london(found.at).date().isoformat()
    return as_sealed_pdf(f"print {day}", list(parts_of(found)), found.at, passphrase)


def name_of(force: str, at: datetime) -> str:
    return f"nmo-print-{force}-{to_london(at).date().isoformat()}.pdf"


def parts_of(found: DailyPrint) -> Iterator[Part]:
    yield Part(Kind.TITLE, f"Non-molestation orders that run, {long_date(to_london(found.at).date())}")
    yield Part(Kind.FACT, "As at", long_moment(found.at))
    yield Part(Kind.FACT, "Force", found.force)
    yield Part(Kind.FACT, "Orders", str(len(found.orders)))
    yield Part(Kind.WORDS, words=f"{WHAT_IT_IS}\n{SHRED}")
    for one in found.orders:
        yield from _order(one)
    yield Part(Kind.HEADING, f"Contacts owed within 48 hours: {len(found.contacts)}")
    owed = [f"{one.reference}: by {deadline(one.must_by)}, {RISK_WORDS[one.risk]}, {one.owner}" for one in found.contacts]
    yield Part(Kind.WORDS, words="\n".join(owed) or "None.")


def _order(one: PrintedOrder) -> Iterator[Part]:
    order = one.order
    born = long_date(order.respondent.dob) if order.respondent.dob and "dob" not in order.respondent.withheld else "not given"
    ends = long_moment(order.expires_at) if order.expires_at else "no end date known"
    yield Part(Kind.HEADING, f"{_name(order.respondent)}, born {born}: {order.reference}")
    lines = [
        f"Respondent's home: {home_of(order)}",
        f"Protected person: {_name(order.applicant)}",
        f"{standing_words(one.standing)}. {last_confirmed(order)} Ends: {ends}",
        f"Case {order.case_no}, {order.court_name or 'court not given'}",
        service_words(one.evidence, served_copy=order.served_file)[0],
        awareness_words(one.evidence)[0],
        "Terms:",
        *terms_to_take(order, one.terms),
    ]
    yield Part(Kind.WORDS, words="\n".join(lines))


def _name(party: Party) -> str:
    return party.name if _NAMES.isdisjoint(party.withheld | party.confidential) else "name confidential: ask the duty supervisor"
