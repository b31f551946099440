"""The prohibitions of an order, word for word, out of the lines of its paper."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from domain.papers import Condition

_FORBIDS = r"(?:must not|shall not|may not|must never|(?:is|are|be)(?: hereby)? (?:forbidden|prohibited|restrained)|not to\b|nor (?:to )?|must leave)"
FORBIDS = re.compile(_FORBIDS, re.IGNORECASE)
_ORDERED = re.compile(
    r"\b(?:it is (?:hereby )?(?:further )?ordered|(?:the|this) court (?:hereby )?order(?:s|ed)?)\b|^(?:the )?(?:terms|prohibitions|conditions|order)(?: of (?:the|this) order)?\s*:?$",
    re.IGNORECASE,
)
_LEAD = re.compile(rf"\b(?:respondent|you|he|she|they)\b.{{0,120}}\b{_FORBIDS}.*:$", re.IGNORECASE)
_MARK = re.compile(
    r"\s*(?P<word>(?:condition|paragraph|term|clause|prohibition|item)\s+)?(?P<open>[(\[]?)(?P<at>\d{1,2}(?:\.\d{1,2})?|[a-z]|[A-Z]|[ivx]{1,5}|[IVX]{1,5})(?P<shut>[)\].:]{0,2})(?:\s+[-–])?\s+(?P<words>\S.*)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?P<at>[•●▪◦\u00b7–*-])\s+(?P<words>\S.*)")
_PLAIN = re.compile(rf"(?:and )?(?:the respondent|you|he|she|he or she|they)\b.{{0,80}}?\b{_FORBIDS}", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:(?:this|the) order\b|order made|made (?:by|on|at|this)|dated?\b|duration|end date|expir(?:y|es)|return hearing|next hearing|hearing\b|the return hearing"
    r"|notice to|important|penal notice|warning|if (?:you|the respondent|without)|you (?:must obey|may apply|have the right)|power of arrest|a power of arrest|no power"
    r"|(?:an )?occupation order|statement of service|certificate of service|signed|by the court|ordered by|exceptions?\b|fl\d{3}|right to|service\b|the court\b|schedule"
    r"|(?:the )?(?:case|matter|application)\b|(?:district|deputy|circuit|her|his) |before\b|in force|[(\[][ x]?[)\]] |costs|the respondent (?:was|may|has|can|is to)|nothing in this order)",
    re.IGNORECASE,
)
EXCEPTS = re.compile(
    r"\b(?:except|save (?:that|for|as|through|by)|unless|does not prevent|nothing in this|other than|provided that|but may|this does not)\b",
    re.IGNORECASE,
)
_ROMANS = (
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
    "xvii",
    "xviii",
    "xix",
    "xx",
)


@dataclass(frozen=True)
class Conditions:
    conditions: tuple[Condition, ...] = ()
    exceptions: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Style:
    """How the items of this list are marked, and the sign of each."""

    shape: tuple[bool, bool, str]
    sign: Callable[[int], str]
    first: int = 1

    def is_next(self, seen: re.Match[str], number: int) -> bool:
        return _shape(seen) == self.shape and seen["at"].lower() == self.sign(self.first + number)


@dataclass
class _List:
    lead: str = ""
    items: list[tuple[str, list[str]]] = field(default_factory=list)
    closed: bool = False

    def add(self, line: str) -> None:
        if self.items and not self.closed:
            self.items[-1][1].append(line)


def read_conditions(lines: Sequence[str]) -> Conditions:
    """Every numbered paragraph that forbids something; where none is numbered, every paragraph that does."""
    begin = _beginning(lines)
    if begin is None:
        return Conditions(doubts=("The place where the prohibitions begin was not found.",))
    lead = _lead_at(lines, begin)
    marked = _marked(lines[begin + 1 :], lead)
    found = marked if marked.items else _unmarked(lines[begin:])
    kept = [(number, joined(words)) for number, words in found.items]
    conditions = tuple(
        Condition(number, words, found.lead) for number, words in kept if FORBIDS.search(words) or (found.lead and not _AFTER.match(words))
    )
    doubts = [] if conditions else ["No prohibition was found."]
    doubts += [f"Condition {one.number or at} does not end like a sentence." for at, one in enumerate(conditions, 1) if _is_cut(one.words)]
    return Conditions(conditions, tuple(_exceptions(lines[begin:], conditions)), tuple(doubts))


def joined(words: Sequence[str]) -> str:
    """The lines of a paragraph as one: a hyphen at the end of a line stays, and nothing is put behind it."""
    text = " ".join(" ".join(line.split()) for line in words if line.strip())
    return re.sub(r"(?<=\w)- (?=\w)", "-", text)


def _beginning(lines: Sequence[str]) -> int | None:
    ordered = [at for at, line in enumerate(lines) if _ORDERED.search(line.strip()) or _LEAD.search(line.strip())]
    if ordered:
        return ordered[0]
    first = [at for at, line in enumerate(lines) if _PLAIN.search(line) and not line.lower().startswith("if ")]
    return first[0] - 1 if first else None


def _lead_at(lines: Sequence[str], begin: int) -> str:
    """The words that open a list, on the line that orders or on the two after it."""
    if begin < 0:
        return ""
    for stop in range(begin + 1, min(begin + 4, len(lines)) + 1):
        opened = joined(lines[begin:stop])
        if stop > begin + 1 and _MARK.fullmatch(lines[stop - 1]):
            return ""
        if opened.endswith(":") and FORBIDS.search(opened):
            return re.sub(r"^.*?\b(?:ordered|orders)(?: that)?\s*:?\s*", "", opened, flags=re.IGNORECASE)
    return ""


def _marked(lines: Sequence[str], lead: str) -> _List:
    found, style = _List(lead), None
    for at, line in enumerate(lines):
        seen = _MARK.fullmatch(line) if line.strip() else None
        if style is None:
            style = _style_of(seen, lead)
            if style is not None and seen is not None:
                found.items.append((seen["at"], [seen["words"]]))
            continue
        if seen is not None and style.is_next(seen, len(found.items)):
            found.items.append((seen["at"], [seen["words"]]))
            found.closed = False
        elif _closes(found, line, lines[at + 1 :]):
            found.closed = True
        else:
            found.add(line)
    return found


def _style_of(seen: re.Match[str] | None, lead: str) -> _Style | None:
    """A list begins with the first sign of its kind, or goes on counting from what was recited before. A bare number needs a capital after it, or a list that was opened."""
    if seen is None:
        return None
    at, shape = seen["at"].lower(), _shape(seen)
    bare = not (seen["shut"] or seen["open"] or seen["word"] or "." in at)
    if bare and not (at.isdigit() and (seen["words"][0].isupper() or lead)):
        return None
    forbids = bool(lead) or FORBIDS.search(seen["words"]) is not None
    major, _, minor = at.partition(".")
    if minor:
        return _Style(shape, lambda number: f"{major}.{number}", int(minor)) if forbids else None
    if at.isdigit():
        return _Style(shape, str, int(at)) if at == "1" or forbids else None
    if at == "i":
        return _Style(shape, lambda number: _ROMANS[number - 1] if number <= len(_ROMANS) else "")
    return _Style(shape, lambda number: chr(96 + number)) if at == "a" else None


def _shape(seen: re.Match[str]) -> tuple[bool, bool, str]:
    return bool(seen["word"]), bool(seen["open"]), seen["shut"]


def _closes(found: _List, line: str, rest: Sequence[str]) -> bool:
    """What comes after a whole sentence and is plainly another matter, or heads one."""
    if found.closed or not line.strip():
        return found.closed
    words = joined(found.items[-1][1])
    if found.lead and _AFTER.match(line.strip()) and line.strip()[0].isupper():
        return True
    if not words.endswith((".", ";", ":", "!", ")")):
        return False
    text = line.strip()
    numbered = _MARK.fullmatch(text)
    if numbered is not None and numbered["at"][0].isdigit() and words.endswith("."):
        text = numbered["words"]
    return _AFTER.match(text) is not None or _is_heading(text, rest)


def _is_heading(text: str, rest: Sequence[str]) -> bool:
    following = next((line.strip() for line in rest if line.strip()), "")
    return (
        len(text) < 60
        and text[0].isupper()
        and not text.endswith((".", ";", ","))
        and (text.isupper() or following[:1].isupper() or _MARK.fullmatch(following) is not None)
    )


def _unmarked(lines: Sequence[str]) -> _List:
    """Paragraphs that each forbid something, with bullets or with nothing before them."""
    found = _List()
    for at, line in enumerate(lines):
        bullet = _BULLET.fullmatch(line)
        words = bullet["words"] if bullet else line.strip()
        if bullet or (_PLAIN.match(words) and not words.endswith(":") and (not found.items or _stands_alone(found))):
            found.items.append(("", [words]))
            found.closed = False
        elif found.items and _closes(found, line, lines[at + 1 :]):
            found.closed = True
        else:
            found.add(line)
    return found


def _stands_alone(found: _List) -> bool:
    return found.closed or joined(found.items[-1][1]).endswith((".", ";"))


def _is_cut(words: str) -> bool:
    return not words.endswith((".", ";", ":", ",", "and", "or", ")", '"', "”"))


def _exceptions(lines: Sequence[str], conditions: Sequence[Condition]) -> list[str]:
    """The parts of the conditions that allow something, and the paragraphs beside them that do."""
    inside = [part.strip() for one in conditions for part in re.split(r"(?<=[;.])\s(?=[A-Z])", one.words) if EXCEPTS.search(part)]
    held = " ".join(one.words for one in conditions)
    beside = [
        joined([line]) for line in lines if re.match(r"\W*(?:nothing in this order|this order does not prevent)", line, re.IGNORECASE)
    ]
    return inside + [one for one in beside if one not in held]
