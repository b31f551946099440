"""The entities of a line, once it is known what is asked: which person is which, which time is for what."""

import re
from collections.abc import Callable
from dataclasses import replace

from domain.understanding import facts
from domain.understanding.beside_names import As
from domain.understanding.intents import Intent
from domain.understanding.parts import (
    NUMBERS,
    WHERE,
    WHO,
    Entities,
    best_time,
    doer_in,
    doers_in,
    pick,
    put,
    put_marks,
    put_time,
    put_victim,
)
from domain.understanding.people import Named
from domain.understanding.reminders import contacts, reassign, snooze
from domain.understanding.seeing import Seen
from domain.understanding.times import When
from domain.understanding.topics import compared_with, topic_of

_ENDS = re.compile(
    r"\b(?:expir\w+|ends?|ending|end date|until|till?|runs? (?:out|to|until|til)|valid (?:to|until|til)|up to|finish\w*)\b[^.;]{0,20}$"
)
_NEXT = re.compile(
    r"\bnext\b[^.;,]{0,40}$|\b(?:call|ring|visit|contact|see|phone|try|due)(?: her| them| back| again)+(?: again)?(?: on| at| next)? $|\bdue(?: on| by)? $"
)
_WORD = re.compile(r"^[^\s,;:]+")
_LIVE = re.compile(r"\b(?:live|active|current|in force)\b")
_HANDED = re.compile(r"\b(?:transfer\w*|send\w*|pass\w*|mov\w+|hand\w*)(?: over| across| out)? $")
_MOVES = re.compile(r"[\w'-]+ (?:is |has |will be |now |was |just |have )*(?:mov(?:ed|ing|es)|relocat\w+|gone|living|lives)\b")


def entities_of(intent: Intent, seen: Seen) -> Entities:
    filled: Entities = {}
    seen = replace(seen, people=tuple(one for one in seen.people if _is_meant(one, intent)))
    fill = _FILLERS.get(intent)
    if fill is not None:
        fill(filled, seen)
    return filled


def _is_meant(one: Named, intent: Intent) -> bool:
    """What is perhaps a name is one where a name is looked up, and where something is given to whoever stands behind `to`."""
    if one.sure or one.known:
        return True
    return one.words > 1 if intent is Intent.LOOKUP_ORDER else intent is Intent.REASSIGN and one.role is As.RECEIVER


def _look_up(filled: Entities, seen: Seen) -> None:
    people = list(seen.people)
    main = pick(
        [one for one in people if one.words > 1 or one.known or one.role is not As.ABOUT], As.RESPONDENT, As.APPLICANT, As.ABOUT
    ) or next((one for one in people if one.words > 1), None)
    main = main or pick(people, As.ABOUT, As.OWNER, As.ALONE, As.RECEIVER, As.GIVER, As.SPOKEN_TO, As.OFFICER)
    if main is not None:
        filled["person_name"] = main.name
        put(filled, "role", main.role.value if main.role in (As.RESPONDENT, As.APPLICANT) else _role_behind(main, seen))
    other = pick([one for one in people if one is not main], As.APPLICANT)
    if other is not None and main is not None and main.role is not As.APPLICANT:
        filled["victim_name"] = other.name
    if main is None:
        _role_alone(filled, seen)
    put_marks(filled, seen, (*WHO, "postcode_area", "custody_no"))
    wants = facts.first_of("wants", seen.said)
    covered = "address" in filled and main is None
    if wants is not None and not covered:
        filled["wants"] = wants
    if covered:
        filled["search_by"] = "address"
    if wants == "terms":
        put(filled, "location_type", facts.first_of("place", seen.said))
        put_marks(filled, seen, ("distance_m",))
    if main is None and "order_no" not in filled and _LIVE.search(seen.said):
        filled["status"] = "live"


# `chidinma's ex`: whoever is named is the protected person.
_OWN_EX = re.compile(
    r"[\w'-]+ (?:ex|husband|boyfriend|partner|ex[ -]\w+|house|home|door|work|workplace|flat|school|mum|mother|sister|dad)\b"
)
_ROLE_BEHIND = re.compile(
    r"[\w'.-]+,? (?:(?:is|was|he|she|who|down|as|named|listed|the|an?|our|their) )*(?P<role>respondent|applicant|victim)\b(?! (?:in|was|is|has))"
)


_HOLDS = re.compile(
    r"[\w'.-]+ (?:(?:has|have|had|got|get|gets|took|taken|taking|hold|holds|is|was|still|currently) ){0,4}(?:"
    r"(?:(?:an?|any|the|her|his|their|live|current) ){0,2}(?:orders?|nmos?|non-mols?|nonmols?|injunctions?) (?:\w+ )?(?:out )?(?:against|on) (?!him\b|her\b|them\b|file\b|record\b|here\b|system\b|the system\b)"
    r"|(?:the )?protected (?:person|party|one)\b)"
)


