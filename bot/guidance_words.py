"""What those who approve a force's pages of guidance type."""

import re
from dataclasses import dataclass

_WAITING = re.compile(
    r"(?:(?:show|list)(?: me)?(?: the)? )?(?:guidance|pages) (?:waiting |that waits? )?(?:to|for) (?:approve|approval)", re.IGNORECASE
)
_PREVIEW = re.compile(r"preview (?:the )?(?:guidance|page)(?: page)? ([a-z0-9][a-z0-9-]{0,59})(?:\.md)?", re.IGNORECASE)
_READ = 200


@dataclass(frozen=True)
class ApprovalAsked:
    """`page` is the name of the one to preview; empty asks for the list."""

    page: str = ""


def approval_asked(text: str) -> ApprovalAsked | None:
    line = " ".join(text[:_READ].split()).rstrip("?!. ")
    if _WAITING.fullmatch(line):
        return ApprovalAsked()
    found = _PREVIEW.fullmatch(line)
    return None if found is None else ApprovalAsked(found[1].lower())
