"""Reads which of the stock conditions an officer's plain words tell of, and asks where they may tell of another condition or another person."""

import re
from collections.abc import Iterator

from domain.denials import affirmed, words_in
from domain.errors import Unreadable

WHICH_DAMAGE = (
    "Was the damage to the protected person's property (D), or to a named property or its contents (E)? "
    "Please tick it, or type its letter first: 'D broke the phone'."
)
WHICH_PERSON = (
    "Was that done to the protected person (A to C) or to a relevant child (G to I)? "
    "Please tick it, or type the letters first: 'C, I contact'. Or say it of each: 'texted the victim and rang the child'."
)
_VIOLENCE = (
    r"(?:violence|violent|threats?|threat[ea]?n(?:ed|ing|s)|hits?|hitting|punch\w*|kick(?:ed|ing|s)?|slap(?:ped|ping|s)?|assault\w*|attack(?:ed|ing|s)?"
    r"|pushed|pushing|shoved|shoving|strangl\w+|headbutt\w*|stabbed|beaten(?: up)?|beat up)"
)
_PESTERING = r"(?:harass\w*|pester\w*|intimidat\w+)"
_CONTACT = (
    r"(?:text(?:s|ed|ing)?(?: messages?)?|txt(?:s|d|ed)?|message[sd]?|messaging|whats ?app(?:s|ed|ing)?|e ?mail(?:s|ed|ing)?|telephon(?:e|es|ed|ing)|phoned|phoning|phone ?calls?"
    r"|voice ?mails?|rang|ringing|calls|called|calling|contact(?:s|ed|ing)?|wrote|letters?|spoke|spoken|speaking|talked|talking)"
)
# What is done to a person, with its number where it is the protected person and where it is a child.
_ACTS = ((_VIOLENCE, 1, 7), (_PESTERING, 2, 8), (_CONTACT, 3, 9))
_CHILD = re.compile(r"\b(?:child(?:ren)?|kids?|sons?|daughters?|baby|babies|boys?|girls?|toddlers?)\b(?!')")
_CHILDS = re.compile(r"\b(?:child|kid|son|daughter|baby|boy|girl)'s |\b(?:children|kids)'? ")
_OTHER = (
    r"(?:mum|mam|mom|mother|dad|father|parents?|sisters?|brothers?|aunt|auntie|uncle|cousin|nan|gran\w*|friends?|mates?|partner|boyfriend|girlfriend|husband|wife"
    r"|neighbours?|boss|manager|work|colleagues?|solicitors?|lawyers?|family|school|teachers?|nursery|police|pc|officers?|cops?|ambulance|999|101|council|court|me|us"
    r"|walls?|doors?|windows?|gate|fence|bin|bell|doorbell|buzzer|car|van|tyres?|phone|dog|cat|social (?:worker|services))\b"
)
_TOWARDS = r"(?: (?:to|at|with|on|towards?|against|of|or|threats|violence|contact|messages?|to (?:kill|hit|hurt|harm|stab)))*"
_WHOSE = r"(?: (?:the|a|an|her|his|their|our|your|relevant|protected person's|victim's|applicant's))*"
_ONE_MORE = r"(?: (?!about|that|saying|from|for|and|with|via|through|to|when|while|on|in|at|over)[a-z']+)?"
# How many signs before and after an act are looked at: an answer may be long.
_NEAR = 80
_BESIDE = re.compile(
    rf"\b(?:about|for|through|via|with|from|by|in front of|near|while|when|see|seeing|collect\w*|pick\w* up|over){_WHOSE}{_ONE_MORE} {_CHILD.pattern}"
)
_HER = re.compile(rf"{_TOWARDS}{_WHOSE} (?:her|him|them|victim|vic|applicant|complainant|ip|protected person)\b")
# Before an act: the protected person is who did it, or it was done by somebody who is not said.
_BY_HER = re.compile(r"\b(?:victim|vic|applicant|complainant|protected person)(?: (?:has|had|have|was|is|been|also|then|just|first))* $")
_DONE_TO = re.compile(r"\b(?:was|were|been|being|got|is|are) $")
_OTHER_CALLS = re.compile(
    r"\b(?:called|calling|calls|rang|ringing) (?:at|by|in|round|over|out|off|it|for)\b|\b(?:called|calling|calls) (?:her|him|them) (?:a|an|names|every\w*|all)\b"
)
_DAMAGE = re.compile(
    r"\b(?:damag\w+|vandalis\w+|smash(?:ed|es|ing)|broke|broken|breaking|scratch\w*|slash\w*|ripped|graffiti\w*|set fire to|burn(?:ed|t))\b"
)
_ONLY_DAMAGE = re.compile(r"\b(?:damag\w+|vandalis\w+)\b")
_INTO = re.compile(r"\b(?:broke|broken|breaking) in(?:to)?\b")
_HER_THINGS = re.compile(
    r"\b(?:protected person's (?:property|things)|(?:her|his|their|victim's|applicant's) (?:property|things|stuff|belongings)|car|van|vehicle|bike|tyres?|windscreen"
    r"|phone|mobile|laptop|tablet|clothes|clothing|bag|handbag|jewellery|glasses|belongings)\b"
)
_BUILDING = re.compile(
    r"\b(?:house|home|flat|named property|building|address|premises|contents|doors?|windows?|fence|gate|shed|garage|garden|furniture)\b"
)
_CAME = (
    r"\b(?:went|goes|going|gone|came|come|comes|coming|enter(?:ed|ing|s)?|(?:got|broke|broken|let)(?= in)|turn(?:ed|ing|s)? up|show(?:ed|n) up|attend(?:ed|ing|s)?|visit(?:ed|ing|s)?"
    r"|knock(?:ed|ing|s)?|called|drove|walked|arrived|return(?:ed|ing|s)?|outside|parked|waited|waiting|stood|sat|(?:was|is|been|seen|found|caught)(?: back)?(?= (?:at|in|outside|inside)))"
)
_THERE = r"(?: (?:to|at|into|in|on|onto|up|round|over|by|past|near|outside|inside|back|home|or|entering|entered|the|a|an|her|his|their|our|named|victim's|applicant's|person's|protected))+"
_PLACE = re.compile(
    rf"{_CAME}{_THERE}{_ONE_MORE} (?:(?:house|home|flat|address|property|premises|door|doorstep|garden|driveway|road|street|gate|workplace|window|hers)\b|(?<=(?:her|his) )(?:work|place)\b)"
    r"|\b(?:attended|entered|visited|at|outside) (?:house|flat|address|property|premises)\b|\b(?:came|come|coming|called) (?:round|over)\b|\b(?:turned|turning|showed) up $|\bknocked $"
)
_SCHOOL = re.compile(rf"{_CAME}{_THERE}{_ONE_MORE} (?:school|nursery)\b")
_STOCK = (
    "violence or threats to the protected person",
    "intimidating harassing or pestering the protected person",
    "telephone text email or other contact with the protected person",
    "damage to the protected person's property",
    "damage to a named property or its contents",
    "going to or entering a named property",
    "violence or threats to a relevant child",
    "intimidating harassing or pestering a relevant child",
    "contact with a relevant child",
    "going to or entering a named school",
)


