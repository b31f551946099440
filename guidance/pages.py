"""Guidance pages: Markdown with front matter, read strictly so that a bad page stops the start and not an officer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import frontmatter

REQUIRED = ("title", "summary", "topic", "aliases", "questions", "sources", "mark", "reviewed", "owner")
OPTIONAL = ("valid_from", "reviewer")


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
    """`reviewed` is the day on which the sources were read; `reviewer` is who in the force has reviewed the page since, where somebody has."""

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
    reviewer: str | None = None


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
    try:
        post = frontmatter.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise PageError(path.name, "file", "is not UTF-8 text") from None
    except Exception as fault:
        raise PageError(path.name, "front matter", "cannot be read") from fault
    fields = _Fields(path.name, post.metadata)
    fields.known()
    body = post.content.strip()
    if not body:
        raise PageError(path.name, "body", "is empty")
    return Page(
        name=path.stem,
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
        valid_from=fields.day("valid_from") if "valid_from" in post.metadata else None,
        reviewer=fields.words("reviewer") if "reviewer" in post.metadata else None,
    )


@dataclass(frozen=True)
class _Fields:
    file: str
    raw: Mapping[str, Any]

    def known(self) -> None:
        for field in REQUIRED:
            if field not in self.raw:
                raise PageError(self.file, field, "is missing")
        for field in self.raw:
            if field not in (*REQUIRED, *OPTIONAL):
                raise PageError(self.file, str(field), "is not a field of a guidance page")

    def words(self, field: str) -> str:
        return self._line(field, self.raw[field])

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
