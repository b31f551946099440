"""The guidance library: one question in, one page with its sources out, or a plain "I don't have that"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from domain.officers import Role
from guidance import danger
from guidance.pages import Page, Source, read_pages
from guidance.retrieval import LENGTH_READ, Field, Hit, Index
from guidance.wording import demand_short, elsewhere_text, page_text

CONTENT = Path(__file__).parent / "content"
REVIEW_EVERY = timedelta(days=183)
EVERY_ROLE = frozenset(Role)
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


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What an officer sees; `text` with `title` above it is at most 1,200 characters, whatever was asked. `nearest` names the page beside a question that none answers."""

    answered: bool
    page: str | None
    title: str
    text: str
    sources: tuple[Source, ...] = ()
    reviewed: date | None = None
    review_overdue: bool = False
    alternatives: tuple[str, ...] = ()
    nearest: str = ""


class Library:
    """`areas` and `pilots` are the force's, as its policy names them."""

    def __init__(
        self,
        pages: Sequence[Page],
        review_every: timedelta = REVIEW_EVERY,
        areas: frozenset[str] = frozenset(),
        pilots: frozenset[str] = frozenset(),
    ) -> None:
        self.pages = tuple(pages)
        self._review_every = review_every
        self._areas = areas
        self._pilots = pilots
        self._by_name = {page.name: page for page in pages}
        self._overriding = {page.overrides: page.name for page in pages if page.overrides}
        self._bounded = [page for page in pages if page.roles or page.valid_from or page.valid_until or page.overrides]
        self._index = Index({page.name: _fields(page) for page in pages})

    def answer(self, question: str, today: date, roles: frozenset[Role] = EVERY_ROLE) -> Answer:
        """The best page in force on `today` for somebody of these roles; words of danger now come before every page."""
        hits = self._find(question, today, roles)
        if danger.is_danger(question):
            return self._danger(hits)
        elsewhere = _ASKS_TO_COMPOSE.match(question) or _ASKS_FOR_WHAT_IS_NOT_HELD.search(" ".join(question[:LENGTH_READ].split()))
        good = [] if elsewhere else [hit for hit in hits if hit.good]
        if not good:
            return self._not_held(hits)
        return self._page(self._by_name[good[0].name], today, self._titles(good[1:]))

    def pages_for(self, today: date, roles: frozenset[Role]) -> list[Page]:
        """What somebody of these roles finds today, each page in the force's form where it has one."""
        away = self._not_for(today, roles)
        return [page for page in self.pages if page.name not in away and self._in_its_place(page.name, away) == page.name]

    def overdue(self, today: date) -> list[Page]:
        return [page for page in self.pages if self.is_overdue(page, today)]

    def is_overdue(self, page: Page, today: date) -> bool:
        return today > page.reviewed + self._review_every

    def _find(self, question: str, today: date, roles: frozenset[Role]) -> list[Hit]:
        """Whatever finds a page of ours finds the force's page that overrides it."""
        away = self._not_for(today, roles)
        hits = self._index.find(question, away)
        if not self._overriding:
            return hits
        best: dict[str, Hit] = {}
        for hit in hits:
            name = self._in_its_place(hit.name, away)
            best.setdefault(name, replace(hit, name=name))
        return list(best.values())

    def _in_its_place(self, name: str, away: set[str]) -> str:
        other = self._overriding.get(name, name)
        return name if other in away else other

    def _not_for(self, today: date, roles: frozenset[Role]) -> set[str]:
        return {page.name for page in self._bounded if not _in_force(page, today) or not _for(page, roles) or self._leaves_ours(page)}

    def _leaves_ours(self, page: Page) -> bool:
        """A page of another area takes nothing away from the page that holds everywhere."""
        return page.overrides is not None and self._is_elsewhere(page)

    def _is_elsewhere(self, page: Page) -> bool:
        return bool(page.areas) and self._areas.isdisjoint(area.casefold() for area in page.areas)

    def _page(self, page: Page, today: date, alternatives: tuple[str, ...]) -> Answer:
        overdue = self.is_overdue(page, today)
        return Answer(
            answered=True,
            page=page.name,
            title=page.title,
            text=elsewhere_text(page) if self._is_elsewhere(page) else page_text(page, self._pilots, overdue=overdue),
            sources=page.sources,
            reviewed=page.reviewed,
            review_overdue=overdue,
            alternatives=alternatives,
        )

    def _danger(self, hits: Iterable[Hit]) -> Answer:
        return Answer(
            answered=True, page=None, title=danger.TITLE, text=danger.WORDS, alternatives=self._titles(hit for hit in hits if hit.good)
        )

    def _not_held(self, hits: Sequence[Hit]) -> Answer:
        nearest = self._titles(hits)
        words = f"{NOT_HELD_WORDS}\n\nNearest pages: {'; '.join(nearest)}." if nearest else NOT_HELD_WORDS
        near = hits[0].name if hits else ""
        return Answer(answered=False, page=None, title=NOT_HELD, text=words, alternatives=nearest, nearest=near)

    def _titles(self, hits: Iterable[Hit]) -> tuple[str, ...]:
        return tuple(self._by_name[hit.name].title for hit in hits)[:NEAREST_SHOWN]


def load(folder: Path = CONTENT) -> Library:
    """Read, check and index a folder of pages; PageError names the file and the field at fault."""
    return Library(pages_of(folder))


def pages_of(folder: Path = CONTENT) -> tuple[Page, ...]:
    pages = read_pages(folder)
    for page in pages:
        demand_short(page)
    return pages


def _in_force(page: Page, today: date) -> bool:
    return (page.valid_from or today) <= today <= (page.valid_until or today)


def _for(page: Page, roles: frozenset[Role]) -> bool:
    return not page.roles or not page.roles.isdisjoint(roles)


def _fields(page: Page) -> tuple[Field, ...]:
    return (
        Field(3.0, (page.title,), examples=True, names=True),
        Field(2.5, page.aliases, examples=True),
        Field(2.0, page.questions, examples=True),
        Field(1.5, (page.summary,)),
        Field(1.0, (page.body,)),
    )
