"""Cards of a record of a breach after it was sent: how it stands, what was added, a supervisor's decision, and the list of what waits."""

from collections.abc import Iterator, Sequence

import orjson

from bot.cards.breaches import record_card
from bot.cards.parts import Card, button, card, choices, heading, line, text_input
from bot.offers import Offer
from domain.breaches.questions import PAGES
from domain.breaches.signing import LONGEST_ADDENDUM, LONGEST_NOTE, Addendum, Decision, SigningState, authors, may_decide
from domain.breaches.since import STATES, title_of, typed_of
from domain.london import long_moment
from domain.officers import Officer, Permission
from domain.withholding import with_words_instead
from services.breach_signing import Queue
from services.breaches import Sent

SINCE = "Since it was sent"
WHAT_IT_MEANS = (
    "Signing off says that you have read this record, with all that was added to it, and find it fit to go further. "
    "It stays as it was sent. Whatever is added later asks for a new sign-off."
)
ANOTHERS = "You gave part of this record, so another supervisor signs it off."
STAYS = (
    "The record itself stays as it was sent: your words stand under it with your name and the time, and ask for a supervisor's sign-off."
)
WHOLE = "The record as a whole"
AS_A_WHOLE = "whole"
TEAM_FIRST = "Your own team's first, then the others; of these the oldest first."
CUT = "(cut short here: press Read what was added)"
_SHOWN = 300
_SHOWN_BYTES = 5_000
_PAGE_BYTES = 18_000
Entry = Addendum | Decision


def signed_card(sent: Sent, officer: Officer, offer: Offer) -> Card:
    """The record as it was sent, what came after it, and what this officer may do about it."""
    whole = record_card(sent)
    shown, is_cut = _shortly(sent)
    body = [
        *whole["body"],
        line(SINCE, strong=True),
        line(STATES[sent.signing.state]),
        *([line(CUT, quiet=True)] if is_cut else []),
        *shown,
    ]
    if officer.may(Permission.SIGN_OFF_BREACH) and officer.id in authors(sent.breach, sent.signing):
        body.append(line(ANOTHERS, quiet=True))
    return whole | {"body": body, "actions": [*whole["actions"], *_ways(sent, officer, offer, is_cut=is_cut)]}


def sign_off_card(sent: Sent, offer: Offer) -> Card:
    """Asks once more, and says what it means."""
    body = [heading(f"Sign off {sent.breach.reference}?"), line(WHAT_IT_MEANS)]
    yes = button("Yes, sign it off", offer.press_once("breach:sign_off", str(sent.breach.id), seen=sent.signing.mark), style="positive")
    return card(body, [yes, _back_to(sent, offer)], speak="Sign this record off?")


def return_card(sent: Sent, offer: Offer) -> Card:
    reference = sent.breach.reference
    note = text_input(
        "note", "What is to be put right?", multiline=True, required="A note is needed to return a record.", limit=LONGEST_NOTE
    )
    body = [
        heading(f"Return {reference}"),
        line(f"Its officer is told and reads your note. Or type 'return {reference}:' and the note."),
        note,
    ]
    press = button("Return it", offer.press_once("breach:return", str(sent.breach.id), seen=sent.signing.mark))
    return card(body, [press, _back_to(sent, offer)], speak="Return this record with a note.")


def add_card(sent: Sent, offer: Offer) -> Card:
    reference = sent.breach.reference
    about = [(WHOLE, AS_A_WHOLE), *((page.title, page.id) for page in PAGES if page.may_skip)]
    body = [
        heading(f"Add to {reference}"),
        line(f"{STAYS} Or type 'add to {reference}:' and your words."),
        text_input("words", "What is to be added?", multiline=True, required="Type what is to be added.", limit=LONGEST_ADDENDUM),
        choices("question", "What is it about?", about),
    ]
    press = button("Add it", offer.press_once("breach:add", str(sent.breach.id)), style="positive")
    return card(body, [press, _back_to(sent, offer)], speak="Add to this record.")


