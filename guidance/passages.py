"""A page in passages: the one that answers comes first, and a page that is as near has its own beside it."""

import re
from collections.abc import Callable, Sequence

SHOWN_FIRST = 1.6
ENOUGH_WORTH = 4.0
_POINT = re.compile(r"- |\d+\. ")
_LEANING = (
    "it ",
    "its ",
    "that ",
    "this ",
    "those ",
    "these ",
    "they ",
    "so ",
    "but ",
    "and ",
    "or ",
    "then ",
    "also ",
    "otherwise",
    "if not",
    "both ",
)

Worth = Callable[[str], float]


def passages(body: str) -> list[str]:
    """Paragraphs and single points; points that follow a line with a colon stay with it, since they mean nothing alone."""
    found: list[str] = []
    introduced = False
    for line in filter(None, map(str.strip, body.splitlines())):
        point = _POINT.match(line) is not None
        if point and introduced:
            found[-1] += f"\n{line}"
            continue
        found.append(line)
        introduced = not point and line.endswith(":")
    return found


def answering_first(body: str, worth: Worth) -> str:
    """The body, with a passage in front that says clearly more on the question than the first one does."""
    first, *others = passages(body)
    if not others:
        return body
    best = max(others, key=worth)
    if worth(best) < max(ENOUGH_WORTH, SHOWN_FIRST * worth(first)) or _leans(best):
        return body
    moved = best if "\n" in best else best.removeprefix("- ")
    return f"{moved}\n\n{_without(body, best)}"


def within(body: str, worth: Worth, room: int) -> str:
    """As many passages as there is room for, in the page's own sequence: the first, and then those that say most on the question."""
    first, *others = passages(body)
    parts = [_lines_within(first, room), *others]
    kept, left = {0}, room - len(parts[0])
    for at in sorted(range(1, len(parts)), key=lambda at: (-worth(parts[at]), at)):
        if _hangs(parts, at, kept):
            continue
        parts[at] = _list_within(parts[at], left - 1)
        if len(parts[at]) + 1 <= left:
            kept.add(at)
            left -= len(parts[at]) + 1
    return "\n".join(part for at, part in enumerate(parts) if at in kept)


def _list_within(passage: str, room: int) -> str:
    """A list as far as it fits, where more than the line that brings it in does."""
    shorter = _lines_within(passage, room)
    return shorter if "\n" in shorter else passage


def _lines_within(passage: str, room: int) -> str:
    """The first line in any case, and the points below it as far as they fit."""
    first, *points = passage.splitlines()
    for point in points:
        if len(first) + 1 + len(point) > room:
            break
        first += f"\n{point}"
    return first


def _hangs(parts: Sequence[str], at: int, kept: set[int]) -> bool:
    """A passage that begins with "it" or "so" speaks of the one before: it is not shown without that one."""
    return _leans(parts[at]) and at - 1 not in kept


def _without(body: str, passage: str) -> str:
    left = [line.strip() for line in body.splitlines()]
    for line in passage.splitlines():
        left.remove(line)
    return "\n".join(left).replace("\n\n\n", "\n\n").strip()


def _leans(passage: str) -> bool:
    return passage.removeprefix("- ").replace("*", "").casefold().startswith(_LEANING)
