"""Whose order a paper is: the names, the respondent's date of birth, the court and the case number that stand on it."""

import re
from collections.abc import Iterator, Sequence

from domain.paper_births import read_births
from domain.paper_lines import GAP
from domain.papers import Read, Term

_NAME = r"(?P<name>[^\W\d_][\w'’.\-]*(?:[ ]{1,2}(?:[^\W\d_][\w'’.\-]*)){0,6})"
_ROLE = {Term.APPLICANT: "applicant", Term.RESPONDENT: "respondent"}
_CASE = re.compile(
    r"\b(?:case|claim)\s*(?:no|number|num|ref(?:erence)?)\b\.?\s*[:.]?\s*(?P<no>[A-Z0-9][A-Z0-9 \-]{5,24}[A-Z0-9])", re.IGNORECASE
)
_COURT = re.compile(
    r"^\s*(?:in the\s+(?P<in>.*\bcourt\b.*)|(?:name of (?:the )?)?court(?: name)?(?:\s*:\s*|\s{3,})(?P<named>\S.*))$", re.IGNORECASE
)
_NO_NAME = re.compile(
    r"\b(?:must|may|shall|should|order|court|not|was|is|has|and|date|address|solicitor|born|in|the|of|to|who|lives?|notice|attended?|represented|forbidden)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s{3,}|\s*[(,;|]|\s+(?:date of birth|d\.?o\.?b|born|of\s+\d)\b", re.IGNORECASE)


def read_parties(lines: Sequence[str]) -> dict[Term, Read]:
    found = {term: list(_named(lines, role)) for term, role in _ROLE.items()}
    found[Term.RESPONDENT_DOB] = list(read_births(lines, found[Term.RESPONDENT]))
    found[Term.CASE_NO] = [Read(re.sub(r"\s+", "", one["no"]), one[0].strip()) for line in lines for one in _CASE.finditer(_cut_case(line))]
    found[Term.COURT] = list(_courts(lines))[:1]
    return {term: some[0] for term, some in found.items() if len({one.value.casefold() for one in some}) == 1}


def _cut_case(line: str) -> str:
    """The value of a row stands after a wide gap: it is kept, and what stands after the next gap is not."""
    first, *cells = GAP.split(line.strip())
    return f"{first} {cells[0]}" if cells and not any(sign.isdigit() for sign in first) else first


def _courts(lines: Sequence[str]) -> Iterator[Read]:
    for at, line in enumerate(lines):
        seen = _COURT.match(line)
        if seen is None:
            continue
        words = GAP.split((seen["in"] or seen["named"]).strip())[0].strip(" .:")
        after = next((one.strip() for one in lines[at + 1 :] if one.strip()), "")
        yield Read(
            f"{words} {after}" if re.match(r"(?:sitting )?(?:at|in) [A-Za-z]", after, re.IGNORECASE) and len(after) < 40 else words,
            line.strip(),
        )


def _named(lines: Sequence[str], role: str) -> Iterator[Read]:
    label = re.compile(
        rf"^\s*(?:the )?(?:name of (?:the )?)?{role}(?:[’']?s)?(?: (?:full )?name)?(?:\s*[:\-–]\s*|\s{{2,}}|\s+(?:is|name)\s*:?\s+){_NAME}",
        re.IGNORECASE,
    )
    behind = re.compile(rf"^\s*(?:between:?\s+|and\s+)?{_NAME}(?:\s{{3,}}|\s*[,(\-–]\s*)(?:the )?{role}\b\W*$", re.IGNORECASE)
    alone = re.compile(rf"^\s*(?:the )?{role}\W*$", re.IGNORECASE)
    before = ""
    for line in lines:
        seen = label.match(line) or behind.match(line)
        name = _clean(seen["name"] if seen else before if alone.match(line) else "")
        if name:
            yield Read(name, line.strip() if seen else f"{before} {line.strip()}")
        before = line.strip() or before


def _clean(name: str) -> str:
    short = " ".join(_CUT.split(name)[0].split()).strip(" .:-")
    return "" if _NO_NAME.search(short) or not short[:1].isalpha() or len(short.split()) > 7 else short
