"""A force's own pages beside ours: which may be shown, in which text, and what stands in the way of the others."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from domain.guidance_approvals import Approval
from domain.london import long_date, to_london
from guidance.chapters import TOPICS
from guidance.pages import OF_A_FORCE, OPTIONAL, REQUIRED, Page, PageError, page_of
from guidance.wording import demand_short

LARGEST_FILE = 20_000
LONGEST_NAME = 40
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_OPTIONAL = (*OPTIONAL, "overrides")
_REQUIRED = (*REQUIRED, *(field for field in OF_A_FORCE if field != "overrides"))


class State(StrEnum):
    APPROVED = "approved"
    NEW = "waits for its first approval"
    CHANGED = "changed since it was approved"
    WRONG = "cannot be used"


@dataclass(frozen=True)
class ForcePage:
    """`written` is the page as its file has it, `shown` as officers see it: the text approved last, or none.

    `approvals` counts those the page has had, `problem` says what is wrong with the file, `digest` and `text` are the file's.
    """

    name: str
    state: State
    digest: str
    text: str
    written: Page | None = None
    shown: Page | None = None
    approvals: int = 0
    problem: str = ""


def force_pages(files: Mapping[str, bytes], approvals: Iterable[Approval], ours: Sequence[Page]) -> list[ForcePage]:
    """In name order. A file that was taken away takes its page away; its approvals stay as history."""
    newest = {one.page: one for one in sorted(approvals, key=lambda one: one.number) if one.page in files}
    taken = _Taken(ours)
    shown = {one.page: _approved(one, taken) for one in sorted(newest.values(), key=lambda one: one.at)}
    return [_force_page(name, files[name], newest.get(name), shown.get(name), taken) for name in sorted(files)]


def _force_page(name: str, content: bytes, approval: Approval | None, shown: Page | None, taken: "_Taken") -> ForcePage:
    digest = sha256(content).hexdigest()
    number = 0 if approval is None else approval.number
    page = ForcePage(name, State.NEW, digest, content.decode("utf-8", "replace"), shown=shown, approvals=number)
    try:
        written = _read(name, content, taken)
    except PageError as wrong:
        return replace(page, state=State.WRONG, problem=str(wrong))
    if shown is None or approval is None:
        return replace(page, written=written)
    return replace(page, written=written, state=State.APPROVED if approval.digest == digest else State.CHANGED)


def _approved(approval: Approval, taken: "_Taken") -> Page | None:
    """None where the text cannot stand beside pages of ours that came since, or beside one that was approved before it."""
    try:
        page = _read(approval.page, approval.text.encode(), taken)
    except PageError:
        return None
    taken.take(page)
    return replace(page, approved=f"{long_date(to_london(approval.at).date())} by {approval.who[:LONGEST_NAME]}")


def _read(name: str, content: bytes, taken: "_Taken") -> Page:
    file = f"{name}.md"
    if not _NAME.fullmatch(name):
        raise PageError(file, "file", "must be named in small letters, figures and hyphens, at most 60")
    if len(content) > LARGEST_FILE:
        raise PageError(file, "file", f"is larger than {LARGEST_FILE:,} bytes")
    page = page_of(file, content, _REQUIRED, _OPTIONAL)
    if page.topic not in TOPICS:
        raise PageError(file, "topic", f"must be one of: {', '.join(sorted(TOPICS))}")
    taken.demand_free(page)
    demand_short(replace(page, approved=f"30 September 2000 by {'N' * LONGEST_NAME}"))
    return page


class _Taken:
    """The names, titles and overridden pages that are taken already."""

    def __init__(self, ours: Sequence[Page]) -> None:
        self._ours = {page.name: page for page in ours}
        self._titles = {page.title.casefold(): page.name for page in ours}
        self._overridden: dict[str, str] = {}

    def take(self, page: Page) -> None:
        self._titles.setdefault(page.title.casefold(), page.name)
        if page.overrides is not None:
            self._overridden[page.overrides] = page.name

    def demand_free(self, page: Page) -> None:
        file = f"{page.name}.md"
        if page.name in self._ours:
            raise PageError(
                file, "file", "is the name of a page that comes with the bot; take another, and say overrides to replace that one"
            )
        if page.overrides is not None and page.overrides not in self._ours:
            raise PageError(file, "overrides", f"there is no page {page.overrides}")
        if self._overridden.get(page.overrides or "", page.name) != page.name:
            raise PageError(file, "overrides", f"{self._overridden[page.overrides or '']}.md overrides {page.overrides} already")
        if self._titles.get(page.title.casefold(), page.name) not in (page.name, page.overrides):
            raise PageError(file, "title", f"is the title of {self._titles[page.title.casefold()]}.md too")
