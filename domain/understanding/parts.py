"""Steps that the entities of several intents share: which person, which time, which numbers."""

import re

from domain.understanding.beside_names import As
from domain.understanding.people import Named
from domain.understanding.seeing import Seen
from domain.understanding.times import When

Entity = str | int | bool
Entities = dict[str, Entity]
NUMBERS = ("order_no", "reference", "phone", "email")
WHERE = ("postcode", "address")
WHO = ("postcode", "address", "dob", "birth_year", *NUMBERS)

# A name, and behind it what that person did to somebody.
_DOES = re.compile(
    r"[\w'-]+ (?:has |have |had |is |was |been |just |then |again |also |keeps |kept )*(?:(?:text|phon|messag|email|contact|follow|approach|threaten|assault|harass|pester|punch|slap|call|slap|grab|push|kick|spat|spit|follow|visit|stalk|watch)\w*|rang|ringing|hit|sent|sending|went|gone|came|drove|broke)"
    r" (?!in\b|back\b|me\b|us\b|and\b|to say\b)\w|[\w'-]+ (?:has |is |was |been |just |keeps )*(?:turn\w* up|show\w* up|went (?:to|round)|outside|broke in|smash\w*|damag\w*|breach\w*)\b"
)


def put_marks(filled: Entities, seen: Seen, names: tuple[str, ...]) -> None:
    filled.update({name: seen.marks.values[name] for name in names if name in seen.marks.values})


def put(filled: Entities, name: str, value: Entity | None) -> None:
    if value is not None:
        filled[name] = value


def put_time(filled: Entities, time: When | None, name: str = "when") -> None:
    """A calendar day as `when`; what is reckoned from another day, or a time alone, as it was said, under `when_raw`."""
    if time is None:
        return
    if time.iso is not None:
        filled[name] = time.iso
    else:
        filled[f"{name}_raw"] = time.raw


def best_time(times: list[When]) -> When | None:
    return max(times, key=lambda one: one.weight, default=None)


def pick(people: list[Named], *roles: As) -> Named | None:
    """The first who is one of these, in the order of the roles; a whole name before a forename."""
    for role in roles:
        found = [one for one in people if one.role is role]
        if found:
            return next((one for one in found if one.words > 1), found[0])
    return None


def put_victim(filled: Entities, seen: Seen, *roles: As) -> None:
    victim = pick(list(seen.people), As.APPLICANT, *roles)
    if victim is not None:
        filled["victim_name"] = victim.name
    respondent = pick(list(seen.people), As.RESPONDENT)
    if respondent is not None:
        filled["person_name"], filled["role"] = respondent.name, "respondent"


def doers_in(seen: Seen) -> list[Named]:
    """Who did something to somebody: `gary nolan rang angela ross`."""
    return [one for one in seen.people if one.sure and _DOES.match(seen.said[one.end :][:80])]


def doer_in(seen: Seen) -> Named | None:
    """The first of them who is named whole: `jade rang` may be a contact as well."""
    return next((one for one in doers_in(seen) if one.words > 1), None)
