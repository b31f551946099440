"""Reads a line that asks to enter a measure of a kind, or to see all that one person is under."""

import re

from bot.typed import line_of
from domain.apostrophes import straight
from domain.measure_table import ENTERED
from domain.measures import Kind

BESIDE = "beside"
_REFERENCE = r"(?P<reference>NMO[-\s]?[A-Z0-9]{6})"
_ON = rf"(?:\s+(?:on|to|for|of|beside)\s+{_REFERENCE})?"
_NAMES = {name: row.kind for row in ENTERED for name in (*row.names, row.name, row.short.casefold())}
_NAMED = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(_NAMES, key=len, reverse=True))
_ENTER = re.compile(
    rf"(?:enter|add|register|record|put\s+in)\s+(?:(?:a|an|another|the|new)\s+)*(?:(?P<kind>{_NAMED})|(?:protective\s+)?measure){_ON}",
    re.IGNORECASE,
)
_ALL = re.compile(
    rf"(?:(?:show|list)(?:\s+me)?\s+)?(?:all\s+)?(?:the\s+)?(?:protective\s+)?(?:measures|orders\s+and\s+notices)(?:\s+(?:side\s+by\s+side|together))?(?:\s+(?:on|for|of|beside))?\s+{_REFERENCE}",
    re.IGNORECASE,
)


def measure_asked(text: str) -> tuple[str, str] | None:
    """The kind (empty where none was named) or `beside`, and the reference; None where the whole line is not that, or asks."""
    if text.rstrip().endswith("?"):
        return None
    said = line_of(straight(text))
    shown = _ALL.fullmatch(said)
    if shown is not None:
        return BESIDE, _canonical(shown["reference"])
    found = _ENTER.fullmatch(said)
    if found is None:
        return None
    named = " ".join((found["kind"] or "").casefold().split())
    kind: Kind | None = _NAMES.get(named)
    return (kind.value if kind else ""), _canonical(found["reference"])


def _canonical(typed: str | None) -> str:
    return f"NMO-{typed[-6:].upper()}" if typed else ""
