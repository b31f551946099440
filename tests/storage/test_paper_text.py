"""The text of a PDF is read apart from the bot, within limits; what has none goes to manual entry."""

import io
import zlib

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from domain.paper_reading import read_paper
from domain.papers import NotRead
from storage.paper_text import LARGEST, MOST_PAGES, read_draft, text_of


def a_pdf(*pages: str) -> bytes:
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    for page in pages:
        pdf.add_page()
        pdf.multi_cell(0, 6, page)
    return bytes(pdf.output())


def locked(content: bytes) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(content)))
    writer.encrypt("made up")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def a_bomb() -> bytes:
    """One page that unpacks to a hundred million spaces."""
    packed = zlib.compress(b" " * 100_000_000)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (at, one) for at, one in enumerate(objects, start=1))
    return body + b"trailer<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF"


async def test_the_lines_of_each_page_are_read_in_a_process_of_their_own() -> None:
    content = a_pdf("IT IS ORDERED THAT", "1. The respondent must not use or threaten violence against the applicant.")
    assert text_of(content) == [["IT IS ORDERED THAT"], ["1. The respondent must not use or threaten violence against the applicant."]]
    draft = await read_draft(content)
    assert draft == read_paper(text_of(content))
    assert [one.number for one in draft.conditions] == ["1"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (locked(a_pdf("secret")), NotRead.ENCRYPTED),
        (b"no PDF at all", NotRead.BROKEN),
        (a_pdf("cut off")[:300], NotRead.BROKEN),
        (b"", NotRead.BROKEN),
        (a_pdf(""), NotRead.IMAGES),
        (a_pdf(*["page"] * (MOST_PAGES + 1)), NotRead.TOO_LONG),
        (bytes(LARGEST + 1), NotRead.TOO_LARGE),
        (a_bomb(), NotRead.TOO_LARGE),
    ],
    ids=["locked", "no pdf", "cut off", "empty", "pictures", "too many pages", "too large", "unpacks without end"],
)
async def test_what_cannot_be_read_says_why(content: bytes, why: NotRead) -> None:
    assert (await read_draft(content)).not_read is why


async def test_a_paper_that_takes_too_long_is_given_up() -> None:
    assert (await read_draft(a_pdf("slow"), seconds=0)).not_read is NotRead.TOO_SLOW
