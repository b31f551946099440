"""Where the protected person can be found is on neither file, however it was typed."""

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from bot.files.breach import file_of
from domain.breaches.signing import Addendum, Decision, Signing, Verdict
from domain.breaches.summary import pieces, summary
from services.breach_files import Form
from services.breaches import Sent
from tests.breaches import DECIDED, KNOWN, NOW, SIMPLE, a_record, account_of, changed
from tests.orders import an_order
from tests.people import RESPONSE, SUPERVISOR

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


def added_to(sent: Sent, words: str) -> Sent:
    """An addition that a supervisor returned, and one that was signed off."""
    first = Addendum(1, words, RESPONSE.id, "0000", NOW, "happened")
    second = Addendum(2, "It was at ten, not nine.", RESPONSE.id, "0000", NOW)
    returned = Decision(1, Verdict.RETURNED, SUPERVISOR.id, "4401", NOW, 1, "say which phone")
    return replace(sent, signing=Signing((returned, Decision(2, Verdict.SIGNED_OFF, SUPERVISOR.id, "4401", NOW, 2)), (first, second)))


@pytest.mark.parametrize("form", Form)
def test_what_was_added_since_and_the_sign_off_are_in_the_file(form: Form) -> None:
    sent = added_to(a_record(), "The witness is an aunt.\nHeld: nothing: # no heading")
    text = squeezed(read(file_of(sent, form, NOW).content, form))
    told = (
        "sign off signed off",
        "added since it was sent",
        "1 added by 0000 on sun 22 november 2026 at 1050 about what happened word for word",
        "the witness is an aunt held nothing no heading",
        "returned by 4401 on sun 22 november 2026 at 1050 word for word",
        "say which phone",
        "it was at ten not nine",
        "signed off by 4401 on sun 22 november 2026 at 1050",
    )
    assert [one for one in told if squeezed(one) not in text] == []


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("said", TOLD[:3])
def test_no_particular_of_the_protected_person_comes_in_by_what_was_added(said: str, form: Form) -> None:
    text = squeezed(read(file_of(added_to(a_record(), said), form, NOW).content, form))
    assert [kept for kept in KEPT_OUT if kept in text] == []


@pytest.mark.parametrize("form", Form)
def test_a_record_that_awaits_a_sign_off_says_so_in_the_file(form: Form) -> None:
    text = squeezed(read(file_of(a_record(), form, NOW).content, form))
    assert "signoffawaitsasupervisorssignoff" in text
    assert "addedsince" not in text


def test_the_pieces_of_a_summary_are_the_summary_whatever_was_typed_between_them() -> None:
    sent = a_record("no", account_of("He wrote\x1ethis\nand that"), *SIMPLE[2:])
    parts = pieces(sent.breach, sent.order)
    assert "\n".join(parts) == summary(sent.breach, sent.order)
    assert len(parts) == len(pieces(a_record().breach, sent.order))
