"""The guidance library: one question in, one page with its sources out, or a plain "I don't have that"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from domain.officers import Role
from guidance import danger
from guidance.keeping import kept
from guidance.pages import Page, Source, read_pages
from guidance.passages import answering_first, within
from guidance.reading import LENGTH_READ
from guidance.retrieval import Field, Hit, Index
from guidance.scope import NOT_HELD_WORDS, Kind, Outside
from guidance.wording import LONGEST_ANSWER, beside_text, demand_short, elsewhere_text, page_text, short_ending

CONTENT = Path(__file__).parent / "content"
REVIEW_EVERY = timedelta(days=183)
EVERY_ROLE = frozenset(Role)
NEAREST_SHOWN = 3
BESIDE_ROOM = 320
PAIRED_ROOM = 480
NEAR = 0.75
PLAIN_SCORE, PLAIN_ALIKE = 11.0, 5.5

NOT_HELD = "I don't have that"
NOT_LOOKED_UP = "No order was looked up: for that, type a name with a date of birth or a postcode, or a case number."
ASK_INSTEAD = "Ask your duty sergeant or the force policy lead. In danger: emergency button, radio or 999."


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What an officer sees; `text` with `title` above it is at most 1,200 characters, whatever was asked. `nearest` names the page beside a question that none answers; `shortened` says that passages of the page were left out for those of another."""

    answered: bool
    page: str | None
    title: str
    text: str
    sources: tuple[Source, ...] = ()
    reviewed: date | None = None
    review_overdue: bool = False
    alternatives: tuple[str, ...] = ()
    nearest: str = ""
    shortened: bool = False


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
        with kept():
            self._outside = Outside()
            self._index = Index({page.name: _fields(page) for page in pages}, self._outside.words)

    def answer(self, question: str, today: date, roles: frozenset[Role] = EVERY_ROLE) -> Answer:
        """The best page in force on `today` for somebody of these roles; words of danger now come before every page."""
        hits = self._find(question, today, roles)
        if danger.is_danger(question):
            return self._danger(question, hits, today)
        titled = next((hit for hit in hits if self._by_name[hit.name].title == question), None)
        if titled is not None:
            return self._page(self._by_name[titled.name], today)
        words = self._index.in_full(question)
        outside = self._outside.kind_of(question[:LENGTH_READ], words, hits, self._index.examples)
        if outside is not None and not (hits and hits[0].good and self._asked_by_a_page(hits[0], outside)):
            return self._not_held(hits, outside)
        if not hits or not (hits[0].good or self._outside.leans_to_us(question[:LENGTH_READ], words, hits, self._index.examples)):
            return self._not_held(hits, None)
        return self._answering(question, hits, today)

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

    def _page(self, page: Page, today: date, body: str = "") -> Answer:
        overdue = self.is_overdue(page, today)
        return Answer(
            answered=True,
            page=page.name,
            title=page.title,
            text=elsewhere_text(page) if self._is_elsewhere(page) else page_text(page, self._pilots, body, overdue=overdue),
            sources=page.sources,
            reviewed=page.reviewed,
            review_overdue=overdue,
        )

    def _answering(self, question: str, hits: Sequence[Hit], today: date) -> Answer:
        """The passage that answers comes first. A second page that is as near has its own passages beside it, and both are offered whole."""
        first, worth = self._by_name[hits[0].name], self._index.worth(question)
        second = next((self._by_name[hit.name] for hit in hits[1:2] if hit.of_kind and hit.score >= NEAR * hits[0].score), None)
        alternatives = self._titles(hit for hit in hits[1:] if hit.good)
        if second is None or self._stands_alone(first, today) or self._stands_alone(second, today):
            return replace(self._page(first, today, answering_first(first.body, worth)), alternatives=alternatives)
        ending = short_ending(first, self._pilots, overdue=False)
        beside = beside_text(second, within(second.body, worth, PAIRED_ROOM if hits[1].paired else BESIDE_ROOM))
        room = LONGEST_ANSWER - len(first.title) - len(ending) - len(beside) - len("\n\n\n\n\n")
        text = f"{answering_first(within(first.body, worth, room), worth)}\n\n{beside}\n\n{ending}"
        sources = (*first.sources, *(source for source in second.sources if source not in first.sources))
        both = tuple(dict.fromkeys((*alternatives[: NEAREST_SHOWN - 1], second.title)))
        return replace(self._page(first, today), text=text, sources=sources, alternatives=both, shortened=True)

    def _stands_alone(self, page: Page, today: date) -> bool:
        """A page overdue for review or of another area is shown as such, and never in part."""
        return self._is_elsewhere(page) or self.is_overdue(page, today)

    def _asked_by_a_page(self, hit: Hit, outside: Kind) -> bool:
        """Word for word a page's own question; the page that goes with the refusal is only named there."""
        return hit.own and hit.name not in outside.pages

    def _danger(self, question: str, hits: Sequence[Hit], today: date) -> Answer:
        """Danger first. Below it what was asked besides, from the best page; whoever asks how it will end gets no forecast."""
        offered = self._titles(hit for hit in hits if hit.good)
        forecast = self._outside.forecast(question[:LENGTH_READ])
        if forecast is not None:
            text = f"{danger.WORDS}\n\n{forecast.words}"
            return Answer(answered=False, page=None, title=danger.TITLE, text=text, alternatives=offered)
        page = self._by_name[hits[0].name] if hits and _plainly(hits[0]) else None
        if page is None or self._stands_alone(page, today):
            return Answer(answered=True, page=None, title=danger.TITLE, text=danger.WORDS, alternatives=offered)
        text = f"{danger.WORDS}\n\n{self._once_safe(question, page)}"
        return replace(self._page(page, today), page=None, title=danger.TITLE, text=text, alternatives=offered)

    def _once_safe(self, question: str, page: Page) -> str:
        head = f"Once everyone is safe: **{page.title}**"
        ending = short_ending(page, self._pilots, overdue=False)
        room = LONGEST_ANSWER - len(danger.TITLE) - len(danger.WORDS) - len(head) - len(ending) - len("\n\n\n\n\n\n")
        return f"{head}\n{within(page.body, self._index.worth(question), room)}\n\n{ending}"

    def _not_held(self, hits: Sequence[Hit], outside: Kind | None) -> Answer:
        """A question out of scope by its kind is told so, with what to do instead."""
        found = [hit.name for hit in hits]
        helping = found if outside is None else [*(name for name in outside.pages if name in found or name in self._by_name), *found]
        nearest = tuple(dict.fromkeys(self._by_name[name].title for name in helping))[:NEAREST_SHOWN]
        said = [f"{NOT_HELD}. {NOT_HELD_WORDS if outside is None else outside.words}", NOT_LOOKED_UP, ASK_INSTEAD]
        if nearest:
            said.append(f"Nearest pages: {'; '.join(nearest)}.")
        return Answer(
            answered=False, page=None, title=NOT_HELD, text="\n\n".join(said), alternatives=nearest, nearest=found[0] if found else ""
        )

    def _titles(self, hits: Iterable[Hit]) -> tuple[str, ...]:
        return tuple(self._by_name[hit.name].title for hit in hits)[:NEAREST_SHOWN]


def load(folder: Path = CONTENT) -> Library:
    """Read, check and index a folder of pages; PageError names the file and the field at fault."""
    return Library(pages_of(folder))


def pages_of(folder: Path = CONTENT) -> tuple[Page, ...]:
    with kept():
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


def _plainly(hit: Hit) -> bool:
    """Worded like what the page is asked: a cry for help is no question."""
    return hit.good and hit.score >= PLAIN_SCORE and hit.alike >= PLAIN_ALIKE
