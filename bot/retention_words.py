"""Reads a line that asks for the records whose retention is to be reviewed."""

import re

from bot.typed import line_of
from domain.apostrophes import straight

_ASKED = re.compile(
    r"(?:(?:show|list)(?:\s+me)?\s+)?(?:the\s+|my\s+)?(?:retention\s+(?:reviews?|queue|list)|records?\s+(?:due\s+)?(?:for|to)\s+(?:retention\s+)?review(?:\s+for\s+retention)?"
    r"|reviews?\s+of\s+retention)",
    re.IGNORECASE,
)


def asks_for_retention(text: str) -> bool:
    return _ASKED.fullmatch(line_of(straight(text))) is not None
