"""Typed answers with their names before them: `where: the gate; how: contact`."""

import re
from collections.abc import Mapping
from functools import cache

from domain.breaches.questions import PAGES, Page, Question

_NAMES: Mapping[str, tuple[str, ...]] = {
    "happened": ("what happened", "account", "happened"),
    "when": ("when", "time", "date"),
    "where": ("where", "place", "location"),
    "manner": ("how", "manner"),
    "witnesses": ("witnesses", "witness", "seen by", "who saw it"),
    "reported": ("reported", "reported by", "informant"),
    "conditions": ("condition", "conditions", "term", "terms", "clause"),
    "third_party": ("third party",),
    "third_party_who": ("who was used", "through"),
    "exception": ("exception", "exceptions"),
    "exception_which": ("which exception",),
    "identity": ("who did it", "identity", "id", "identification", "who"),
    "identity_more": ("more of who did it",),
    "awareness": ("awareness", "aware", "knew", "knowledge", "served", "service"),
    "awareness_more": ("told by", "who told them"),
    "explained": ("explained",),
    "explanation": ("explanation", "excuse", "account given", "reply"),
    "offences": ("offences", "other offences", "offence"),
    "earlier": ("earlier", "earlier breaches", "previous", "unreported"),
    "earlier_more": ("of the earlier ones",),
    "arrest": ("arrest", "arrested", "arrest decision"),
    "arrest_why": ("reason", "reason for no arrest", "why not"),
    "arrest_when": ("arrested at", "arrest time"),
    "evidence": ("evidence", "have"),
    "missing": ("missing", "to get", "still to get"),
    "lost": ("lost", "will be lost", "lost soon"),
    "evidence_more": ("more evidence",),
    "contempt": ("contempt", "family court"),
    "children": ("children", "kids", "child"),
    "children_more": ("of the children",),
    "risk_before": ("risk before", "before"),
    "risk_after": ("risk", "risk now", "risk after", "now"),
    "safeguarding": ("safeguarding", "safety"),
    "safeguarding_more": ("more safeguarding",),
    "events": ("events", "since"),
    "victim_told": ("victim told", "told", "victim"),
    "victim_told_how": ("told how",),
    "crime_no": ("crime", "crime no", "crime number", "crime ref", "crn"),
    "incident_no": ("incident", "incident no", "incident number", "log", "cad", "incident ref"),
    "custody_no": ("custody", "custody no", "custody number", "custody ref"),
    "interview_when": ("interview", "interviewed"),
    "release_when": ("release", "released"),
    "bail_when": ("bail", "bail changed"),
    "nfa_when": ("decided", "nfa"),
}
# At the start of a line, or where a sentence or a part of one ends: an officer types all of it in one message.
_AT_A_LABEL = r"(?:^|(?<=[.;,\n]))\s*"


def labelled(page: Page, typed: str) -> tuple[dict[str, str], str]:
    """What stands behind the name of a question of the page, by its id, and what is left over: `where: the gate; how: contact`."""
    found, rest = dict[str, str](), list[str]()
    last: str | None = None
    ends = 0
    for piece in _labels_of(page.id).finditer(typed):
        before = typed[ends : piece.start()].strip(" \n;,.")
        _put(found, rest, last, before)
        last, ends = _question_named(page, piece["label"]), piece.end()
    _put(found, rest, last, typed[ends:].strip(" \n;,"))
    return found, " ".join(rest)


def _put(found: dict[str, str], rest: list[str], last: str | None, words: str) -> None:
    if words and last is None:
        rest.append(words)
    elif words and last is not None:
        found[last] = f"{found[last]}, {words}" if last in found else words


def _question_named(page: Page, label: str) -> str:
    said = " ".join(label.casefold().split())
    return next(one.id for one in page.questions if said in _names(one))


def _names(question: Question) -> tuple[str, ...]:
    return (question.id.casefold(), question.title.casefold(), *_NAMES.get(question.id, ()))


@cache
def _labels_of(page_id: str) -> re.Pattern[str]:
    page = next(page for page in PAGES if page.id == page_id)
    names = sorted(sorted({name for one in page.questions for name in _names(one)}), key=len, reverse=True)
    words = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return re.compile(rf"{_AT_A_LABEL}(?P<label>{words})\s*:\s*", re.IGNORECASE)
