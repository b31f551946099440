"""Where the protected person can be found is on neither file, however it was typed."""

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from bot.files.breach import file_of
from domain.breaches.summary import pieces, summary
from services.breach_files import Form
from tests.breaches import DECIDED, KNOWN, NOW, SIMPLE, a_record, account_of, changed
from tests.orders import an_order

TOLD = (
    "He came to 3 Cobbler's Yard, Ambermere, ZZ2 7QD and rang 07700 900456.",
    "He came to 3 COBBLERS YD and rang +44 (0)7700-900-456, then wrote to Jane.Marlow@mail.example.",
    "Came to 3\nCobbler\u2019s\nYard, zz27qd; 00447700900456",
    "9 Old Lane was where they lived before",
)
KEPT_OUT = ("cobblersy", "zz27qd", "7700900456", "janemarlowmail", "9oldlane", "after6pm")


def squeezed(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def read(content: bytes, form: Form) -> str:
    readers = {
        Form.PDF: lambda: "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages),
        Form.MARKDOWN: content.decode,
    }
    return str(readers[form]())


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("said", TOLD)
def test_no_particular_of_the_protected_person_is_in_the_file(said: str, form: Form) -> None:
    order = an_order()
    before = replace(order, applicant=replace(order.applicant, address1="9 Old Lane"))
    sent = replace(
        a_record(
            "no", account_of(said), *changed({**KNOWN, "awareness_more": said}, {**DECIDED, "arrest_why": said}, at=3)[2:], order=order
        ),
        earlier=(before,),
    )
    text = squeezed(read(file_of(sent, form, NOW).content, form))
    assert [kept for kept in KEPT_OUT if kept in text] == []
    assert "protectedperson" + squeezed(order.applicant.name) in text
    assert "addthemtothecrimereportyourself" in text or "addittothecrimereportyourself" in text


def test_the_pieces_of_a_summary_are_the_summary_whatever_was_typed_between_them() -> None:
    sent = a_record("no", account_of("He wrote\x1ethis\nand that"), *SIMPLE[2:])
    parts = pieces(sent.breach, sent.order)
    assert "\n".join(parts) == summary(sent.breach, sent.order)
    assert len(parts) == len(pieces(a_record().breach, sent.order))