def _role_behind(one: Named, seen: Seen) -> str | None:
    """`sian pritchard down as the applicant`; who has an order against somebody or is protected is the applicant too."""
    behind = seen.said[one.end :][:80]
    found = _ROLE_BEHIND.match(behind)
    if found is not None:
        return found["role"].replace("victim", "applicant")
    return "applicant" if _HOLDS.match(behind) else None


_ROLE_ALONE = re.compile(r"\b(?P<role>respondent|applicant)\b")


def _role_alone(filled: Entities, seen: Seen) -> None:
    """`check respondent at M6 3QP`: nobody is named, and whom it is about is said all the same."""
    found = _ROLE_ALONE.search(seen.said)
    if found is not None and any(mark in seen.marks.values for mark in ("dob", "postcode", "phone", "address")):
        filled["role"] = found["role"]


def _breach(filled: Entities, seen: Seen) -> None:
    people = list(seen.people)
    doer = doer_in(seen) or next((one for one in doers_in(seen) if len(people) > 1 and one.role is not As.APPLICANT), None)
    victim = pick([one for one in people if one is not doer], As.APPLICANT, As.GIVER)
    rest = [one for one in people if one is not victim and one.role is not As.OFFICER]
    person = doer or pick(rest, As.RESPONDENT, As.ABOUT, As.ALONE, As.OWNER)
    if victim is None:
        victim = pick(
            [one for one in rest if one is not person], As.SPOKEN_TO, *([As.ABOUT] if doer else []), As.OWNER, As.RECEIVER, As.ALONE
        )
    if person is not None and person.role is As.OWNER and victim is None and _OWN_EX.match(seen.said[person.end :][:60]):
        person, victim = None, person
    if (
        person is not None
        and person.role is As.OWNER
        and victim is None
        and re.search(r"\b(?:at|outside|to|near|round) $", seen.said[: person.start][-9:])
    ):
        person, victim = None, person
    if person is not None:
        filled["person_name"], filled["role"] = person.name, "respondent"
    if victim is not None:
        filled["victim_name"] = victim.name
    put_marks(filled, seen, (*WHO, "custody_no"))
    conduct = facts.first_of("conduct", seen.said)
    put(filled, "conduct", conduct)
    put(filled, "channel", facts.first_of("channel", seen.said))
    put(filled, "count", next((count for count, _, _ in facts.counts_in(seen.said)), None))
    put_time(filled, best_time([one.told for one in seen.times]))
    put(filled, "risk_level", facts.risk_in(seen.said))


def _log(filled: Entities, seen: Seen) -> None:
    put_victim(filled, seen, As.SPOKEN_TO, As.OWNER, As.ABOUT, As.ALONE, As.RECEIVER, As.GIVER)
    put_marks(filled, seen, (*WHERE, *NUMBERS))
    put(filled, "outcome", facts.first_of("outcome", seen.said))
    put(filled, "attempts", next((count for count, _, _ in facts.counts_in(seen.said)), None))
    following = [one for one in seen.times if _NEXT.search(_before(one, seen)[-48:])]
    put_time(filled, best_time([one.told for one in seen.times if one not in following]))
    if following:
        put_time(filled, following[-1].planned, "next_due")
    put(filled, "risk_level", facts.risk_in(seen.said))


def _before(when: When, seen: Seen) -> str:
    """Whoever is named there stands as `them`: no name says what the time is for."""
    said = seen.said[: when.start]
    for one in sorted(seen.people, key=lambda one: one.start, reverse=True):
        if one.start < when.start:
            said = f"{said[: one.start]}them{_WORD.sub('', said[one.end :], count=1)}"
    return said


def _service(filled: Entities, seen: Seen) -> None:
    victim = pick(list(seen.people), As.APPLICANT)
    people = [one for one in seen.people if one is not victim and one.role is not As.OFFICER]
    person = pick(people, As.RESPONDENT, As.ABOUT, As.ALONE, As.RECEIVER, As.SPOKEN_TO, As.OWNER)
    if person is not None:
        filled["person_name"], filled["role"] = person.name, "respondent"
    elif re.search(r"\b(?:he|him|his|they|them)\b", seen.said):
        filled["respondent_ref"] = "he"
    if victim is not None:
        filled["victim_name"] = victim.name
    put_marks(filled, seen, (*WHO, "custody_no"))
    put(filled, "method", facts.first_of("method", seen.said))
    put_time(filled, best_time([one.told for one in seen.times]))
    if re.search(
        r"\b(?:said|says|admitted|confirmed|stated) (?:he|she|they) (?:\w+ )?(?:knew|knows|was aware|is aware|had|understood|understands|accept\w*)\b|\badmitted\b",
        seen.said,
    ):
        filled["awareness_admitted"] = True


