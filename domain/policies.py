"""What a force decides for itself: read from its file, checked whole, and as a rule of ours where the file is silent."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from domain.errors import Unreadable

OTHER = "other"
BATCH = "batch"
MOST_REASONS = 8
LONGEST_WORDS = 40
MOST_LOOKUPS = 1_000
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
_MINUTES = range(1, 12 * 60 + 1)
_SECTIONS = {"reason": {"ask", "minutes", "list"}, "lookups": {"an_hour"}}


@dataclass(frozen=True)
class Reason:
    """Why somebody is looked up: `code` stands in the trail, `words` on the button."""

    code: str
    words: str


REASONS = (
    Reason("incident", "Incident or call"),
    Reason("arrest", "Breach or arrest"),
    Reason("contact", "Contact with the victim"),
    Reason("proactive", "Proactive check"),
    Reason("court", "Bail or court"),
    Reason(OTHER, "Other (say which)"),
)


@dataclass(frozen=True)
class Policy:
    """`version` is the force's own number of its file, 0 where there is none."""

    version: int = 0
    asks_reason: bool = True
    reason_lasts: timedelta = timedelta(minutes=30)
    reasons: tuple[Reason, ...] = REASONS
    lookups_an_hour: int = 60


def read_policy(text: str) -> Policy:
    """Raises Unreadable with the one thing that is wrong; a name that nobody knows is wrong too, since a slip would pass for a rule."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        raise Unreadable(f"it is not TOML ({trouble})") from trouble
    _known(given, {"version", *_SECTIONS}, "")
    parts = {name: _section(given, name) for name in _SECTIONS}
    reason = parts["reason"]
    return Policy(
        version=_whole(given.get("version"), "version", range(1, 1_000_000)),
        asks_reason=_yes_or_no(reason.get("ask", True), "reason.ask"),
        reason_lasts=timedelta(minutes=_whole(reason.get("minutes", 30), "reason.minutes", _MINUTES)),
        reasons=tuple(_reasons(reason["list"])) if "list" in reason else REASONS,
        lookups_an_hour=_whole(parts["lookups"].get("an_hour", 60), "lookups.an_hour", range(1, MOST_LOOKUPS + 1)),
    )


def _section(given: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    section = given.get(name, {})
    if not isinstance(section, dict):
        raise Unreadable(f"{name} must be a section, [{name}]")
    _known(section, _SECTIONS[name], f"{name}.")
    return section


def _known(given: Mapping[str, Any], names: set[str], where: str) -> None:
    for name in given:
        if name not in names:
            raise Unreadable(f"{where}{name} is no setting of this file")


def _whole(value: object, name: str, among: range) -> int:
    if type(value) is not int or value not in among:
        raise Unreadable(f"{name} must be a whole number from {among[0]} to {among[-1]}")
    return value


def _yes_or_no(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise Unreadable(f"{name} must be true or false")
    return value


def _reasons(listed: object) -> Iterator[Reason]:
    if not isinstance(listed, dict) or not 0 < len(listed) <= MOST_REASONS:
        raise Unreadable(f"reason.list must hold 1 to {MOST_REASONS} reasons, each a code and its words")
    for code, words in listed.items():
        if not _CODE.fullmatch(code) or code == BATCH:
            raise Unreadable(f"reason.list: {code} is no code, which is small letters, figures and underscores, and not {BATCH}")
        if not isinstance(words, str) or not 0 < len(words.strip()) <= LONGEST_WORDS:
            raise Unreadable(f"reason.list.{code} must be words, at most {LONGEST_WORDS} letters long")
        yield Reason(code, words.strip())
