"""Guidance pages: Markdown with front matter, read strictly so that a bad page stops the start and not an officer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import frontmatter

from domain.officers import Role
from domain.pilots import PILOTS

REQUIRED = ("title", "summary", "topic", "aliases", "questions", "sources", "mark", "reviewed", "owner")
OPTIONAL = ("valid_from", "valid_until", "reviewer", "roles", "areas", "pilot")
OF_A_FORCE = ("author", "overrides")


class PageError(ValueError):
    """A page that cannot be used; names the file and the field."""

    def __init__(self, file: str, field: str, problem: str) -> None:
        super().__init__(f"{file}: {field}: {problem}")


class Mark(StrEnum):
    """How firm the page is; the weakest thing an officer would act on decides."""

    LAW = "law"
    NATIONAL_GUIDANCE = "national guidance"
    FORCE_PRACTICE = "force practice"
    UNVERIFIED = "unverified"


@dataclass(frozen=True)
class Source:
    title: str
    url: str
    key: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """`reviewed` is the day on which the sources were read; `reviewer` is who in the force has reviewed the page since, where somebody has.

    A page with `roles` answers officers of these alone. `overrides`, `author` and `approved`, which says when and by whom, are a force's own page's.
    """

    name: str
    title: str
    summary: str
    topic: str
    aliases: tuple[str, ...]
    questions: tuple[str, ...]
    sources: tuple[Source, ...]
    mark: Mark
    reviewed: date
    owner: str
    body: str
    valid_from: date | None = None
    valid_until: date | None = None
    reviewer: str | None = None
    roles: frozenset[Role] = frozenset()
    areas: tuple[str, ...] = ()
    pilot: str | None = None
    overrides: str | None = None
    author: str | None = None
    approved: str | None = None


def read_pages(folder: Path) -> tuple[Page, ...]:
    """Every page of the folder in name order; no page, or one title twice, is an error."""
    pages = tuple(read_page(path) for path in sorted(folder.glob("*.md")))
    if not pages:
        raise PageError(folder.name, "folder", "holds no pages")
    titles: dict[str, str] = {}
    for page in pages:
        first = titles.setdefault(page.title.casefold(), page.name)
        if first != page.name:
            raise PageError(f"{page.name}.md", "title", f"is the title of {first}.md too")
    return pages


def read_page(path: Path) -> Page:
    return page_of(path.name, path.read_bytes(), REQUIRED, OPTIONAL)


def page_of(file: str, content: bytes, required: Sequence[str], optional: Sequence[str]) -> Page:
    fields, body = _read(file, content)
    fields.known(required, optional)
    if not body:
        raise PageError(file, "body", "is empty")
    return Page(
        name=file.removesuffix(".md"),
        title=fields.words("title"),
        summary=fields.words("summary"),
        topic=fields.words("topic"),
        aliases=fields.several("aliases"),
        questions=fields.several("questions"),
        sources=fields.sources(),
        mark=fields.mark(),
        reviewed=fields.day("reviewed"),
        owner=fields.words("owner"),
        body=body,
        valid_from=fields.day("valid_from") if "valid_from" in fields.raw else None,
        valid_until=fields.last_day(),
        reviewer=fields.words_if_any("reviewer"),
        roles=fields.roles(),
        areas=fields.several("areas") if "areas" in fields.raw else (),
        pilot=fields.pilot(),
        overrides=fields.words_if_any("overrides"),
        author=fields.words_if_any("author"),
    )


def _read(file: str, content: bytes) -> "tuple[_Fields, str]":
    try:
        post = frontmatter.loads(content.decode("utf-8"))
    except UnicodeDecodeError:
        raise PageError(file, "file", "is not UTF-8 text") from None
    except Exception as fault:
        raise PageError(file, "front matter", "cannot be read") from fault
    return _Fields(file, post.metadata), post.content.strip()


@dataclass(frozen=True)
class _Fields:
    file: str
    raw: Mapping[str, Any]

    def known(self, required: Sequence[str], optional: Sequence[str]) -> None:
        for field in required:
            if field not in self.raw:
                raise PageError(self.file, field, "is missing")
        for field in self.raw:
            if field not in (*required, *optional):
                raise PageError(self.file, str(field), "is not a field of a guidance page")

    def words(self, field: str) -> str:
        return self._line(field, self.raw[field])

    def words_if_any(self, field: str) -> str | None:
        return self.words(field) if field in self.raw else None

    def several(self, field: str) -> tuple[str, ...]:
        return tuple(self._line(field, item) for item in self._list(field))

    def sources(self) -> tuple[Source, ...]:
        return tuple(self._source(number, item) for number, item in enumerate(self._list("sources"), start=1))

    def mark(self) -> Mark:
        try:
            return Mark(self.raw["mark"])
        except ValueError:
            raise PageError(self.file, "mark", f"must be one of: {', '.join(Mark)}") from None

    def day(self, field: str) -> date:
        value = self.raw[field]
        if isinstance(value, datetime) or not isinstance(value, date):
            raise PageError(self.file, field, "must be a date such as 2026-11-22")
        return value

    def last_day(self) -> date | None:
        if "valid_until" not in self.raw:
            return None
        last = self.day("valid_until")
        if "valid_from" in self.raw and last < self.day("valid_from"):
            raise PageError(self.file, "valid_until", "is before valid_from")
        return last

    def roles(self) -> frozenset[Role]:
        if "roles" not in self.raw:
            return frozenset()
        try:
            return frozenset(map(Role, self.several("roles")))
        except ValueError:
            raise PageError(self.file, "roles", f"must be among: {', '.join(Role)}") from None

    def pilot(self) -> str | None:
        pilot = self.words_if_any("pilot")
        if pilot is not None and pilot not in PILOTS:
            raise PageError(self.file, "pilot", f"must be one of: {', '.join(PILOTS)}")
        return pilot

    def _source(self, number: int, item: object) -> Source:
        field = f"sources[{number}]"
        if not isinstance(item, Mapping) or set(item) != {"title", "url", "key"}:
            raise PageError(self.file, field, "must have a title, a url and a key, and nothing else")
        title, url, key = (self._line(f"{field}.{name}", item[name]) for name in ("title", "url", "key"))
        if not _is_web_address(url):
            raise PageError(self.file, f"{field}.url", "must be a whole https address")
        return Source(title, url, key)

    def _list(self, field: str) -> list[Any]:
        value = self.raw[field]
        if not isinstance(value, list) or not value:
            raise PageError(self.file, field, "must be a list with at least one entry")
        return value

    def _line(self, field: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise PageError(self.file, field, "must be words")
        return value.strip()


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme == "https" and "." in (parts.hostname or "") and not any(letter.isspace() for letter in url)
