"""The buttons by which a record of a breach is saved as a file."""

from bot.cards.parts import Card, button, line
from bot.offers import Offer
from domain.breaches.drafts import Breach
from domain.conversations import WEB
from services.breach_files import Form

TAKES_FILE = "take-file"
FORMS = {"breach:pdf": Form.PDF, "breach:markdown": Form.MARKDOWN}
YOURS_TO_KEEP = "A file that you save is yours to keep as the crime report is kept: it cannot be taken back from here."
ONLY_AT_THE_PAGE = (
    "A file of this record is saved at the chat page on a force computer only, since one that goes through this chat would stay beyond our reach. "
    "The text below is the same: select and copy."
)


def file_buttons(record: Breach, offer: Offer, channel: str) -> list[Card]:
    """The chat page saves the file itself at one press. Nothing is offered elsewhere: what another channel carries stays in a store beyond an erasure."""
    if channel != WEB:
        return []
    pdf = button("Download PDF", offer.press("breach:pdf", str(record.id)))
    markdown = button("Download Markdown", offer.press("breach:markdown", str(record.id)))
    return [{**one, "verb": TAKES_FILE} for one in (pdf, markdown)]


def with_files(whole: Card, record: Breach, offer: Offer, channel: str) -> Card:
    """The card of a record with the ways to save it as a file, where there are any."""
    buttons = file_buttons(record, offer, channel)
    if not buttons:
        return whole
    return whole | {"body": [*whole["body"], line(YOURS_TO_KEEP, quiet=True)], "actions": [*whole["actions"], *buttons]}
