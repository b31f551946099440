"""A guidance answer as a card: the passage, where it comes from, what lies near it; and the list of pages."""

from collections.abc import Iterable, Sequence

from bot.cards.parts import Card, button, button_sets, card, heading, line
from bot.offers import Offer
from guidance.chapters import CHAPTERS, Chapter, pages_in
from guidance.library import NOT_HELD, Answer
from guidance.pages import Page
from services.guidance import Asked

# Whoever meant a person must not read "I don't have that" as an answer about them.
NOT_LOOKED_UP = "No order was looked up"


def guidance_card(answer: Answer, offer: Offer, more: Sequence[Card] = ()) -> Card:
    """The pages' own markdown is kept: it is ours and repeats nothing that was typed."""
    passage = [{"type": "TextBlock", "text": part, "wrap": True} for part in answer.text.split("\n\n") if part.strip()]
    sources = [{"type": "TextBlock", "text": f"[{one.title}]({one.url})", "wrap": True, "size": "Small"} for one in answer.sources]
    overdue = [line("Review of this page is overdue: check with your force's policy lead.", strong=True)] if answer.review_overdue else []
    nearest = [button(title, offer.press("guidance:page", title)) for title in answer.alternatives]
    whole = [button("The whole page", offer.press("guidance:page", answer.title))] if answer.shortened else []
    return card(
        [heading(NOT_LOOKED_UP if answer.title == NOT_HELD else answer.title), *passage, *overdue, *sources],
        [*whole, *nearest, *more],
        marked=False,
    )


def opinion_buttons(answer: Asked, offer: Offer) -> list[Card]:
    """Whether it helped, or whom to ask; words of danger want no opinion of their answer."""
    if not answer.answered:
        return [button("Ask an expert", offer.press_once_alone("guidance:ask_expert", str(answer.line)))]
    if answer.page is None:
        return []
    not_helpful = offer.press_once("guidance:unhelpful", str(answer.line), at=answer.at.isoformat(), near=answer.page)
    return [button("Helpful", offer.press_once("guidance:helpful", answer.page)), button("Not helpful", not_helpful)]


def pages_card(offer: Offer) -> Card:
    """The chapters; each shows its pages at one press."""
    buttons = [button(chapter.title, offer.press("guidance:list", chapter.id)) for chapter in CHAPTERS]
    return card([heading("Guidance I hold"), line("Press a chapter, or type a question."), *button_sets(buttons)], marked=False)


def chapter_card(chapter: Chapter, pages: Iterable[Page], offer: Offer) -> Card:
    buttons = [button(page.title, offer.press("guidance:page", page.name)) for page in pages_in(chapter, pages)]
    return card([heading(chapter.title), *button_sets(buttons)], [button("All chapters", offer.press("guidance:list"))], marked=False)
