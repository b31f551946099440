"""The lines of a paper in the order in which a person reads them: no headers and footers, columns one after the other, English only."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

GAP = re.compile(r" {3,}")
_FURNITURE = re.compile(
    r"(?:page|tudalen)\s*\d+(?:\s*(?:of|o|/)\s*\d+)?|\d+\s*(?:of|/)\s*\d+|-?\s*\d{1,3}\s*-?|made[- ]up\b.{0,40}\bnot a court order.*",
    re.IGNORECASE,
)
# What opens or carries on a paragraph is never taken for a header, though stock words do come back at the foot of two pages.
_PROSE = re.compile(r"^\s*(?:[a-z]|[(\[]?\w{1,4}[)\].]\s)|[.;,:]\s*$")
# A long line that ends without a stop goes on overleaf.
_RUNS_ON = re.compile(r".{40}[^.;:!?]$")
_MARKED = re.compile(r"^\s*([(\[]?\w{1,4}[)\].]\s+)")
_EDGE = 4
_NARROWEST = 20
_NUMBER = re.compile(r"[(\[]?(?:\d{1,2}|[a-z]|[ivxIVX]{1,5})[)\].]{0,2}")
_LABEL = re.compile(
    r"\b(?:case|claim|court|applicant|respondent|date|made|order|ends?|expir\w+|until|hearing|notice|judge|duration|name|number|time|place|in force|power|served|before)\b",
    re.IGNORECASE,
)
_WELSH = re.compile(
    r"\b(?:gorchymyn|atebydd|ceisydd|llys|ymyrryd|peidio|rhaid|hwn|hon|gwnaed|chi|byddwch|unrhyw|gwrandawiad|rhybudd|trosedd|yr|y|yn|gan|neu|ag|o'r|i'r|mae|bydd|ni|na|heb|hyd|nes|dyddiad|rhif|achos|wedi|gyda|sydd|eich|cysylltu|plant)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:the|of|and|or|to|must|not|any|this|that|order|court|is|was|by|on|at|for|with|you|respondent|applicant|case|date|notice|hearing)\b",
    re.IGNORECASE,
)


def reading_order(pages: Sequence[Sequence[str]]) -> list[str]:
    """Three blanks or more inside a line part the cells of a row; an empty line parts paragraphs."""
    whole: list[str] = []
    gutter = None
    for page in map(_single_spaced, _without_furniture(pages)):
        # A table may have only a row left for its next page.
        gutter = _gutter(page) or gutter
        lines = page if gutter is None else _columns(page, gutter)
        filled = [at for at, line in enumerate(lines) if line.strip()]
        lines = lines[filled[0] : filled[-1] + 1] if filled else []
        whole += lines if lines and _RUNS_ON.search(lines[-1]) else [*lines, ""]
    return list(_english(whole))


def _english(lines: Sequence[str]) -> Iterator[str]:
    """Of a line in both languages the English half; the number of a paragraph that stands in Welsh first goes to the English below it."""
    mark = ""
    for line in lines:
        halves = re.split(r"\s/\s", line)
        said = [half for half in halves if not is_welsh(half)] if len(halves) == 2 else halves
        if is_welsh(line) and (len(halves) == 1 or len(said) != 1):
            mark = mark or "".join(_MARKED.findall(line)[:1])
            continue
        english = said[0].strip() if len(said) == 1 and len(halves) == 2 else line
        yield f"{mark}{english.strip()}" if mark and english.strip() else english
        mark = mark if not english.strip() else ""


def is_welsh(text: str) -> bool:
    welsh, english = len(_WELSH.findall(text)), len(_ENGLISH.findall(text))
    return welsh > english and welsh > 0 and (welsh > 1 or len(text.split()) <= 4)


def _without_furniture(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Lines that come back at the same place of pages, whatever number they bear, and what is plainly the number of a page."""
    edges = [_edges(page) for page in pages]
    again = Counter((side, place, _key(page[at])) for page, sides in zip(pages, edges, strict=True) for side, place, at in _places(sides))
    kept = []
    for page, sides in zip(pages, edges, strict=True):
        left_out: set[int] = set()
        for side, edge in enumerate(sides):
            seen = [_is_furniture(page[at], again[side, place, _key(page[at])]) for place, at in enumerate(edge)]
            left_out |= set(edge[: [*seen, False].index(False)])
        kept.append([line for at, line in enumerate(page) if at not in left_out])
    return kept


def _edges(page: Sequence[str]) -> tuple[list[int], list[int]]:
    """The outermost lines from the top down and from the foot up."""
    filled = [at for at, line in enumerate(page) if line.strip()]
    return filled[:_EDGE], filled[::-1][:_EDGE]


def _places(sides: tuple[list[int], list[int]]) -> Iterator[tuple[int, int, int]]:
    yield from ((side, place, at) for side, edge in enumerate(sides) for place, at in enumerate(edge))


