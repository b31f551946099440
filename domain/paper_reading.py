"""From the lines of a paper to a draft."""

from collections.abc import Sequence

from domain.paper_conditions import read_conditions
from domain.paper_facts import read_facts
from domain.paper_lines import reading_order
from domain.paper_parties import read_parties
from domain.papers import Draft, NotRead


def read_paper(pages: Sequence[Sequence[str]] | NotRead) -> Draft:
    """What is not plainly said stays out; a paper that cannot be read gives a draft that says why."""
    if isinstance(pages, NotRead):
        return Draft(not_read=pages)
    lines = reading_order(pages)
    if sum(len(line.split()) for line in lines) < 10:
        return Draft(not_read=NotRead.WELSH if any(line.strip() for page in pages for line in page) else NotRead.IMAGES)
    found = read_conditions(lines)
    words = " ".join(one.words for one in found.conditions)
    return Draft(read_parties(lines) | read_facts(lines, words), found.conditions, found.exceptions, found.doubts)
