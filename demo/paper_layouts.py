"""Made-up papers in twelve layouts. How one is read back is no business of this module."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time

from demo import paper_drawing as drawing
from demo import paper_styles as styles
from demo.paper_drawing import Paper
from demo.paper_styles import Style
from demo.paper_truth import Matter

Draw = Callable[[Paper, Matter], None]


@dataclass(frozen=True)
class Layout:
    style: Style
    draw: Draw
    top: str = ""
    foot: str = ""


def made_up_paper(layout: Layout, matter: Matter) -> bytes:
    pdf = Paper(layout.style, layout.top, layout.foot)
    pdf.set_creation_date(datetime.combine(matter.made_on, time(9), tzinfo=UTC))
    pdf.add_page()
    layout.draw(pdf, matter)
    return bytes(pdf.output())


def printed_conditions(layout: Layout, matter: Matter) -> list[str]:
    """The prohibitions word for word, without their numbers."""
    if layout.draw is drawing.sub_clauses:
        return [" ".join(words) for words in drawing.clauses(matter)]
    return [f"{layout.style.opens}{term}" for term in matter.terms]


_BY_HAND = {
    "without": "The respondent was given no notice of this hearing: without notice.",
    "on": "Made on notice, the respondent having been told of the application.",
}
LAYOUTS: dict[str, Layout] = {
    "plain": Layout(Style(), drawing.flow),
    "paged": Layout(
        Style(day=styles.nth_day_of, time=styles.half_day, number=styles.bracketed, font="Times", size=13, made="Dated {day}"),
        drawing.paged,
        "Family Court - FL404A",
        "Page {page} - this order must be obeyed",
    ),
    "lettered": Layout(
        Style(
            day=styles.slashes,
            time=styles.half_day_dotted,
            number=styles.letter,
            font="Courier",
            size=9,
            ordered="IT IS ORDERED THAT: The respondent {respondent} is forbidden to do any of the following:",
            opens="He or she ",
            ends=Style().ends | {"fixed": "This order shall remain in force until {day} at {time} unless before then it is set aside."},
        ),
        drawing.flow,
        foot="{page}",
    ),
    "tables": Layout(Style(day=styles.abbreviated, number=styles.bare, notices=_BY_HAND), drawing.tables),
    "columns": Layout(Style(day=styles.weekday, time=styles.half_day, size=9), drawing.columns),
    "beside_welsh": Layout(Style(day=styles.nth, size=9), drawing.beside_welsh, foot="Tudalen {page} / Page {page}"),
    "ticked": Layout(
        Style(day=styles.dots, number=styles.roman_capital, case="Case no.  {case}", ordered="IT IS HEREBY ORDERED:"), drawing.ticked
    ),
    "clauses": Layout(
        Style(
            day=styles.month_first,
            number=styles.paragraph,
            font="Times",
            ends=Style().ends | {"fixed": "The order expires at {time} on {day}."},
        ),
        drawing.sub_clauses,
        "NON-MOLESTATION ORDER",
    ),
    "one_list": Layout(
        Style(
            day=styles.capitals,
            time=styles.noon,
            ordered="IT IS ORDERED THAT",
            hearing="The matter is listed for a return hearing at the {court} on {day} at {time}.",
        ),
        drawing.one_numbering,
        foot="Page {page} of 9",
    ),
    "unnumbered": Layout(
        Style(
            day=styles.iso,
            number=styles.nothing,
            font="Times",
            made="Order made on {day}",
            respondent="Respondent's full name: {respondent}",
        ),
        drawing.flow,
    ),
    "between": Layout(
        Style(
            day=styles.spelt,
            time=styles.half_day,
            number=styles.letter_half,
            court="IN THE {court}",
            case="Case No: {case}",
            made="Dated {day}.",
            hearing="The court will consider this order again at a hearing on {day} at {time} at the {court}.",
        ),
        drawing.between,
    ),
    "short_dates": Layout(
        Style(day=styles.short_year, time=styles.hours, number=styles.roman, size=10, made="Date of order: {day}", notices=_BY_HAND),
        drawing.flow,
        "Made-up court service",
        "FL404A (made up) {page}/3",
    ),
}
