"""What a paper says beside its prohibitions; where it says two things of one matter, neither is taken."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from domain.paper_conditions import joined
from domain.paper_dates import Day, days, times
from domain.paper_lines import GAP
from domain.papers import End, Notice, Occupation, Read, Term

Terms = dict[Term, Read]
_UNTICKED = re.compile(r"(?:\[\s?\]|\(\s\)|☐|□)[^\[\]☐□☒☑✓✔]*")
_TICKED = re.compile(r"\[\s?[xX✓✔]\s?\]|☒|☑|✓|✔")
_SENTENCE = re.compile(r"(?<=[.;])(?<![ap]\.m\.)(?<!\b[Nn]o\.)\s+(?=[A-Z0-9(\[])")
_STARTS = re.compile(r"\s*(?:[(\[]?(?:\d{1,2}|[a-z]|[ivxIVX]{1,4})[)\].]\s|[A-Z][\w'’ ]{2,40}:|[•\[☐☒])")
_MADE = (
    re.compile(
        r"^(?:date (?:of|on) (?:the |this )?order|date (?:the |this )?order (?:was )?made|date made|order made|made on)\b", re.IGNORECASE
    ),
    re.compile(r"\b(?:this|the|non-molestation)?\s?order (?:was |is |were )?(?:hereby )?made\b(?! (?:for|to) )", re.IGNORECASE),
    re.compile(r"^\W*(?:dated?|made)\b(?! of birth)", re.IGNORECASE),
    re.compile(r"^(?:on )?(?:the )?\d.{0,60}\b(?:the court (?:hereby )?(?:made|ordered))\b", re.IGNORECASE),
    re.compile(r"^on (?:the day of |the )?(?=.{0,40}\bthe court considered an application\b)", re.IGNORECASE),
)
_HYPOTHETICAL = re.compile(
    r"^\W*(?:if|where|when|should|in case|an? (?:order|respondent))\b|\bmay apply\b|\byou (?:can|may)\b|\bapplication (?:was |is )?(?:made|dated|issued)\b",
    re.IGNORECASE,
)
_NOT_WITHOUT = re.compile(r"\bwithout notice\W+no\b", re.IGNORECASE)
_WITHOUT = re.compile(
    r"\b(?:without (?:prior )?notice|had no notice|ex parte|in the absence of (?:any )?notice|no notice (?:of|was|having))\b", re.IGNORECASE
)
_ON = re.compile(
    r"(?<!not )(?<!out )\b(?:(?:on|with|upon|after)(?: short| due| proper| full)? notice(?! to (?:apply|the court))|(?:given|had|having had) (?:due |proper |short )?notice)\b|inter partes",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?:until|lasts?|expir\w+|ends?|end date|remains? in force|cease[sd]?|in force|duration|no (?:fixed )?end)\b", re.IGNORECASE
)
_ENDING = re.compile(
    r"\b(?:until|till|up to|expir\w+|ends?|end date|ceases?|lasts?|comes? to an end|end of (?:the )?order|duration|in force to)\b",
    re.IGNORECASE,
)
_TO_HEARING = re.compile(
    r"\b(?:until|till|up to|ends?|expires?|lasts?)\b.{0,40}?\b(?:next|return|further|final|adjourned|that|the) (?:hearing|date)\b",
    re.IGNORECASE,
)
_HEARING = re.compile(
    r"\b(?:return (?:hearing|date)|hearing|re-?consider\w*|(?:is|be) listed|consider this (?:order|matter))\b", re.IGNORECASE
)
_NOT_THE_HEARING = re.compile(
    r"\bat (?:the|a|this) hearing (?:today|on)?|\bhearing (?:held|took place)|\b(?:attend(?:ed)? hearings?)\b", re.IGNORECASE
)
_HEARING_ROW = re.compile(
    r"^(?:(?:return |next )?hearing (?:time|venue|place|court)|time of (?:the )?(?:return )?hearing)\b", re.IGNORECASE
)
_PLACE = re.compile(
    r"(?:\b(?:at|in|before)|[:,]) (?:the )?((?:[A-Z][\w'’&-]*,? |(?:at|of|in|sitting|and|the) )*Court(?: (?:sitting )?(?:at|in) [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)?)"
)
_OCCUPATION = re.compile(r"\boccupation order\b", re.IGNORECASE)
_NO_OCCUPATION = re.compile(r"\bno occupation order\b|\boccupation order (?:is|was) (?:not|refused)\b", re.IGNORECASE)
_POWER = re.compile(r"\bpower of arrest\b", re.IGNORECASE)
_NO_POWER = re.compile(
    r"\b(?:no|without(?: a| any)?|not? attach\w*(?: a| any)?) power of arrest\b|\bpower of arrest (?:is|was|has|are) (?:not|no)\b",
    re.IGNORECASE,
)
_PENAL = re.compile(r"\bpenal notice\b|\bcommit\w*(?: a| an)? (?:criminal )?offence\b|\b(?:guilty of|held in) contempt\b", re.IGNORECASE)
_SERVICE = re.compile(
    r"\b(?:was|were|been|having been|I)(?: personally| duly)? (?:personally )?(?:served|given a copy|handed)\b", re.IGNORECASE
)
_SERVED_AT_COURT = re.compile(r"\b(?:statement|certificate) of service\b", re.IGNORECASE)


def statements(lines: Sequence[str]) -> list[str]:
    """Sentences, and rows that name a thing and its value. What is not ticked on a form is not said."""
    return [one.strip() for part in _paragraphs(lines) for one in _SENTENCE.split(part) if one.strip()]


def read_facts(lines: Sequence[str], prohibitions: str) -> Terms:
    """`prohibitions` are the words already read as conditions: nothing in them speaks of the order itself."""
    every = statements(lines)
    said = [one for one in every if _bare(one) not in prohibitions]
    of_order, of_service = _before_service(said)
    terms: Terms = {}
    terms |= _one(Term.MADE_ON, _made(of_order))
    terms |= _one(Term.NOTICE, _notice(of_order))
    terms |= _end(of_order) or _end([one for one in every if _bare(one).lower().startswith("until ")])
    terms |= _hearing(of_order)
    terms |= _occupation(of_order)
    terms |= _first(Term.PENAL_NOTICE, (Read("yes", one) for one in of_order if _PENAL.search(one)))
    return terms | _first(Term.SERVICE, (Read("yes", one) for one in of_service if _SERVICE.search(one)))


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    paragraph: list[str] = []
    for raw in lines:
        line = _ticked(raw)
        goes_on = line.strip()[:1].islower() and paragraph and not _STARTS.match(line)
        if paragraph and not goes_on and (not line.strip() or _STARTS.match(line) or GAP.search(line.strip()) or _is_row(paragraph)):
            yield joined(paragraph)
            paragraph = []
        if line.strip():
            paragraph.append(GAP.sub(" " if goes_on else ": ", line.strip()))
    if paragraph:
        yield joined(paragraph)


def _is_row(paragraph: list[str]) -> bool:
    """A heading, or a name and its value: what follows is another matter unless it goes on in small letters."""
    return len(paragraph) == 1 and len(paragraph[0]) < 45 and not paragraph[0].endswith((",", "-"))


def _ticked(line: str) -> str:
    return _UNTICKED.sub("   ", line) if _UNTICKED.search(line) else _TICKED.sub("", line)


def _bare(sentence: str) -> str:
    return re.sub(r"^\W*(?:\d{1,2}|[a-z]|[ivx]{1,5})[).:\]]+\s*", "", sentence, flags=re.IGNORECASE)


def _before_service(said: list[str]) -> tuple[list[str], list[str]]:
    begins = next((at for at, one in enumerate(said) if _SERVED_AT_COURT.search(one) and not _HYPOTHETICAL.search(one)), len(said))
    return said[:begins], said[begins:]


def _one(term: Term, found: Sequence[Read]) -> Terms:
    return {term: found[0]} if found and len({one.value for one in found}) == 1 else {}


def _first(term: Term, found: Iterator[Read]) -> Terms:
    one = next(found, None)
    return {} if one is None else {term: one}


def _made(said: Sequence[str]) -> list[Read]:
    """By the plainest way of saying so that the paper has."""
    for way in _MADE:
        found = []
        for sentence in said:
            seen = way.search(_bare(sentence))
            if seen is None or _HYPOTHETICAL.search(_bare(sentence)):
                continue
            after = [one for one in days(_bare(sentence)) if one.end <= seen.end() or 0 <= one.start - seen.end() < 90]
            found += [Read(after[0].day.isoformat(), sentence)] if after else []
        if found:
            return found
    return []


def _notice(said: Sequence[str]) -> list[Read]:
    found = []
    for sentence in said:
        if _HYPOTHETICAL.search(_bare(sentence)):
            continue
        if _NOT_WITHOUT.search(sentence):
            found.append(Read(Notice.ON, sentence))
            continue
        without = _WITHOUT.search(sentence)
        on = _ON.search(_WITHOUT.sub("", sentence))
        found += [Read(Notice.WITHOUT, sentence)] if without else []
        found += [Read(Notice.ON, sentence)] if on and not without else []
    return found


def _end(said: Sequence[str]) -> Terms:
    """A fixed day counts for more than words such as "or until further order" beside it."""
    found: list[tuple[Read, date | None]] = []
    for sentence in said:
        bare = _bare(sentence)
        if _LASTS.search(bare) and not _HYPOTHETICAL.search(bare):
            found += _ends(sentence, bare)
    kinds = _one(Term.END, [read for read, _ in found])
    ends = [(read, day) for read, day in found if day is not None]
    if not kinds or len({day for _, day in ends}) > 1:
        return {} if len({day for _, day in ends}) > 1 else kinds
    if not ends or kinds[Term.END].value != End.FIXED:
        return kinds
    read, day = ends[0]
    walls = {time for one, _ in ends for time in times(one.words)}
    kinds[Term.ENDS_ON] = Read(day.isoformat(), read.words)
    return kinds | ({Term.ENDS_AT: Read(f"{walls.pop():%H:%M}", read.words)} if len(walls) == 1 else {})


def _ends(sentence: str, bare: str) -> list[tuple[Read, date | None]]:
    ending = _ENDING.search(bare)
    if _TO_HEARING.search(bare):
        return [(Read(End.NEXT_HEARING, sentence), None)]
    if _HEARING.search(bare):
        return []
    named = [one for one in days(bare) if ending is not None and one.start > ending.start()]
    if named:
        return [(Read(End.FIXED, sentence), day) for day in _last_days(bare, named)]
    if re.search(r"\bfurther order\b", bare, re.IGNORECASE):
        return [(Read(End.FURTHER_ORDER, sentence), None)]
    if re.search(r"\bno (?:fixed )?(?:end|expiry)|without (?:any )?(?:limit|end)|indefinite", bare, re.IGNORECASE):
        return [(Read(End.NO_FIXED, sentence), None)]
    return []


def _last_days(bare: str, named: Sequence[Day]) -> set[date]:
    """Of "from this day to that" the second; of any other two days both, so that neither is taken."""
    is_span = len(named) == 2 and re.search(r"\bfrom\b", bare[: named[0].start], re.IGNORECASE)
    between = bare[named[0].end : named[-1].start]
    if is_span and re.search(r"\b(?:to|until|till)\b|[-–]", between):
        return {named[1].day}
    return {one.day for one in named}


def _hearing(said: Sequence[str]) -> Terms:
    found: list[tuple[Day, str]] = []
    for sentence in said:
        bare = _bare(sentence)
        if _HEARING.search(bare) and not _NOT_THE_HEARING.match(bare) and not _MADE[1].search(bare):
            found += [(one, sentence) for one in days(bare)[-1:]]
    if len({day.day for day, _ in found}) != 1:
        return {}
    day, words = found[0]
    terms = {Term.HEARING_ON: Read(day.day.isoformat(), words)}
    said_of_it = [*(words for _, words in found), *(one for one in said if _HEARING_ROW.match(one))]
    walls = {time for one in said_of_it for time in times(one)}
    if len(walls) == 1:
        terms[Term.HEARING_AT] = Read(f"{walls.pop():%H:%M}", words)
    named = [(place[1].strip(" ,."), one) for one in said_of_it for place in _PLACE.finditer(_bare(one))]
    places = [Read(name, one) for name, one in named if len(name.split()) > 1]
    return terms | _one(Term.HEARING_COURT, places)


def _occupation(said: Sequence[str]) -> Terms:
    """A sentence that speaks of a power of arrest says whose: it is never attached to a non-molestation order alone."""
    named = [one for one in said if _OCCUPATION.search(one) and not _HYPOTHETICAL.search(_bare(one)) and not _NO_OCCUPATION.search(one)]
    if not named:
        return {}
    powers = [
        Read(Occupation.NO_POWER if _NO_POWER.search(one) else Occupation.POWER, one)
        for one in said
        if _POWER.search(one) and not _HYPOTHETICAL.search(_bare(one))
    ]
    return _one(Term.OCCUPATION, powers)
