"""Cards of how a protected person may safely be reached: the record, its form page by page, and days and times to be confirmed."""

from collections.abc import Iterator
from datetime import datetime

from bot.cards.contacts import NEVER
from bot.cards.parts import Card, button, card, choices, facts, heading, line, text_input, warning
from bot.offers import Offer
from domain.contacts import ContactPlan, Why
from domain.errors import Unreadable
from domain.london import deadline, long_date
from domain.safe_contacts import FORM, KEEP, LONGEST_FIELD, Channel, FormField, SafeWays
from domain.safe_planning import needs_deciding
from domain.safe_windows import window_words
from domain.safe_windows_read import LONGEST, WITHIN, read_windows
from services.safe_contacts import SafeContact

NOT_KNOWN_SAFE = "None of this is known to be safe. Get a safe contact from the court or solicitor before you use it."
ASK_FIRST = (
    "Use only a route and a time the person has called safe, and ask again each time: what is safe changes.",
    "Open with questions that take a yes or no: are you alone, is it all right to talk? Offer another time if anyone else is there.",
    "No detail in a voicemail or text, and no word of an order, unless that was agreed.",
)
HOW_TO_FILL = "What you leave empty stays as it is. A dash (-) empties a field. Page {} of {}."
WAITS = "These days and times do not count yet: is this what was meant?"
COURT_READ = "The court's words are read so: is this right? They count once you say so."
ASSUMED = "It was only said when it is not safe: the rest, from 08:00 to 21:00, is an assumption. Ask the person before you confirm it."
NOTED = 'Kept as a note, word for word: "{}".'
UNREADABLE = '"{words}" is kept, but cannot be read as days and times. {advice}'
COURT_UNREADABLE = (
    "The court's words stand above as they came. They cannot be read as days and times, so no contact is planned by them: go by the words themselves."
    " Once the person has said when it is safe, press Change safe contact and put it in."
)
NONE_IN_TIME = "None of these times comes before the contact must be made, by {}. If you confirm them a supervisor is asked at once to decide how it is made."
ASKED_NOW = (
    "Confirmed. None of these times comes before the contact must be made, by {}: a supervisor has been asked to decide now how it is made."
    " Do not ring outside the safe times before that. Contacts after it are planned within them."
)
WRONG_NUMBER = "{} was found to be somebody else's number: do not ring it."
SAVED = "Kept. The version before is kept too."
CONFIRM, TAKE_ON, STILL, CHANGE, UNDO = (
    "Yes, that is right",
    "Yes, take these on",
    "Still safe: confirm today",
    "Change safe contact",
    "Undo this change",
)
SAVE, SKIP = "Save and go on", "Keep this page as it is"
CHANNEL_WORDS: dict[Channel, str] = {
    Channel.PHONE: "telephone",
    Channel.TEXT: "text message",
    Channel.EMAIL: "e-mail",
    Channel.VISIT: "visit in person",
    Channel.THIRD_PARTY: "through somebody they trust",
}
_YES_OR_NO = (("Yes", "yes"), ("No", "no"), ("Not known", "unknown"), ("Keep as it is", KEEP))


def safe_contact_card(safe: SafeContact, offer: Offer, now: datetime) -> Card:
    """What officers have kept, and what the court gave; a withheld particular is said to be withheld, and a confidential one is marked."""
    unsafe = [warning(NOT_KNOWN_SAFE)] if safe.plan.due.why is Why.GET_SAFE_CONTACT else []
    ways = safe.ways
    wrong = [warning(WRONG_NUMBER.format(ways.wrong_number or "The number"))] if ways and ways.wrong_number else []
    kept = [] if ways is None else [facts(_kept(ways))]
    body = [
        heading("Safe contact"),
        *unsafe,
        *wrong,
        facts([("Order", safe.order.reference), ("Protected person", safe.person.name)]),
        *kept,
    ]
    body += [line("From the court", strong=True), facts(_court(safe))]
    proposed, presses = _proposal(safe, offer, now)
    tips = [line(text) for text in ASK_FIRST]
    return card([*body, *proposed, *tips, line(NEVER, quiet=True)], [*presses, *_ways_on(safe, offer)])


def page_card(safe: SafeContact, number: int, offer: Offer) -> Card:
    """One page of the form; a press on it keeps what was filled in and brings the next."""
    page, version = FORM[number], str(safe.ways.version if safe.ways else 0)
    body = [
        heading(page.title),
        line(HOW_TO_FILL.format(number + 1, len(FORM)), quiet=True),
        *(_field(one, safe.ways) for one in page.fields),
    ]
    details = {"number": str(number), "version": version}
    save = button(SAVE, offer.press_once("safe:save", str(safe.plan.id), **details), style="positive")
    skip = button(SKIP, offer.press("safe:change" if number + 1 < len(FORM) else "contact:show", str(safe.plan.id), number=str(number + 1)))
    return card([*body, line(NEVER, quiet=True)], [save, skip])


