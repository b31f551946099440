"""Made-up breaches for tests: a draft answered in one go, and a follow-up that remembers what it was told."""

from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID, uuid4

from domain.breaches import drafts
from domain.breaches.drafts import Breach, BreachDraft, KeptAsTyped, Told, next_page, standing, when_of
from domain.breaches.flow import Step, leave_out_rest, say, submit
from domain.breaches.questions import BY_ID
from domain.breaches.risk import assessed_in
from domain.breaches.then import standings_then, states_of
from domain.clock import Clock
from domain.officers import Officer
from domain.orders import Order
from domain.papers import Condition, Draft
from domain.terms import OrderTerms, TermsState
from services.breaches import Sent
from services.contacts import breach_reported
from storage.work import UnitOfWork
from tests.orders import an_order
from tests.people import RESPONSE, VLO

NOW = datetime(2026, 11, 22, 10, 50, tzinfo=UTC)
Given = str | Mapping[str, str]
ACCOUNT = {"happened": "He texted her three times.", "when": "last night about ten", "where": "on her phone", "manner": "contact"}
BROKEN = {"conditions": "condition_3", "third_party": "no", "exception": "exception_none"}
KNOWN = {"identity": "id_account", "awareness": "served", "explained": "explained_later"}
DECIDED = {"offences": "offence_none", "earlier": "no", "arrest": "arrest_outstanding", "arrest_why": "not found yet"}
HELD = {"evidence": "ev_messages", "missing": "ev_phone", "lost": "lost_phone", "contempt": "contempt_unchecked"}
SAFE_NOW = {"children": "child_none", "risk_before": "risk_medium", "risk_after": "risk_high", "safeguarding": "safe_plan"}
NEXT = {"events": "event_none", "victim_told": "told_not_yet"}
PAGES_TOLD = (ACCOUNT, BROKEN, KNOWN, DECIDED, HELD, SAFE_NOW, NEXT)
SIMPLE: tuple[Given, ...] = ("no", *PAGES_TOLD)


OWN = (
    Condition("3", "The respondent must not use or threaten violence against Jane Marlow."),
    Condition("4", "The respondent must not harass or pester Jane Marlow."),
    Condition("5", "The respondent must not go to 3 Cobbler's Yard, Ambermere."),
)


def a_draft(*given: Given, order_id: UUID | None = None, by: UUID = RESPONSE.id) -> BreachDraft:
    """A draft after these answers to its pages as they came: typed, or sent from a card."""
    draft = BreachDraft(uuid4(), "demo", by, order_id or uuid4(), NOW)
    for one in given:
        draft = _kept(draft, one, by)
    return draft


def _kept(draft: BreachDraft, given: Given, by: UUID) -> BreachDraft:
    try:
        return stepped(draft, given, by)
    except KeptAsTyped as still:
        return still.draft


def account_of(account: str) -> Given:
    """The page of what happened, with that account."""
    return ACCOUNT | {"happened": account}


def told_record(*given: Given, order: Order | None = None) -> tuple[Breach, Order]:
    """A breach as it was sent, with its order."""
    order = order or an_order()
    return filed(a_draft(*given, order_id=order.id), order)


def filed(draft: BreachDraft, order: Order) -> tuple[Breach, Order]:
    return drafts.recorded(
        Told(draft, order, states_of(standings_then(order, when_of(standing(draft.answers))))), "BR-7F3K2D", "0000", NOW
    ), order


def left_out(draft: BreachDraft, reason: str = "not asked") -> BreachDraft:
    """All that the open page lacks, left out."""
    page = next_page(draft)
    assert page is not None
    step = Step(page, RESPONSE.id, NOW)
    return submit(leave_out_rest(draft, step), step, {"reason": reason})


def stepped(draft: BreachDraft, given: Given, by: UUID = RESPONSE.id, now: datetime = NOW) -> BreachDraft:
    page = next_page(draft)
    assert page is not None
    step = Step(page, by, now)
    return say(draft, step, given) if isinstance(given, str) else submit(draft, step, given)


def kept(draft: BreachDraft, given: Given, now: datetime = NOW) -> tuple[BreachDraft, str]:
    """What is kept of a page that stays open, and why it does."""
    try:
        return stepped(draft, given, now=now), ""
    except KeptAsTyped as still:
        return still.draft, still.advice


def needed(*ids: str) -> str:
    """What a page says that it still lacks."""
    return f"Still needed here: {', '.join(f'{chr(34)}{BY_ID[id].asks}{chr(34)}' for id in ids)}."


def changed(*other: Given, at: int = 1) -> tuple[Given, ...]:
    """The simple breach with other answers in the place of some."""
    return (*SIMPLE[:at], *other, *SIMPLE[at + len(other) :])


def a_record(*said: Given, order: Order | None = None) -> Sent:
    """A record that was sent, of these answers; where there are none, of the simple ones."""
    of, draft = order or an_order(), a_draft(*(said or SIMPLE))
    seen = Told(draft, of, states_of(standings_then(of, when_of(standing(draft.answers)))))
    return Sent(drafts.recorded(seen, "BR-7F3K2M", "0000", NOW), of)


def terms_of(order: Order, *conditions: Condition, version: int = 2) -> OrderTerms:
    """The order's own conditions as somebody has checked them against its paper."""
    return OrderTerms(order.id, version, TermsState.CHECKED, "made-up-paper", VLO.id, NOW, Draft(conditions=conditions or OWN))


async def contact_follows(uow: UnitOfWork, clock: Clock, officer: Officer, order: Order, record: Breach, /) -> None:
    """The victim's contact alone, of all that follows a record."""
    await breach_reported(uow, clock, officer, order, record.id, assessed_in(record))


class FollowUpSeen:
    """Remembers each breach it was told of; with `fails` it refuses in the middle of the transaction."""

    def __init__(self, *, fails: bool = False) -> None:
        self.fails = fails
        self.told: list[tuple[UUID, UUID, UUID]] = []

    async def __call__(self, uow: UnitOfWork, clock: Clock, officer: Officer, order: Order, record: Breach, /) -> None:
        assert await uow.breaches.get(record.id) is not None
        if self.fails:
            raise RuntimeError("the contact plan could not be made")
        self.told.append((officer.id, order.id, record.id))
