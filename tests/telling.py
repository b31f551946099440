"""A breach told through the service, as an officer tells it: page after page, and sent."""

from uuid import UUID

from domain.breaches.drafts import BreachDraft, next_page
from domain.officers import Officer
from services.breaches import Breaches, Sent
from tests.breaches import Given


async def told(breaches: Breaches, officer: Officer, order_id: UUID, *given: Given) -> BreachDraft:
    """The officer's draft of that order after these answers, each through the service: typed, or sent from a card."""
    draft = await breaches.start(officer, order_id)
    for one in given:
        page = next_page(draft)
        assert page is not None
        draft = await recorded(breaches, officer, draft, page.id, one)
    return draft


async def recorded(breaches: Breaches, officer: Officer, draft: BreachDraft, page: str, given: Given) -> BreachDraft:
    """One step of the draft, as the officer last saw it."""
    if isinstance(given, str):
        return await breaches.record_words(officer, draft.id, page, given, draft.etag)
    return await breaches.record_page(officer, draft.id, page, given, draft.etag)


async def sent(breaches: Breaches, officer: Officer, order_id: UUID, *given: Given) -> Sent:
    """The record of such a draft."""
    draft = await told(breaches, officer, order_id, *given)
    return await breaches.confirm(officer, draft.id, draft.etag)
