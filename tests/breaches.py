"""Made-up breaches for tests: a draft answered in one go, and a follow-up that remembers what it was told."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from domain.breaches import BreachDraft, answer, next_question
from domain.clock import Clock
from domain.officers import Actor
from domain.orders import Order
from storage.work import UnitOfWork
from tests.people import RESPONSE

NOW = datetime(2026, 11, 22, 10, 50, tzinfo=UTC)
SIMPLE = (
    "no",
    "He texted her three times.",
    "last night about ten",
    "condition_3,contact",
    "served",
    "Screenshots\nlost: phone\narrest: no, not found yet",
)


def a_draft(*said: str, order_id: UUID | None = None, by: UUID = RESPONSE.id) -> BreachDraft:
    """A draft after these answers to the questions as they came."""
    draft = BreachDraft(uuid4(), "demo", by, order_id or uuid4(), NOW)
    for text in said:
        question = next_question(draft)
        assert question is not None
        draft = answer(draft, question, text, by, NOW)
    return draft


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
