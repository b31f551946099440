"""Reads which change of an order a line tells: who did what to it, in the several ways in which that is said. What is asked, wished for or still to come is none."""

import re
from dataclasses import dataclass

from domain.measure_table import ENDINGS, ENTERED, NAMED
from domain.order_changes import BY_COURT, ChangeKind

_REFERENCE = re.compile(r"\bnmo[- ]?(?=[a-z0-9]*\d)[a-z0-9]{6}\b|\bnmo-[a-z0-9]{6}\b")
_CLAUSES = re.compile(
    r"[,;.:]\s+|\s+[-\u2013]\s+|\s+(?:and|but|so|then)\s+(?=(?:the |it\b|order\b|nmo\b|goes\b|now\b|he\b|she\b|they\b|no\b))"
)
_LEAD = re.compile(r"^(?:(?:please|record(?: that)?|note(?: that)?|update|fyi|just so you know|that)[,:]? )+")
_THINGS = "|".join(re.escape(name) for name in sorted(sorted({*NAMED, *(row.thing for row in ENTERED)} - {"order"}), key=len, reverse=True))
_NAME = r"[a-z][a-z'-]+(?: [a-z][a-z'-]+){0,3}?"
_ORDER = (
    rf"(?:(?:the|this|that|his|her|their|{_NAME}'s?) )?(?:(?:court|sealed|final|interim|live) )?"
    rf"(?:{_THINGS}|order|nmo|non[- ]?mol\w*(?: order)?|injunction)(?: (?:on|against|for|re) {_NAME})?"
)
_THE_ORDER = rf"(?:(?:the|this|that|his|her|their) )?(?:(?:court|sealed) )?(?:{_THINGS}|order|nmo|non[- ]?mol\w*(?: order)?|injunction)"
_IT = rf"(?:{_ORDER}|it|this|that)"
_BE = r"(?:(?:was|were|is|has|have|had|been|got|now|just|then|today|yesterday|also|again|finally|since|only) )*"
_COURT = (
    r"(?:the )?(?:(?:family|county|high|crown|magistrates'?) )?(?:court|judge|magistrates?|recorder|bench|district judge|dj|hhj(?: \w+)?)"
    r"(?: (?:at|in) \w+)?"
)
_AT_COURT = rf"(?: {_BE}(?:by {_COURT}|at court|in court|at (?:the|a|today's|yesterday's) (?:return )?hearing))"
_WHO = r"(?:(?:the )?(?:respondent|resp|defendant|suspect)|him|her|them|he|she|they)"
_OFFICER = r"(?:(?:i|we|(?:a )?colleague|officers?|(?:the )?process server|(?:the )?(?:court )?bailiff|(?:pc|ps|sgt|dc|wpc|pcso)(?: [\w']+){1,2}) )"
_HAVE = r"(?:(?:have|has|had|just|now|personally|finally|already|been|today) )*"
_PAPERS = (
    rf"(?:{_THE_ORDER}|(?:the |his |her |their |all the )?(?:papers|paperwork|documents|bundle)"
    rf"|(?:a |the |his |her |their )?(?:sealed )?copy(?: of (?:{_THE_ORDER}|the papers))?)"
)
_SERVE = r"(?:serve|effect service|be served|get (?:him|her|them) served)"
_WHEN_OR_WHERE = rf"{_AT_COURT}| today| yesterday| this | last | on \d|,|$"
_END = r"(?:until|till|til|to|up to)"
_HEARING = r"(?:the )?(?:(?:return|final|full|first|next) )?(?:hearing|return date)"
# Of somebody named with the order, a line may ask as well as tell: it tells where it says when, or who of the court.
_NAMED = re.compile(r"\b(?:order|nmo|non[- ]?mol\w*|injunction) (?:on|against|for|re) [a-z]")
_SURE = re.compile(rf"\d|\b(?:today|yesterday|this morning|this afternoon|last night)\b|\b{_COURT}\b")


