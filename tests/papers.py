"""Made-up papers of an order for tests, as PDFs and as the register holds them."""

from hashlib import sha256
from uuid import uuid4

from fpdf import FPDF

from domain.documents import Document, DocumentKind
from domain.orders import Order
from domain.paper_reading import read_paper
from domain.papers import Draft
from storage.paper_text import text_of
from storage.work import Database
from tests.fakes.clock import NOON

SENTENCES = (
    "In the Family Court at Ambermere",
    "Applicant: Jane Marlow",
    "Respondent: John Smith",
    "IT IS ORDERED THAT",
    "1. The respondent must not use or threaten violence against the applicant.",
    "2. The respondent must not telephone, text or email the applicant, except through solicitors.",
    "This order was made on 2 June 2026 without notice to the respondent.",
    "This order lasts until 16:00 on 1 December 2026.",
    "The return hearing will be on 23 June 2026 at 10:30 at the Family Court at Ambermere.",
)


def a_pdf(*sentences: str) -> bytes:
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    pdf.add_page()
    for sentence in sentences:
        pdf.multi_cell(0, 6, sentence, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(3)
    return bytes(pdf.output())


def a_paper(order: Order, *sentences: str, content: bytes = b"") -> Document:
    body = content or a_pdf(*(sentences or SENTENCES))
    return Document(uuid4(), order.id, DocumentKind.ORDER, order.file_name, sha256(body).hexdigest(), NOON, body)


async def hold(database: Database, order: Order, *papers: Document) -> None:
    async with database.work() as uow:
        await uow.orders.save_many([order])
        await uow.orders.add_documents(papers)
        await uow.search.add([order])


async def at_once(content: bytes) -> Draft:
    """Reads in this process: what a test makes up needs no limits."""
    return read_paper(text_of(content))
