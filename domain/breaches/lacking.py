"""What an open page lacks, told apart: what was filled in and waits to be confirmed, and what has no answer at all."""

from collections.abc import Iterator

from domain.breaches.drafts import Answer, BreachDraft, KeptAsTyped, StillLacking, pending, standing
from domain.breaches.questions import Kind, Page, Question

FILLED_IN = "Filled in from your words. Check it, put right what is wrong, and press Next."


def is_filled_in(question: Question, given: Answer | None) -> bool:
    """Read from the first words, and not confirmed yet."""
    return given is not None and not given.settled and bool(given.values or (question.kind is Kind.WORDS and given.text))


def lacking_words(draft: BreachDraft, page: Page) -> Iterator[str]:
    """In the page's own words, so that each is found there; what is filled in is no longer needed."""
    given, lacking = standing(draft.answers), pending(draft, page)
    if any(is_filled_in(one, given.get(one.id)) for one in page.questions):
        yield FILLED_IN
    needed = [f'"{one.asks}"' for one in lacking if not is_filled_in(one, given.get(one.id))]
    if needed:
        yield f"Still needed here: {', '.join(needed)}."


def is_begun(draft: BreachDraft, page: Page) -> bool:
    """Something of it is given, so that its card says what it still lacks."""
    return not standing(draft.answers).keys().isdisjoint(one.id for one in page.questions)


def lacks(draft: BreachDraft, page: Page) -> KeptAsTyped:
    """To be raised: said by the page itself where that is begun."""
    return (StillLacking if is_begun(draft, page) else KeptAsTyped)(" ".join(lacking_words(draft, page)), draft)