def _ways_on(safe: SafeContact, offer: Offer) -> Iterator[Card]:
    which, version = str(safe.plan.id), str(safe.ways.version if safe.ways else 0)
    if safe.ways is not None and safe.ways.is_enough:
        yield button(STILL, offer.press_once_alone("safe:still", which))
    yield button(CHANGE, offer.press("safe:change", which, number="0"))
    yield button("Open the contact", offer.press("contact:open", which))
    if safe.changed:
        yield button(UNDO, offer.press_once_alone("safe:undo", which, version=version))


def _proposal(safe: SafeContact, offer: Offer, now: datetime) -> tuple[list[Card], list[Card]]:
    """Words that wait, as they are read; else the court's, where nothing better is known."""
    ways, version = safe.ways or SafeWays(safe.plan.id), str(safe.ways.version if safe.ways else 0)
    if ways.waits:
        press = button(CONFIRM, offer.press_once("safe:confirm", str(safe.plan.id), version=version), style="positive")
        return _read(WAITS, UNREADABLE, ways.said, ways, press, safe.plan, now)
    if safe.court_words and not ways.windows:
        press = button(TAKE_ON, offer.press_once("safe:court", str(safe.plan.id), version=version), style="positive")
        return _read(COURT_READ, COURT_UNREADABLE, safe.court_words, ways, press, safe.plan, now)
    return [], []


def _read(
    asked: str, unreadable: str, words: str, ways: SafeWays, press: Card, plan: ContactPlan, now: datetime
) -> tuple[list[Card], list[Card]]:
    try:
        found = read_windows(words, ways.windows)
    except Unreadable as refusal:
        return [line(unreadable.format(words=words, advice=refusal.advice))], []
    body = [line(asked, strong=True), line(f'"{words}"'), line(window_words(found.windows), strong=True), line(WITHIN, quiet=True)]
    body += [line(ASSUMED)] if found.assumed else []
    body += [line(NOTED.format("; ".join(found.notes)))] if found.notes else []
    body += [line(f"Not read: {', '.join(found.unread)}.")] if found.unread else []
    late = needs_deciding(plan, found.windows, now)
    return [*body, *([warning(NONE_IN_TIME.format(deadline(plan.due.must_by)))] if late else [])], [press]


def _kept(ways: SafeWays) -> list[tuple[str, str | None]]:
    return [
        ("Safe days and times", window_words(ways.windows) or "not known"),
        ("Also said", ways.note),
        ("Safe way", CHANNEL_WORDS[ways.channel] if ways.channel else None),
        ("Safe number", ways.number if ways.number != ways.wrong_number else None),
        ("Safe e-mail", ways.email),
        ("Who may answer", ways.who_may_answer),
        ("Voicemail", _yes(ways.voicemail)),
        ("Text", _yes(ways.text)),
        ("Number withheld", _yes(ways.withheld)),
        ("Code word", ways.code_word),
        ("Do not visit", _yes(ways.do_not_visit)),
        ("Interpreter", _yes(ways.interpreter)),
        ("Language", ways.language),
        ("What helps", ways.needs),
        ("If not reached", ways.fallback),
        ("Last confirmed", long_date(ways.confirmed_on) if ways.confirmed_on else "not yet"),
    ]


def _court(safe: SafeContact) -> list[tuple[str, str | None]]:
    return [
        ("Phone", _particular(safe, "phone", safe.person.phone)),
        ("Email", _particular(safe, "email", safe.person.email)),
        ("Safe time to call, in the court's words", _particular(safe, "safe_time", safe.person.safe_time_raw)),
    ]


def _particular(safe: SafeContact, name: str, value: str | None) -> str:
    if any(one.startswith(name) for one in safe.person.withheld):
        return "withheld by the court: ask the court or solicitor for a safe one"
    if not value:
        return "not given"
    return f"{value} (confidential: do not pass it on)" if name in safe.person.confidential else value


def _field(one: FormField, ways: SafeWays | None) -> Card:
    label = f"{one.label} (now: {held})" if (held := _held(one, ways)) else one.label
    if one.kind == "yes":
        return choices(one.id, label, _YES_OR_NO)
    if one.kind == "channel":
        return choices(one.id, label, [*((words, channel.value) for channel, words in CHANNEL_WORDS.items()), ("Keep as it is", KEEP)])
    return text_input(one.id, label, limit=LONGEST if one.id == "said" else LONGEST_FIELD)


def _held(one: FormField, ways: SafeWays | None) -> str:
    if ways is None:
        return ""
    if one.id == "said":
        return window_words(ways.windows)
    value = getattr(ways, one.id)
    if one.kind == "channel":
        return CHANNEL_WORDS[value] if value else ""
    return (_yes(value) or "") if one.kind == "yes" else value


def _yes(value: object) -> str | None:
    """Of what was answered with yes or no; what was not said is none."""
    return {True: "yes", False: "no"}.get(bool(value)) if value is not None else None
