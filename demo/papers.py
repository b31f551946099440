"""PDFs that look like the court's form, each line of which a test may read back, and each page of which says it is made up."""

from datetime import UTC, datetime, time
from unicodedata import combining, normalize

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from demo.orders import MadeOrder, MadePerson

MARK = "MADE UP - NOT A COURT ORDER"
# The built-in fonts are not in the file: where the machine of a reader has no Helvetica a wider one stands in (DejaVu Sans by a seventh, its bold more), and lines must still end on the page.
WIDER = 1.3
_OTHERS = "and must not instruct, encourage or in any way suggest that anyone else do so"
TERMS = (
    f"must not use or threaten violence against {{applicant}}, {_OTHERS}.",
    f"must not intimidate, harass or pester {{applicant}}, {_OTHERS}.",
    f"must not telephone, text, email or otherwise contact or attempt to contact {{applicant}}, except through solicitors, {_OTHERS}.",
    f"must not damage, attempt to damage or threaten to damage any property owned by or in the possession of {{applicant}}, {_OTHERS}.",
    f"must not damage, attempt to damage or threaten to damage {{home}} or its contents, {_OTHERS}.",
    "must not go to, enter or attempt to enter {home}, or come within 100 metres of it.",
    f"must not use or threaten violence against the relevant children, {_OTHERS}.",
    f"must not intimidate, harass or pester the relevant children, {_OTHERS}.",
    "must not contact or attempt to contact the relevant children, except as the family court may allow.",
    "must not go to, enter or attempt to enter Wenfold Primary School, or come within 100 metres of it.",
)
_SPELT = str.maketrans({"ł": "l", "Ł": "L", "’": "'"})
_WELSH_TITLE = "Gorchymyn Peidio ag Ymyrryd (wedi ei wneud i fyny)"


def order_paper(order: MadeOrder) -> bytes:
    """The order in English; with a statement of service behind it where one was made."""
    pdf = _begun("FL404A  Non-molestation order", order)
    _facts(pdf, order)
    _line(pdf, f"IMPORTANT NOTICE TO THE RESPONDENT: {order.respondent.forenames} {order.respondent.surname}".upper(), bold=True)
    _line(pdf, "If without reasonable excuse you do anything this order forbids you commit a criminal offence.")
    _line(pdf, "THE COURT ORDERS THAT", bold=True)
    for number, term in enumerate(order.terms, start=1):
        _line(pdf, f"{number}. The respondent {TERMS[term].format(applicant=_name(order.applicant), home=_home(order.applicant))}")
    _line(pdf, f"This order was made on {order.made_on.day} {order.made_on:%B %Y} {_notice(order)}.")
    _line(pdf, _end(order))
    if order.served:
        _statement_of_service(pdf, order)
    return _bytes(pdf)


def welsh_paper(order: MadeOrder) -> bytes:
    """A stand-in for the Welsh version: only that there is one matters here."""
    pdf = _begun(_WELSH_TITLE, order)
    _facts(pdf, order)
    return _bytes(pdf)


def _begun(title: str, order: MadeOrder) -> FPDF:
    """Dated by the order, so that the same order makes the same bytes."""
    pdf = FPDF()
    pdf.set_creation_date(datetime.combine(order.made_on, time(9), tzinfo=UTC))
    pdf.set_title(f"{title} - {MARK}")
    pdf.add_page()
    _line(pdf, MARK, bold=True)
    _line(pdf, title, bold=True, size=16)
    return pdf


def _facts(pdf: FPDF, order: MadeOrder) -> None:
    _line(pdf, f"In the {order.court}")
    _line(pdf, f"Case number: {order.case_no}    FamilyMan number: {order.familyman_no}")
    born = "not known" if order.respondent.dob is None else f"{order.respondent.dob:%d/%m/%Y}"
    _line(pdf, f"Applicant: {_name(order.applicant)}")
    _line(pdf, f"Respondent: {_name(order.respondent)}    Date of birth: {born}")


def _statement_of_service(pdf: FPDF, order: MadeOrder) -> None:
    pdf.add_page()
    _line(pdf, MARK, bold=True)
    _line(pdf, "FL415  Statement of service", bold=True, size=16)
    _line(pdf, f"{_name(order.respondent)} was given a copy of this order in person by a process server.")


def _notice(order: MadeOrder) -> str:
    return "without notice to the respondent" if order.without_notice else "on notice, the respondent having been told of the application"


def _end(order: MadeOrder) -> str:
    if order.ends is None:
        return "This order has no fixed end date and lasts until further order."
    return f"This order lasts until {order.ends:%H:%M} on {order.ends.day} {order.ends:%B %Y}."


def _name(one: MadePerson) -> str:
    return f"{one.forenames} {one.surname}".strip()


def _home(one: MadePerson) -> str:
    return "the address known to the parties" if one.withheld or one.confidential else f"{one.address1}, {one.address2}, {one.postcode}"


def _line(pdf: FPDF, text: str, *, bold: bool = False, size: int = 11) -> None:
    pdf.set_font("Helvetica", style="B" if bold else "", size=size)
    pdf.multi_cell(pdf.epw / WIDER, size * 0.6, latin(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.ln(2)


def latin(text: str) -> str:
    """The built-in fonts hold Latin-1 only."""
    spelt = text.translate(_SPELT)
    try:
        spelt.encode("latin-1")
    except UnicodeEncodeError:
        bare = "".join(letter for letter in normalize("NFKD", spelt) if not combining(letter))
        return bare.encode("latin-1", "replace").decode("latin-1")
    return spelt


def _bytes(pdf: FPDF) -> bytes:
    return bytes(pdf.output())
