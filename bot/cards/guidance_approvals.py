"""A force's own pages before a second person has approved them: the list, and one page as officers would see it."""

from collections.abc import Sequence
from datetime import date

from bot.cards.parts import Card, button, button_sets, card, facts, heading, line, warning
from bot.offers import Offer
from domain.london import long_date
from guidance.force import ForcePage
from guidance.pages import Page
from services.guidance_approvals import Preview

NONE_WAIT = "No page waits: every page in the force's folder is approved as it stands."
MOST_LISTED = 24


def waiting_card(pages: Sequence[ForcePage], offer: Offer) -> Card:
    listed = pages[:MOST_LISTED]
    lines = [line(f"{page.name}: {page.state}") for page in listed]
    more = [line(f"And {len(pages) - MOST_LISTED} more.")] if len(pages) > MOST_LISTED else []
    buttons = [button(f"Preview {page.name}", offer.press("guidance:preview", page.name)) for page in listed]
    shown = [*lines, *more, *button_sets(buttons)] if pages else [line(NONE_WAIT)]
    return card([heading("Guidance to approve"), *shown], marked=False)


def preview_card(preview: Preview, offer: Offer) -> Card:
    """The passage keeps its markdown, as the answer's card does; what differs is quoted and drawn as it stands."""
    page, written = preview.page, preview.written
    body = [heading(f"Preview: {page.name}"), line(f"This page {page.state}." if written is None else f"State: {page.state}.")]
    if written is not None:
        passage = [{"type": "TextBlock", "text": part, "wrap": True} for part in preview.text.split("\n\n") if part.strip()]
        body += [line("Officers would see:", strong=True), line(written.title, strong=True), *passage, _about(written), *_changed(preview)]
    refused = [warning(preview.refusal)] if preview.refusal else []
    approve = [] if preview.refusal else [button("Approve", offer.press_once("guidance:approve", page.name, digest=page.digest))]
    return card([*body, *refused], [*approve, button("Guidance to approve", offer.press("guidance:waiting"))], marked=False)


def _about(page: Page) -> Card:
    return facts(
        (
            ("Author", page.author),
            ("Owner", page.owner),
            ("Sources read", long_date(page.reviewed)),
            ("Replaces", page.overrides),
            ("For roles", ", ".join(sorted(page.roles))),
            ("For areas", ", ".join(page.areas)),
            ("Valid from", _day(page.valid_from)),
            ("Valid until", _day(page.valid_until)),
            ("Answers", "; ".join(page.questions)),
            ("Found by", "; ".join(page.aliases)),
            ("Sources", "; ".join(f"{one.title} {one.url}" for one in page.sources)),
        )
    )


def _day(day: date | None) -> str | None:
    return None if day is None else long_date(day)


def _changed(preview: Preview) -> list[Card]:
    if preview.before is None:
        return [line("The page is new: it takes the place of none.")]
    named = "the text approved last" if preview.before.approved else f"the page that comes with the bot ({preview.before.name})"
    return [line(f"Differs from {named}:", strong=True), *map(line, preview.changed or ("No words differ.",))]