def _register(filled: Entities, seen: Seen) -> None:
    people = list(seen.people)
    person = pick(people, As.RESPONDENT) or pick(people, As.ABOUT, As.ALONE, As.OWNER, As.RECEIVER)
    if person is not None:
        filled["person_name"] = person.name
        if person.role is As.RESPONDENT:
            filled["role"] = "respondent"
        elif re.search(r"\bgranted (?:\w+ ){0,3}to $", seen.said[: person.start]):
            filled["role"] = "applicant"
    rest = [one for one in people if one is not person]
    victim = pick(rest, As.APPLICANT) or (pick(rest, As.ABOUT, As.ALONE) if person and person.role is As.RESPONDENT else None)
    if victim is not None and person is None:
        filled["person_name"], filled["role"] = victim.name, "applicant"
    elif victim is not None:
        filled["victim_name"] = victim.name
    put_marks(filled, seen, WHO)
    ends = [one for one in seen.times if _ENDS.search(seen.said[: one.start][-40:])]
    if ends:
        put_time(filled, ends[0].planned, "end_at")
    put_time(filled, best_time([one.told for one in seen.times if one not in ends]))
    if seen.durations:
        filled["duration"] = seen.durations[0][0]
    if re.search(r"\b(?:pdf|attach\w*|scan\w*|document|photo|file|upload\w*|copy)\b", seen.said):
        filled["document"] = True


def _transfer(filled: Entities, seen: Seen) -> None:
    for force in {one.name: one for one in reversed(seen.forces)}.values():
        way = force.way or (
            "from"
            if any(other.way == "to" and other is not force for other in seen.forces)
            or re.search(r"\b(?:transfer|moved|coming|transferred|moving)\w* in\b", seen.said)
            else "to"
        )
        filled.setdefault(f"{way}_force", force.name)
    if "to_force" in filled and "from_force" not in filled:
        filled["direction"] = "out"
    elif "from_force" in filled and "to_force" not in filled:
        filled["direction"] = "in"
    elif (bare := re.search(r"\btransfer\w* (?P<way>in|out)\b", seen.said)) is not None:
        filled["direction"] = bare["way"]
    people = list(seen.people)
    victim = pick(people, As.APPLICANT) or next((one for one in people if _MOVES.match(seen.said[one.end :][:60])), None)
    victim = victim or next((one for one in people if one.role is not As.RESPONDENT and _HANDED.search(seen.said[: one.start][-24:])), None)
    victim = victim or next((one for one in people if one.words == 1 and one.role in (As.OWNER, As.ALONE)), None)
    if victim is not None:
        filled["victim_name"] = victim.name
    person = pick([one for one in people if one is not victim], As.RESPONDENT, As.ABOUT, As.OWNER, As.ALONE)
    if person is not None:
        filled["person_name"] = person.name
        if person.role is As.RESPONDENT:
            filled["role"] = "respondent"
    put_marks(filled, seen, WHO)
    put_time(filled, best_time(list(seen.times)))
    put(filled, "risk_level", facts.risk_in(seen.said))


def _guidance(filled: Entities, seen: Seen) -> None:
    topic = topic_of(seen.said)
    put(filled, "topic", topic)
    if re.search(r"\b(?:differ\w*|vs|versus|compare\w*)\b", seen.said):
        put(filled, "compare_with", compared_with(seen.said))
    if topic == "service_awareness" and "email" in seen.said:
        filled["channel"] = "email"


def _cancel(filled: Entities, seen: Seen) -> None:
    found = re.search(r"\bwrong (?P<what>person|one|order|name|case|victim|bloke)\b|\b(?P<slip>mistake|accident)\b", seen.said)
    if found is not None:
        filled["reason"] = f"wrong_{found['what']}" if found["what"] else "mistake"


def _small(filled: Entities, seen: Seen) -> None:
    if re.search(r"\b(?:pnc|pnd|dvla|vrm|reg|index|insurance|anpr|niche|athena|connect|visor|plate|mot)\b", seen.said):
        filled["kind"] = "other_system"
    put_marks(filled, seen, ("vehicle_reg",))


_FILLERS: dict[Intent, Callable[[Entities, Seen], None]] = {
    Intent.LOOKUP_ORDER: _look_up,
    Intent.RECORD_BREACH: _breach,
    Intent.LOG_CONTACT: _log,
    Intent.SNOOZE: snooze,
    Intent.REASSIGN: reassign,
    Intent.CONTACTS_DUE: contacts,
    Intent.RECORD_SERVICE: _service,
    Intent.REGISTER_ORDER: _register,
    Intent.TRANSFER: _transfer,
    Intent.GUIDANCE: _guidance,
    Intent.CANCEL: _cancel,
    Intent.SMALLTALK: _small,
}
