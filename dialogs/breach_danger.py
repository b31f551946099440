"""Danger that is told of in the midst of a record, while its first page still says that there is none."""

from bot.turn import Turn
from domain.breaches.drafts import BreachDraft, KeptAsTyped, denies_danger, next_page
from domain.breaches.questions import DANGER
from domain.errors import AssistantError
from guidance.danger import is_danger
from services.breaches import Breaches

DANGER_AGAIN = "You told of danger, and this record says that nobody is in danger: answer that again. Everything else is kept."


def tells_of_danger(draft: BreachDraft, said: str) -> bool:
    page = next_page(draft)
    return is_danger(said) and denies_danger(draft) and (page is None or DANGER not in page.questions)


async def danger_told(breaches: Breaches, turn: Turn, draft: BreachDraft, said: str) -> BreachDraft:
    """The words are heard where the open page can read them; then whether anyone is in danger is asked anew."""
    heard, page = draft, next_page(draft)
    if page is not None:
        try:
            heard = await breaches.record_words(turn.officer, draft.id, page.id, said, draft.etag)
        except KeptAsTyped as kept:
            heard = kept.draft
        except AssistantError:
            heard = draft
    turn.say(DANGER_AGAIN)
    return await breaches.change(turn.officer, draft.id, DANGER.id, heard.etag)
