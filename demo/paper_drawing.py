"""Ways of setting out a made-up order on its pages, each page marked as made up."""

from datetime import datetime, time

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from demo.paper_styles import Style
from demo.paper_truth import Matter
from demo.papers import MARK, latin

_WELSH = (
    "Gorchymyn peidio ag ymyrryd yw hwn, wedi ei wneud i fyny.",
    "Rhaid i'r atebydd beidio ag ymyrryd mewn unrhyw fodd.",
    "Os na fyddwch yn ufuddhau i'r gorchymyn hwn, byddwch yn cyflawni trosedd.",
    "Gwnaed y gorchymyn hwn gan y llys teulu.",
)


class Paper(FPDF):
    """`top` and `foot` stand on every page."""

    def __init__(self, style: Style, top: str = "", foot: str = "") -> None:
        super().__init__()
        self.style = style
        self._top, self._foot = top, foot

    def header(self) -> None:
        self.say(MARK, bold=True)
        if self._top:
            self.say(self._top)

    def footer(self) -> None:
        if self._foot:
            self.set_y(-18)
            self.say(self._foot.format(page=self.page_no()))

    def say(self, text: str, *, bold: bool = False, indent: float = 0, spacing: float = 0.55, align: str = "L") -> None:
        self.set_font(self.style.font, style="B" if bold else "", size=self.style.size)
        self.set_x(self.l_margin + indent)
        self.multi_cell(0, self.style.size * spacing, latin(text), new_x=XPos.LMARGIN, new_y=YPos.NEXT, align=align)

    def paragraph(self, text: str, *, indent: float = 0, spacing: float = 0.55, align: str = "L") -> None:
        self.say(text, indent=indent, spacing=spacing, align=align)
        self.ln(2.5)


def flow(pdf: Paper, matter: Matter) -> None:
    _title(pdf, matter)
    for fact in _facts(pdf.style, matter):
        pdf.paragraph(fact)
    _terms(pdf, matter)
    _closing(pdf, matter)


def _title(pdf: Paper, matter: Matter) -> None:
    pdf.say("FL404A Non-molestation order", bold=True)
    pdf.paragraph(pdf.style.court.format(court=matter.court))


def _facts(style: Style, matter: Matter) -> list[str]:
    names = {"applicant": matter.applicant, "respondent": matter.respondent}
    return [style.case.format(case=matter.order.case_no), style.applicant.format(**names), style.respondent.format(**names)]


def _terms(pdf: Paper, matter: Matter, *, indent: float = 0, spacing: float = 0.55, align: str = "L") -> None:
    style = pdf.style
    pdf.say(style.ordered.format(respondent=matter.respondent), bold=True)
    for at, term in enumerate(matter.terms, start=1):
        pdf.paragraph(f"{style.number(at)} {style.opens}{term}".strip(), indent=indent, spacing=spacing, align=align)


def closing(style: Style, matter: Matter) -> list[str]:
    """The sentences after the prohibitions, as far as the matter has them."""
    said = [style.made.format(day=style.day(matter.made_on))]
    said += [style.notices[matter.notice]] if matter.notice else []
    said.append(style.moment(style.ends[matter.end], matter.ends or datetime.combine(matter.made_on, time())))
    said += [style.moment(style.hearing, matter.hearing, matter.hearing_court or "")] if matter.hearing else []
    said += [style.occupation[matter.occupation]] if matter.occupation else []
    return said + ([style.penal] if matter.penal else [])


def _closing(pdf: Paper, matter: Matter, *, spacing: float = 0.55) -> None:
    for sentence in closing(pdf.style, matter):
        pdf.paragraph(sentence, spacing=spacing)
    _service(pdf, matter)


def _service(pdf: Paper, matter: Matter) -> None:
    if matter.served:
        pdf.add_page()
        pdf.paragraph(pdf.style.service.format(respondent=matter.respondent))


def paged(pdf: Paper, matter: Matter) -> None:
    """Big lines, so that a prohibition runs over the end of a page."""
    _title(pdf, matter)
    pdf.paragraph(closing(pdf.style, matter)[0])
    for fact in _facts(pdf.style, matter):
        pdf.paragraph(fact, spacing=0.8)
    _terms(pdf, matter, spacing=0.9, align="J")
    for sentence in closing(pdf.style, matter)[1:]:
        pdf.paragraph(sentence, spacing=0.9)
    _service(pdf, matter)