def conditions_told(typed: str) -> tuple[int, ...]:
    """The numbers of the stock wording, in order; none where nothing could be read. Raises Unreadable where it must be asked which of two is meant."""
    said = words_in(typed).strip()
    if said in _STOCK:
        return (_STOCK.index(said) + 1,)
    found: set[int] = set()
    bare = False
    for piece in affirmed(typed):
        acts = list(_acts(piece))
        found.update(number for number, _ in acts)
        found.update(_property(piece))
        bare = bare or any(not named for _, named in acts)
        if _CHILD.search(_BESIDE.sub(" ", piece)) and not {7, 8, 9} & {number for number, _ in acts}:
            raise Unreadable(WHICH_PERSON)
    if bare and {7, 8, 9} & found:
        raise Unreadable(WHICH_PERSON)
    return tuple(sorted(found))


def _acts(piece: str) -> Iterator[tuple[int, bool]]:
    """The number of each act in this piece, and whether it is said to whom it was done. What was done to somebody else is none."""
    said = " telephone " if piece == " phone " else piece
    for words, protected, child in _ACTS:
        for act in re.finditer(rf"\b{words}\b", said):
            before, after = said[max(0, act.start() - _NEAR) : act.start()], said[act.end() : act.end() + _NEAR]
            passive = not act[0].endswith("ing") and _DONE_TO.search(before)
            if passive or _BY_HER.search(before) or _OTHER_CALLS.match(said, act.start()):
                continue
            if re.match(rf"{_TOWARDS}{_WHOSE}{_ONE_MORE} {_CHILD.pattern}", after):
                yield child, True
            elif not re.match(rf"{_TOWARDS}{_WHOSE}{_ONE_MORE} {_OTHER}", after):
                yield protected, _HER.match(after) is not None


def _property(piece: str) -> Iterator[int]:
    if _DAMAGE.search(piece) and not _CHILDS.search(piece) and not _INTO.search(piece):
        if _HER_THINGS.search(piece):
            yield 4
        elif _BUILDING.search(piece):
            yield 5
        elif _ONLY_DAMAGE.search(piece):
            raise Unreadable(WHICH_DAMAGE)
    if _SCHOOL.search(piece):
        yield 10
    elif _PLACE.search(piece):
        yield 6
