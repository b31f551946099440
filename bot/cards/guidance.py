"""A guidance answer as a card: the passage, where it comes from, what lies near it."""

from bot.cards.parts import Card, button, card, heading, line
from bot.offers import Offer
from guidance.library import Answer


def guidance_card(answer: Answer, offer: Offer) -> Card:
    """The pages' own markdown is kept: it is ours, reviewed, and repeats nothing that was typed."""
    passage = [{"type": "TextBlock", "text": part, "wrap": True} for part in answer.text.split("\n\n") if part.strip()]
    sources = [{"type": "TextBlock", "text": f"[{one.title}]({one.url})", "wrap": True, "size": "Small"} for one in answer.sources]
    overdue = [line("Review of this page is overdue: check with your force's policy lead.", strong=True)] if answer.review_overdue else []
    nearest = [button(title, offer.press("guidance:page", title)) for title in answer.alternatives]
    return card([heading(answer.title), *passage, *overdue, *sources], nearest, marked=False)
