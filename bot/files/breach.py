"""A record of a breach as the file that an officer saves: its name, its kind and its bytes."""

from dataclasses import dataclass
from datetime import datetime

from bot.files.markdown import as_markdown
from bot.files.parts import parts_of
from bot.files.pdf import as_pdf
from domain.breaches.summary import pieces
from services.breach_files import Form
from services.breaches import Sent


@dataclass(frozen=True)
class RecordFile:
    """`name` holds the reference and nothing of anybody."""

    name: str
    kind: str
    content: bytes
    charset: str | None = None


def file_of(sent: Sent, form: Form, at: datetime) -> RecordFile:
    """The text for the crime report, with whatever is kept out of that kept out here."""
    reference = sent.breach.reference
    parts = list(parts_of(pieces(sent.breach, sent.order, sent.evidence, sent.earlier, sent.signing)))
    if form is Form.PDF:
        return RecordFile(f"{reference}.pdf", "application/pdf", as_pdf(reference, parts, at))
    return RecordFile(f"{reference}.md", "text/markdown", as_markdown(parts), "utf-8")