def tables(pdf: Paper, matter: Matter) -> None:
    """Facts and prohibitions in tables; a number stands in the middle of its cell."""
    style = pdf.style
    _title(pdf, matter)
    rows = [("Case number", matter.order.case_no), ("Applicant", matter.applicant), ("Respondent", matter.respondent)]
    rows.append(("Date of order", style.day(matter.made_on)))
    pdf.set_font(style.font, size=style.size)
    with pdf.table(rows, col_widths=(30, 70), first_row_as_headings=False):
        pass
    pdf.ln(4)
    pdf.say(style.ordered, bold=True)
    terms = [(style.number(at), f"{style.opens}{term}") for at, term in enumerate(matter.terms, start=1)]
    pdf.set_font(style.font, size=style.size)
    with pdf.table([("No.", "Prohibition"), *terms], col_widths=(10, 90)):
        pass
    pdf.ln(4)
    for sentence in closing(style, matter)[1:]:
        pdf.paragraph(sentence)
    _service(pdf, matter)


def columns(pdf: Paper, matter: Matter) -> None:
    """As in a newspaper: the prohibitions run on in a second column."""
    style = pdf.style
    _title(pdf, matter)
    for fact in _facts(style, matter):
        pdf.paragraph(fact)
    pdf.say(style.ordered, bold=True)
    pdf.set_font(style.font, size=style.size)
    with pdf.text_columns(ncols=2, gutter=12, text_align="L", balance=True) as text:
        for at, term in enumerate(matter.terms, start=1):
            text.write(f"{style.number(at)} {style.opens}{term}\n\n")
        text.write("\n\n".join(closing(style, matter)))
    _service(pdf, matter)


def beside_welsh(pdf: Paper, matter: Matter) -> None:
    style = pdf.style
    _title(pdf, matter)
    english = [*_facts(style, matter), style.ordered]
    english += [f"{style.number(at)} {style.opens}{term}" for at, term in enumerate(matter.terms, start=1)]
    half = pdf.epw / 2
    for at, text in enumerate([*english, *closing(style, matter)]):
        if pdf.will_page_break(45):
            pdf.add_page()
        top = pdf.get_y()
        pdf.set_font(style.font, size=style.size)
        pdf.multi_cell(half - 6, 5.5, _WELSH[at % len(_WELSH)], align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        welsh_end = pdf.get_y()
        pdf.set_xy(pdf.l_margin + half + 6, top)
        pdf.multi_cell(half - 6, 5.5, latin(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        pdf.set_y(max(welsh_end, pdf.get_y()) + 3)
    _service(pdf, matter)


def ticked(pdf: Paper, matter: Matter) -> None:
    style = pdf.style
    _title(pdf, matter)
    for fact in _facts(style, matter):
        pdf.say(fact)
    pdf.say(f"Date made: {style.day(matter.made_on)}")
    boxes = [f"[{'X' if matter.notice == one else ' '}] {words}" for one, words in (("without", "Without notice"), ("on", "On notice"))]
    pdf.paragraph("   ".join(boxes))
    _terms(pdf, matter, indent=8)
    for sentence in closing(style, matter)[2 if matter.notice else 1 :]:
        pdf.paragraph(sentence)
    _service(pdf, matter)


def one_numbering(pdf: Paper, matter: Matter) -> None:
    """Prohibitions, end and hearing are paragraphs of one list."""
    style = pdf.style
    _title(pdf, matter)
    for fact in _facts(style, matter):
        pdf.say(fact)
    pdf.say(style.ordered, bold=True)
    said = [f"{style.opens}{term}" for term in matter.terms] + closing(style, matter)
    for at, sentence in enumerate(said, start=1):
        pdf.paragraph(f"{style.number(at)} {sentence}")
    _service(pdf, matter)


def sub_clauses(pdf: Paper, matter: Matter) -> None:
    style = pdf.style
    _title(pdf, matter)
    for fact in _facts(style, matter):
        pdf.say(fact)
    pdf.say(style.ordered, bold=True)
    for at, words in enumerate(clauses(matter), start=1):
        first, *rest = words
        pdf.say(f"{style.number(at)} {first}")
        for clause in rest:
            pdf.say(clause, indent=12)
        pdf.ln(3)
    _closing(pdf, matter)


def clauses(matter: Matter) -> list[list[str]]:
    """Each prohibition opened out into two clauses of its own."""
    halves = [(term, "encourage anybody else to do what this paragraph forbids;") for term in matter.terms]
    return [
        ["The respondent must not do any of the following:", f"(a) {one.removeprefix('must not ')}", f"(b) {two}"] for one, two in halves
    ]


def between(pdf: Paper, matter: Matter) -> None:
    style = pdf.style
    pdf.say(style.court.format(court=matter.court))
    pdf.say(style.case.format(case=matter.order.case_no), align="R")
    pdf.say("BETWEEN:", bold=True)
    for name, role in ((matter.applicant, "Applicant"), (matter.respondent, "Respondent")):
        pdf.say(name, align="C")
        pdf.say(role, align="R")
        pdf.say("and" if role == "Applicant" else "", align="C")
    pdf.say("NON-MOLESTATION ORDER", bold=True, align="C")
    _terms(pdf, matter)
    _closing(pdf, matter)