# What is wished for, or still to come, has not happened to the order.
_WISHED = re.compile(
    r"\b(?:wants?|wanted|asks?|asked|asking|appl(?:y|ies|ied|ying|ication)|hop(?:es|ing)|would like|going to|will be|to be|due to)\b"
)
# A sentence served, what the protected person is told, and what did not happen are other matters.
_OTHER_MATTER = re.compile(
    r"\bserv(?:ed|ing) (?:in the|\d+ (?:days?|weeks?|months?|years?)|(?:his|her|their|a) (?:sentence|time))\b"
    r"|\b(?:told|informed|updated|advised|notified|rang|called) (?:the )?(?:victim|vic|applicant|protected person|complainant|aggrieved)\b"
    r"|\b(?:spoke|speaking) (?:to|with) (?:the )?(?:victim|vic|applicant|protected person|complainant|aggrieved)\b"
    r"|\b(?:never|no ?one|nobody|not|wasn't|weren't|was not) (?:been |was |has )*(?:told|served|given|informed|aware)\b|\bunaware\b|\b(?:didn't|did not|doesn't) know\b"
)
# With what the court did goes no question, nor what somebody did since: that is the matter then.
_GOES_FURTHER = re.compile(
    r"\b(?:breach\w*|text(?:s|ed|ing)|threat\w*|(?:message|messaging)\w*|contact(?:ed|ing)|turn(?:ed|ing|s) up|he'?s|she'?s|who|what|whats|how|why|which|(?:is|are) (?:he|she|it|they|the \w+) still)\b"
)


def _any(*signs: str) -> re.Pattern[str]:
    return re.compile("|".join(signs))


