"""What those who look after a force's pages of guidance type."""

import re
from dataclasses import dataclass

from bot.typed import line_of

_WAITING = re.compile(
    r"(?:(?:show|list)(?: me)?(?: the)? )?(?:guidance|pages) (?:waiting |that waits? )?(?:to|for) (?:approve|approval)", re.IGNORECASE
)
_PREVIEW = re.compile(r"preview (?:the )?(?:guidance|page)(?: page)? ([a-z0-9][a-z0-9-]{0,59})(?:\.md)?", re.IGNORECASE)
_QUESTIONS = re.compile(
    r"(?:(?:show|list)(?: me)?(?: the)? )?(?:guidance questions|unanswered questions|questions asked in vain)", re.IGNORECASE
)


@dataclass(frozen=True)
class ApprovalAsked:
    """`page` is the name of the one to preview; empty asks for the list."""

    page: str = ""


def approval_asked(text: str) -> ApprovalAsked | None:
    line = line_of(text)
    if _WAITING.fullmatch(line):
        return ApprovalAsked()
    found = _PREVIEW.fullmatch(line)
    return None if found is None else ApprovalAsked(found[1].lower())


def asks_for_questions(text: str) -> bool:
    return _QUESTIONS.fullmatch(line_of(text)) is not None