def history_card(sent: Sent, page: int, offer: Offer) -> Card:
    """All that was added and decided, in order and uncut; of many pages one."""
    pages = list(_pages([block for one in sent.signing.history for block in _blocks(one, sent)]))
    at = min(page, len(pages) - 1)
    where = [line(f"Page {at + 1} of {len(pages)}.", quiet=True)] if len(pages) > 1 else []
    more = button("More", offer.press("breach:history", str(sent.breach.id), page=str(at + 1)))
    ways = [*([more] if at + 1 < len(pages) else []), _back_to(sent, offer)]
    return card(
        [heading(f"Added since {sent.breach.reference} was sent"), *where, *pages[at]], ways, speak="What was added to this record."
    )


def awaiting_card(queue: Queue, offer: Offer) -> Card:
    """The own team's first, each with the press that opens it; of many pages one."""
    body = [heading("Records awaiting sign-off")]
    if queue.records:
        body.append(line(TEAM_FIRST, quiet=True))
    if not queue.records:
        body.append(line("No record of a breach awaits your sign-off."))
    body += [line(f"{one.reference}, recorded {long_moment(one.recorded_at)} by {one.recorder}.") for one in queue.records]
    opens = [button(f"Open {one.reference}", offer.press("breach:show", str(one.id))) for one in queue.records]
    more = [button("More", offer.press("breach:awaiting", page=str(queue.page + 1)))] if queue.more else []
    return card(body, [*opens, *more])


def _ways(sent: Sent, officer: Officer, offer: Offer, *, is_cut: bool) -> Iterator[Card]:
    id = str(sent.breach.id)
    if sent.signing.state is SigningState.AWAITING and may_decide(sent.breach, sent.signing, officer):
        yield button("Sign off", offer.press("breach:ask_sign_off", id), style="positive")
        yield button("Return with a note", offer.press("breach:ask_return", id))
    if officer.may(Permission.RECORD_BREACH):
        yield button("Add to this record", offer.press("breach:ask_add", id))
    if is_cut:
        yield button("Read what was added", offer.press("breach:history", id, page="0"))


def _back_to(sent: Sent, offer: Offer) -> Card:
    return button("Show the record", offer.press("breach:show", str(sent.breach.id)))


def _shortly(sent: Sent) -> tuple[list[Card], bool]:
    """In order, as much of the newest as the card has room for beside the record; whether anything is cut."""
    shown: list[Card] = []
    room = _SHOWN_BYTES
    for one in reversed(sent.signing.history):
        whole = list(_blocks(one, sent))
        title, *rows = whole
        blocks = [title, *([line(f"{_words(one, sent)[:_SHOWN]} ...")] if _size(rows) > 2 * _SHOWN else rows)]
        room -= _size(blocks)
        if room < 0:
            return shown, True
        shown = [*blocks, *shown]
    return shown, any(_size(list(_blocks(one, sent))[1:]) > 2 * _SHOWN for one in sent.signing.history)


def _blocks(one: Entry, sent: Sent) -> Iterator[Card]:
    """Who and when, then the words row by row: a client runs the rows of one text together."""
    yield line(title_of(one), strong=True)
    yield from (line(row) for row in _words(one, sent).splitlines() if row.strip())


def _words(one: Entry, sent: Sent) -> str:
    """As the text for the crime report has it: what must be kept out of that is kept out here."""
    return with_words_instead(typed_of(one), (sent.order.applicant,))


def _pages(blocks: Sequence[Card]) -> Iterator[list[Card]]:
    page: list[Card] = []
    for block in blocks:
        if page and _size([*page, block]) > _PAGE_BYTES:
            yield page
            page = []
        page.append(block)
    yield page


def _size(blocks: Sequence[Card]) -> int:
    return len(orjson.dumps(blocks))
