"""The guidance library: one question in, one page with its sources out, or a plain "I don't have that"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from guidance import danger
from guidance.pages import Mark, Page, PageError, Source, read_pages
from guidance.retrieval import LENGTH_READ, Field, Hit, Index

CONTENT = Path(__file__).parent / "content"
REVIEW_EVERY = timedelta(days=183)
LONGEST_ANSWER = 1_200
NEAREST_SHOWN = 3

NOT_HELD = "I don't have that"
NOT_HELD_WORDS = (
    "I don't have that. I can only give my pages on non-molestation orders and what goes with them. I cannot predict an outcome, judge who to believe, "
    "write to anyone for you or advise on a private matter.\n\n"
    "No order was looked up: for that, type a name with a date of birth or a postcode, or a case number.\n\nAsk your duty sergeant or the force policy lead. In danger: emergency button, radio or 999."
)
_ASKS_TO_COMPOSE = re.compile(
    r"\W{0,20}(?:(?:please|can you|could you|just) ){0,2}(?:write|draft|compose|pretend|impersonate)\b", re.IGNORECASE
)
# What the pages cannot know: a number to ring, how one person's bail or case stands today, what a court will do, who is right; nor a private matter.
_ASKS_FOR_WHAT_IS_NOT_HELD = re.compile(
    r"\b(?:(?:phone|telephone|contact|direct|mobile|ooh|hours) (?:number|no|line)\b|(?<!form )(?<!case )number for\b"
    r"|(?:who|whom|what number|which number) (?:do|can|should|would) (?:i|we) (?:ring|call|phone|speak to)\b|out of hours\b"
    r"|(?:is|was|are) (?:he|she|they|\w+ \w+) (?:still |currently |now |out )?(?:on bail|in custody|on remand|in prison)\b"
    r"|when (?:does|is|will) (?:his|her|their) (?:\w+ )?(?:bail|court date|hearing|trial|release)\b"
    r"|(?:what|which) (?:sentence|time) (?:he|she|they|will|would)\b|will (?:he|she|they) (?:get|go to) (?:prison|jail|custody)\b"
    r"|(?:would|will) (?:a|the) (?:judge|court) do\b|is (?:he|she|the victim|the respondent) lying\b"
    r"|my (?:own )?(?:ex|husband|wife|divorce|marriage|contract|pension|promotion)\b"
    r"|(?:give|tell|send) me (?:his|her|their) (?:new )?(?:address|number)\b)",
    re.IGNORECASE,
)
OVERDUE_WORDS = "Review overdue: check with the force policy lead first."
MARK_WORDS = {
    Mark.LAW: "Law",
    Mark.NATIONAL_GUIDANCE: "National guidance",
    Mark.FORCE_PRACTICE: "Force practice, not national",
    Mark.UNVERIFIED: "Partly not confirmed nationally",
}


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What an officer sees; `text` with `title` above it is at most 1,200 characters, whatever was asked."""

    answered: bool
    page: str | None
    title: str
    text: str
    sources: tuple[Source, ...] = ()
    reviewed: date | None = None
    review_overdue: bool = False
    alternatives: tuple[str, ...] = ()


class Library:
    def __init__(self, pages: Sequence[Page], review_every: timedelta = REVIEW_EVERY) -> None:
        self.pages = tuple(pages)
        self._review_every = review_every
        self._by_name = {page.name: page for page in pages}
        self._index = Index({page.name: _fields(page) for page in pages})

    def answer(self, question: str, today: date) -> Answer:
        """The best page in force on `today`; words of danger now come before every page."""
        hits = [hit for hit in self._index.find(question) if _in_force(self._by_name[hit.name], today)]
        if danger.is_danger(question):
            return self._danger(hits)
        elsewhere = _ASKS_TO_COMPOSE.match(question) or _ASKS_FOR_WHAT_IS_NOT_HELD.search(" ".join(question[:LENGTH_READ].split()))
        good = [] if elsewhere else [hit for hit in hits if hit.good]
        if not good:
            return self._not_held(hits)
        return self._page(self._by_name[good[0].name], today, self._titles(good[1:]))

    def _page(self, page: Page, today: date, alternatives: tuple[str, ...]) -> Answer:
        overdue = today > page.reviewed + self._review_every
        return Answer(
            answered=True,
            page=page.name,
            title=page.title,
            text=_overdue_text(page) if overdue else _text(page),
            sources=page.sources,
            reviewed=page.reviewed,
            review_overdue=overdue,
            alternatives=alternatives,
        )

    def _danger(self, hits: Iterable[Hit]) -> Answer:
        return Answer(
            answered=True, page=None, title=danger.TITLE, text=danger.WORDS, alternatives=self._titles(hit for hit in hits if hit.good)
        )

    def _not_held(self, hits: Iterable[Hit]) -> Answer:
        nearest = self._titles(hits)
        words = f"{NOT_HELD_WORDS}\n\nNearest pages: {'; '.join(nearest)}." if nearest else NOT_HELD_WORDS
        return Answer(answered=False, page=None, title=NOT_HELD, text=words, alternatives=nearest)

    def _titles(self, hits: Iterable[Hit]) -> tuple[str, ...]:
        return tuple(self._by_name[hit.name].title for hit in hits)[:NEAREST_SHOWN]


def load(folder: Path = CONTENT) -> Library:
    """Read, check and index a folder of pages; PageError names the file and the field at fault."""
    pages = read_pages(folder)
    for page in pages:
        length = len(page.title) + 1 + len(_overdue_text(page))
        if length > LONGEST_ANSWER:
            raise PageError(f"{page.name}.md", "body", f"makes an answer of {length} characters; {LONGEST_ANSWER} is the most")
    return Library(pages)


def _in_force(page: Page, today: date) -> bool:
    return page.valid_from is None or page.valid_from <= today


def _text(page: Page) -> str:
    named = "; ".join(source.title for source in page.sources)
    return f"{page.body}\n\n{MARK_WORDS[page.mark]}. Sources: {named}. {_standing(page)}"


def _standing(page: Page) -> str:
    """Nobody is told that a page was reviewed before somebody of the force has done so."""
    day = f"{page.reviewed.day} {page.reviewed:%B %Y}"
    if page.reviewer is None:
        return f"Sources read {day}; not yet reviewed by your force."
    return f"Reviewed {day} by {page.reviewer}."


def _overdue_text(page: Page) -> str:
    return f"{_text(page)} {OVERDUE_WORDS}"


def _fields(page: Page) -> tuple[Field, ...]:
    return (
        Field(3.0, (page.title,), examples=True, names=True),
        Field(2.5, page.aliases, examples=True),
        Field(2.0, page.questions, examples=True),
        Field(1.5, (page.summary,)),
        Field(1.0, (page.body,)),
    )
