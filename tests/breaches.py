"""Made-up breaches for tests: a draft answered in one go, and a follow-up that remembers what it was told."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from domain.breaches.drafts import BreachDraft, Told, answer, next_question, recorded, standing, states_then, when_of
from domain.clock import Clock
from domain.officers import Actor
from domain.orders import Order
from domain.papers import Condition, Draft
from domain.terms import OrderTerms, TermsState
from services.breaches import Sent
from storage.work import UnitOfWork
from tests.orders import an_order
from tests.people import RESPONSE, VLO

NOW = datetime(2026, 11, 22, 10, 50, tzinfo=UTC)
SIMPLE = (
    "no",
    "He texted her three times.",
    "last night about ten",
    "condition_3,contact",
    "served",
    "Screenshots\nlost: phone\narrest: no, not found yet",
)


OWN = (
    Condition("3", "The respondent must not use or threaten violence against Jane Marlow."),
    Condition("4", "The respondent must not harass or pester Jane Marlow."),
    Condition("5", "The respondent must not go to 3 Cobbler's Yard, Ambermere."),
)


def a_draft(*said: str, order_id: UUID | None = None, by: UUID = RESPONSE.id) -> BreachDraft:
    """A draft after these answers to the questions as they came."""
    draft = BreachDraft(uuid4(), "demo", by, order_id or uuid4(), NOW)
    for text in said:
        question = next_question(draft)
        assert question is not None
        draft = answer(draft, question, text, by, NOW)
    return draft


def a_record(*said: str, order: Order | None = None) -> Sent:
    """A record that was sent, of these answers; where there are none, of the simple ones."""
    of, draft = order or an_order(), a_draft(*(said or SIMPLE))
    told = Told(draft, of, states_then(of, when_of(standing(draft.answers))))
    return Sent(recorded(told, "BR-7F3K2M", "0000", NOW), of)


def terms_of(order: Order, *conditions: Condition, version: int = 2) -> OrderTerms:
    """The order's own conditions as somebody has checked them against its paper."""
    return OrderTerms(order.id, version, TermsState.CHECKED, "made-up-paper", VLO.id, NOW, Draft(conditions=conditions or OWN))


class FollowUpSeen:
    """Remembers each breach it was told of; with `fails` it refuses in the middle of the transaction."""

    def __init__(self, *, fails: bool = False) -> None:
        self.fails = fails
        self.told: list[tuple[UUID, UUID, UUID]] = []

    async def __call__(self, uow: UnitOfWork, clock: Clock, actor: Actor, order: Order, breach_id: UUID, /) -> None:
        assert await uow.breaches.get(breach_id) is not None
        if self.fails:
            raise RuntimeError("the contact plan could not be made")
        self.told.append((actor.id, order.id, breach_id))