_TRIED = re.compile(
    rf"\b(?:tried|attempted|attempting|unable|failed|went|not able|n[o']t been able|not managed)(?: \w+)?(?: times)? to {_SERVE}\b"
    rf"|\b(?:could|can|did)(?: ?not|n't)(?: be)?(?: able to)? (?:serve|served)\b"
    r"|\b(?:attempted|failed|unsuccessful) service\b|\bservice (?:was |has |been )*(?:failed|attempted|tried|unsuccessful|not possible|refused|evaded)\b"
    r"|\bnot served\b.*\b(?:no reply|no answer|not in|nobody|no ?one)\b|\bevad(?:ed|ing|es) service\b"
)
_COULD_NOT = re.compile(r"^(?:could|can)(?: ?not|n't)\s+", re.IGNORECASE)
_HELD = _any(
    rf"^{_HEARING} (?:was |has been |has |is )?(?:held|took place|taken place|happened|heard|done|over|went ahead|gone ahead)\b",
    rf"^{_COURT} {_BE}heard (?:it|{_ORDER})\b",
)
_HEARD = re.compile(rf"^{_HEARING} (?:was )?(?:today|yesterday|this morning|this afternoon|on \w+)\b")
_GOES_ON = _any(
    rf"^(?:{_IT} )?(?:now |still |just |is )*(?:goes on|go on|continues|continued|runs(?: on)?|carries on|carried on|stays|remains|lasts|stands)"
    rf"(?: (?:in force|as it is|as it was|live|now|unchanged|the same))*(?: {_END}\b|$)",
    rf"^(?:{_IT} )?(?:is )?(?:still )?in force {_END}\b",
    r"^(?:the |its )?new (?:end|expiry)(?: date)?\b",
    r"^(?:the |its )?(?:end|expiry)(?: date)? (?:is now|(?:was |has been |is )?(?:moved|changed|put back|extended))\b",
    rf"^{_IT} now (?:ends|expires|runs out)\b",
    r"^(?:nothing|no terms?|no change)(?: was| were| is)?(?: changed| made)?$",
)
# Of the ways to end that an order has not, in the words of the table.
_ENDED = tuple(
    (
        ChangeKind(one.what),
        _any(rf"^(?:(?:(?:the|this|that|his|her|their) )?(?:{_THINGS}) )?{_BE}(?:{'|'.join(map(re.escape, one.heard))})\b"),
    )
    for one in ENDINGS
    if one.what not in (ChangeKind.DISCHARGED, ChangeKind.UNDERTAKING)
)
_SIGNS: tuple[tuple[ChangeKind, re.Pattern[str]], ...] = (
    *_ENDED,
    (
        ChangeKind.UNDERTAKING,
        _any(
            r"^(?:an? |the |his |her |their )?undertaking (?:was |has been |is |now )*(?:given|accepted|taken|made|signed|instead|in place)\b",
            rf"^(?:{_WHO} )?{_HAVE}(?:gave|given|made|signed) (?:an? |the |his |her |their )?(?:\w+ )?undertaking\b",
            rf"^(?:{_COURT} )?{_BE}(?:accepted|took) (?:an? |the |his |her |their )?undertaking\b",
            rf"^(?:{_IT} )?{_BE}(?:replaced|swapped|substituted|exchanged) (?:by|with|for) an? undertaking\b",
        ),
    ),
    (
        ChangeKind.DISCHARGED,
        _any(
            rf"^(?:{_ORDER} |it ){_BE}(?:discharged|set aside|revoked|rescinded)\b(?! from\b)",
            rf"^{_BE}(?:(?:discharged?|set aside|revoked?) {_IT}\b|(?:discharged|set aside|revoked)(?:{_WHEN_OR_WHERE}))",
            rf"^{_IT} {_BE}(?:lifted|cancelled|canceled|dropped|ended|withdrawn|quashed|terminated)(?:{_AT_COURT}| today| yesterday| on |$)",
            rf"^{_COURT} {_HAVE}(?:discharged|set aside|revoked|rescinded|lifted|cancelled|ended|quashed) {_IT}\b",
        ),
    ),
    (
        ChangeKind.VARIED,
        _any(
            rf"^(?:{_IT}|(?:the )?(?:terms|conditions)) {_BE}(?:varied|amended|modified)\b",
            rf"^{_BE}(?:(?:vary|varied|amended|modified) (?:{_IT}|(?:the )?(?:terms|conditions))\b|varied(?:{_WHEN_OR_WHERE}))",
            r"^varied order (?:was |has been )?made\b",
            rf"^(?:{_IT}|(?:the |its )?(?:terms|conditions)) {_BE}(?:changed|altered){_AT_COURT}",
            rf"^{_COURT} {_HAVE}(?:varied|amended|modified|changed|altered) (?:{_IT}|(?:the |its )?(?:terms|conditions))\b",
            r"^(?:the )?variation (?:was |has been )?(?:granted|made|ordered|approved)\b",
        ),
    ),
    (
        ChangeKind.EXTENDED,
        _any(
            rf"^{_IT} {_BE}(?:extended|prolonged|renewed)\b",
            rf"^{_BE}(?:(?:extend|extended|prolonged|renewed) {_IT}\b|(?:extended|prolonged|renewed)(?: {_END}\b| (?:for|by) \d|{_WHEN_OR_WHERE}))",
            rf"^{_COURT} {_HAVE}(?:extended|prolonged|renewed|continued) {_IT}\b",
            r"^(?:the |an )?extension (?:was |has been )?(?:granted|made|ordered|approved)\b",
            rf"^(?:made |{_IT} {_BE}made )final {_END}\b",
        ),
    ),
    (
        ChangeKind.TOLD,
        _any(
            rf"^{_OFFICER}?{_HAVE}(?:told|informed|notified|advised)(?: {_WHO}| {_NAME})? (?:of|about|that there is an?) {_THE_ORDER}\b",
            rf"^{_OFFICER}?{_HAVE}made (?:{_WHO}|{_NAME}) aware (?:of|about) {_THE_ORDER}\b",
            rf"^{_WHO} {_BE}(?:already )?(?:told|informed|notified|made aware|aware) (?:of|about|that there is an?) {_THE_ORDER}\b",
            rf"^{_WHO} (?:already |now )?(?:knows|knew) (?:of|about) {_THE_ORDER}\b",
            rf"^{_WHO} (?:says|said|admits|admitted|confirms|confirmed) (?:that )?(?:he|she|they) (?:\w+ ){{1,4}}{_THE_ORDER}\b",
            rf"^{_OFFICER}?{_HAVE}explained (?:{_THE_ORDER}|(?:the |its )?(?:terms|conditions)) to {_WHO}\b",
            rf"^(?:{_WHO}|{_NAME}) was (?:present |there )?(?:in court|at court|at the hearing) (?:when|wen|as) (?:it|{_THE_ORDER}) was (?:made|read)\b",
            rf"^(?:his|her|their|the) solicitor {_HAVE}told {_WHO}\b",
        ),
    ),
    (
        ChangeKind.SERVED,
        _any(
            rf"^{_OFFICER}?{_HAVE}served(?: (?:{_WHO}|{_PAPERS}|it|on|in person|in court|by|at|today|yesterday|this|personally|copy)\b|$)",
            rf"^(?:{_PAPERS}|{_WHO}|it) {_BE}(?:personally |finally )?served\b",
            r"^(?:he|she|they|it)'(?:s|ve) been served\b",
            rf"^{_OFFICER}?{_HAVE}(?:handed|gave|given|delivered) (?:{_WHO} |over )?{_PAPERS}\b",
        ),
    ),
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b|\b{_MONTH} \d|\d[/.-]\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_SET = r"(?:(?:is|now|was|has|been|again|re-?listed|listed|set|fixed|moved|put back|put off|adjourned|postponed|changed|brought forward|over) )"
_NEXT_HEARING = (
    re.compile(
        rf"^(?:the )?(?:return hearing|return date|(?:next|full|final) hearing)(?: date)? {_SET}*(?:on |for |to |till |until )?(?P<day>.{{3,40}})$"
    ),
    re.compile(rf"^(?:the )?hearing {_SET}+(?:on |for |to |till |until )(?P<day>.{{3,40}})$"),
    re.compile(r"^(?:it )?(?:is |was |has been )?(?:re-?listed|listed|adjourned) (?:for |to |till |until )(?P<day>.{3,40})$"),
)
_NEW_END = re.compile(
    rf".*\b(?:{_END}|ends|expires|runs out|new (?:end|expiry)(?: date)?|is now|date)\s+(?:(?:on|is|now|the)\s+)*(?P<end>\d[^,;]{{2,40}}|(?:[a-z]+ )?\d[^,;]{{0,40}})$"
)
# What follows a day says where it was learned.
_SOURCE = re.compile(r"\s+(?:per|as per|says|said|according to|from|by|confirmed|via|court e-?mail|email|now)\b[^\d]*$")


@dataclass(frozen=True)
class ChangeRead:
    """`end` and `hearing` are the words of the new end and of the next hearing, where the line has them; `before` what stands before the new end."""

    kind: ChangeKind
    end: str = ""
    hearing: str = ""
    before: str = ""


def change_read(line: str) -> ChangeRead | None:
    """None where the line tells of no change. Whether it asks is its caller's to weigh."""
    said = _LEAD.sub("", _REFERENCE.sub("order", " ".join(line.casefold().split())))
    parts = [one.strip() for one in _CLAUSES.split(said) if one.strip()]
    kind = _kind(said, parts)
    if kind is None:
        return None
    if kind is ChangeKind.HEARING:
        return ChangeRead(kind, hearing=next(filter(None, map(_hearing, parts)), ""))
    end, before = _new_end(parts) if kind in (ChangeKind.EXTENDED, ChangeKind.HELD, ChangeKind.VARIED) else ("", said)
    return ChangeRead(kind, end, "", before)


def unasked(line: str) -> str:
    """Without "could not" at its beginning, which asks nothing."""
    return _COULD_NOT.sub("", line)


def is_of_another_matter(line: str) -> bool:
    """A wish, what is still to come, a sentence that was served, or what the protected person was told."""
    said = " ".join(line.casefold().split())
    return _WISHED.search(said) is not None or _OTHER_MATTER.search(said) is not None


def _kind(said: str, parts: list[str]) -> ChangeKind | None:
    if _TRIED.search(said):
        return ChangeKind.ATTEMPTED
    if _OTHER_MATTER.search(said):
        return None
    of_court = not (_WISHED.search(said) or _GOES_FURTHER.search(said))
    for kind, sign in _SIGNS:
        if (of_court or kind not in BY_COURT) and any(_is_told(sign, one, said) for one in parts):
            return kind
    goes_on = any(_GOES_ON.match(one) for one in parts)
    if not of_court:
        return None
    if any(_HELD.match(one) for one in parts) or (goes_on and any(_HEARD.match(one) for one in parts)):
        return ChangeKind.HELD
    if goes_on and _new_end(parts)[0]:
        return ChangeKind.EXTENDED
    return ChangeKind.HEARING if any(map(_hearing, parts)) else None


def _is_told(sign: re.Pattern[str], part: str, said: str) -> bool:
    found = sign.match(part)
    return found is not None and (_NAMED.search(found[0]) is None or _SURE.search(said) is not None)


def _hearing(part: str) -> str:
    said = _SOURCE.sub("", part)
    found = next((read for sign in _NEXT_HEARING if (read := sign.match(said))), None)
    return found["day"].strip() if found is not None and _DATE.search(found["day"]) else ""


def _new_end(parts: list[str]) -> tuple[str, str]:
    """Of the last part that has one, with all that stands before it."""
    for at in range(len(parts) - 1, -1, -1):
        found = _NEW_END.match(_SOURCE.sub("", parts[at]))
        if found is not None and _DATE.search(found["end"]):
            return found["end"].strip(), ", ".join([*parts[:at], parts[at][: found.start("end")]])
    return "", ", ".join(parts)