def _is_furniture(line: str, times: int) -> bool:
    return _FURNITURE.fullmatch(line.strip()) is not None or (times > 1 and not _PROSE.search(line))


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _single_spaced(page: Sequence[str]) -> list[str]:
    """Where most lines stand apart an empty line says nothing, and only a wider gap parts paragraphs."""
    runs = [(bool(filled), list(lines)) for filled, lines in groupby(page, key=lambda line: bool(line.strip()))]
    gaps = [len(lines) for filled, lines in runs[1:-1] if not filled]
    filled = sum(len(lines) for is_filled, lines in runs if is_filled)
    usual = min(gaps, default=0) if len(gaps) > filled * 0.6 else 0
    out: list[str] = []
    for is_filled, lines in runs:
        out += lines if is_filled else [""] * (len(lines) > usual)
    return out


def _columns(page: list[str], gutter: int) -> list[str]:
    """Each stretch of lines that leaves the gutter open is read down its left side and then down its right, tables row by row."""
    out: list[str] = []
    for beside, lines in groupby(page, key=lambda line: _leaves_open(line, gutter)):
        stretch = list(lines)
        out += _side_by_side(stretch, gutter) if beside and any(_begins_at(line, gutter) for line in stretch) else stretch
    return out


def _gutter(page: Sequence[str]) -> int | None:
    starts = Counter(gap.end() for line in page for gap in GAP.finditer(line.rstrip()))
    near = {at: sum(starts[at + off] for off in (-1, 0, 1)) for at in starts}
    best = max(near, key=lambda at: (near[at], starts[at]), default=None)
    return best if best is not None and near[best] >= 3 and best > 4 else None


def _begins_at(line: str, gutter: int) -> bool:
    return any(abs(gap.end() - gutter) < 2 for gap in GAP.finditer(line))


def _leaves_open(line: str, gutter: int) -> bool:
    return not line[max(0, gutter - 3) : gutter - 1].strip()


def _side_by_side(stretch: list[str], gutter: int) -> list[str]:
    cut = gutter - 1
    left = [line[:cut].strip() for line in stretch]
    right = [line[cut:].strip() for line in stretch]
    told = [text for text in left if text]
    if told and all(_NUMBER.fullmatch(text) or text.lower() in {"no.", "no", "number"} for text in told):
        return list(_numbered_rows(left, right))
    if gutter < _NARROWEST and not any(_LABEL.search(text) for text in told):
        return stretch
    if told and sum(_is_label(text) for text in told) * 10 >= len(told) * 6:
        return list(_labelled_rows(left, right))
    return [*left, "", *right]


def _is_label(text: str) -> bool:
    return len(text) <= 40 and not text.endswith((".", ",")) and _LABEL.search(text) is not None


def _labelled_rows(left: list[str], right: list[str]) -> Iterator[str]:
    row = ""
    for label, value in zip(left, right, strict=True):
        if label:
            yield from filter(None, (row,))
            row = f"{label}   {value}"
        elif value:
            row = f"{row} {value}"
        else:
            yield from filter(None, (row, "") if row else ())
            row = ""
    yield from filter(None, (row,))


def _numbered_rows(left: list[str], right: list[str]) -> Iterator[str]:
    """A number may stand in the middle of its cell: a row ends where a sentence does, nearest to half way to the next number."""
    lines = [(number, words) for number, words in zip(left, right, strict=True) if number or words]
    anchors = [at for at, (number, _) in enumerate(lines) if _NUMBER.fullmatch(number)]
    yield from (f"{number} {words}".strip() for number, words in lines[: _top(lines, anchors)])
    begin = _top(lines, anchors)
    for anchor, after in zip(anchors, [*anchors[1:], len(lines)], strict=True):
        stop = len(lines) if after == len(lines) else _boundary(lines, begin, anchor, after)
        words = " ".join(words for _, words in lines[begin:stop] if words)
        yield f"{lines[anchor][0]} {words}"
        begin = stop


def _top(lines: list[tuple[str, str]], anchors: list[int]) -> int:
    """The first row begins after what heads the column."""
    if not anchors:
        return len(lines)
    heads = [at for at in range(anchors[0]) if lines[at][0] or len(lines[at][1].split()) < 3]
    return heads[-1] + 1 if heads else 0


def _boundary(lines: list[tuple[str, str]], begin: int, anchor: int, after: int) -> int:
    ends = [at for at in range(anchor + 1, after + 1) if any(_ends(words) for _, words in lines[at - 1 : at]) or not lines[at - 1][1]]
    middle = 2 * anchor - begin + 1
    return min(ends, key=lambda at: abs(at - middle), default=after)


def _ends(words: str) -> bool:
    return words.endswith((".", ";", ":"))
