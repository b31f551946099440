"""A page as the text of an answer: its passage, how firm it is, where it comes from, who stands for it."""

from domain.london import long_date
from domain.pilots import PILOTS
from guidance.pages import Mark, Page, PageError

LONGEST_ANSWER = 1_200
OVERDUE_WORDS = "Review overdue: check with the force policy lead first."
MARK_WORDS = {
    Mark.LAW: "Law",
    Mark.NATIONAL_GUIDANCE: "National guidance",
    Mark.FORCE_PRACTICE: "Force practice, not national",
    Mark.UNVERIFIED: "Partly not confirmed nationally",
}
IN_PILOT = "Your force's policy says that it is in this pilot."
NOT_IN_PILOT = "Your force's policy does not name this pilot."


def page_text(page: Page, pilots: frozenset[str] = frozenset(), body: str = "", *, overdue: bool) -> str:
    """The whole text below the title; `pilots` are those of the force, `body` the page's passages in another sequence."""
    named = "; ".join(source.title for source in page.sources)
    said = [f"{MARK_WORDS[page.mark]}.", f"Sources: {named}.", *_standings(page, pilots, overdue=overdue)]
    return f"{body or page.body}\n\n{' '.join(said)}"


def short_ending(page: Page, pilots: frozenset[str], *, overdue: bool) -> str:
    """Below passages of two pages: the sources of both stand beside the answer."""
    return " ".join((f"{MARK_WORDS[page.mark]}.", *_standings(page, pilots, overdue=overdue)))


def _standings(page: Page, pilots: frozenset[str], *, overdue: bool) -> list[str]:
    """Who stands for the page, what holds in this force, and whether somebody should have read it again."""
    said = [_standing(page)]
    if page.pilot is not None:
        said.append(IN_PILOT if page.pilot in pilots else NOT_IN_PILOT)
    return [*said, OVERDUE_WORDS] if overdue else said


def elsewhere_text(page: Page) -> str:
    """In the place of a page for areas that the force's policy does not name."""
    return (
        f"Check force policy. This page is for {', '.join(page.areas)}, and your force's policy does not name that area. Ask: {page.owner}."
    )


def demand_short(page: Page) -> None:
    """Whatever is still to be added to the page, its answer fits a phone."""
    length = len(page.title) + 1 + max(len(page_text(page, pilots, overdue=True)) for pilots in (frozenset[str](), frozenset(PILOTS)))
    if length > LONGEST_ANSWER:
        raise PageError(f"{page.name}.md", "body", f"makes an answer of {length} characters; {LONGEST_ANSWER} is the most")


def _standing(page: Page) -> str:
    """Nobody is told that a page was reviewed before somebody of the force has done so."""
    day = long_date(page.reviewed)
    if page.approved is not None:
        return f"Your force's own page, approved {page.approved}."
    if page.reviewer is None:
        return f"Sources read {day}; not yet reviewed by your force."
    return f"Reviewed {day} by {page.reviewer}."


def beside_text(page: Page, passages: str) -> str:
    """What a second page says on the same question, under its own name and mark."""
    return f"**See also: {page.title}** ({MARK_WORDS[page.mark].casefold()})\n{passages}"
