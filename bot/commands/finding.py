"""`find`: what a look-up answers, as JSON."""

from itertools import chain, repeat

from bot.bodies import MAX_TEXT, TOO_LONG
from bot.commands.acting import WrongCommand
from bot.commands.asking import CHANNEL, Line, One
from domain.access import Access
from domain.ages import find_age
from domain.clock import Clock
from domain.dates import find_dob
from domain.london import to_london
from domain.lookups import ELSEWHERE, RESTRICTED_LINE, Found, Match
from domain.matching import Verdict
from domain.measure_words import in_brief
from domain.officers import Officer
from domain.particulars import Particulars, given_particulars
from domain.policies import BATCH, Policy
from services import lookups
from storage.work import Work

MOST = 5


def found(work: Work, clock: Clock, officer: Officer, access: Access) -> One:
    """However many lines there are, they count as one look-up of the officer's."""
    ways = chain([lookups.find], repeat(lookups.find_in_batch))

    async def one(question: Line) -> Line:
        if len(str(question.get("text", ""))) > MAX_TEXT:
            return found_line(Found(Verdict.REFUSED, TOO_LONG))
        return found_line(await next(ways)(work, clock, officer, _wanted(question, clock), CHANNEL, access))

    return one


def access_for(policy: Policy, code: str | None) -> Access:
    """A batch that names no reason has one of its own."""
    codes = [one.code for one in policy.reasons]
    if code is not None and code not in codes:
        raise WrongCommand(f"--reason takes one of {', '.join(codes)}.")
    return Access(code or BATCH, policy.lookups_an_hour)


def _wanted(question: Line, clock: Clock) -> str | Particulars:
    """Words as typed in chat, or the parts of a person."""
    person = question.get("person")
    if not isinstance(person, dict):
        return str(question.get("text", ""))
    name, dob, address, postcode, phone = parts = [str(person.get(key) or "") for key in ("name", "dob", "address", "postcode", "phone")]
    today = to_london(clock()).date()
    born, aged = find_dob(f"dob {dob}", today), find_age(dob, today)
    held = None if born is None else born.dob
    return given_particulars(name, held, address, postcode, phone, "; ".join(parts)[:MAX_TEXT], None if aged is None else aged.age)


def found_line(found: Found) -> Line:
    """As the public contract, section 5, has it."""
    return {"verdict": found.verdict.value, "why": _why(found), "matches": [_match(one) for one in found.matches[:MOST]]}


def _why(found: Found) -> str:
    """With nothing found, what was searched and where else to look, as on the card; where it is only possible, what to add."""
    if found.verdict is Verdict.NONE:
        return " ".join(part for part in (found.why, found.searched, RESTRICTED_LINE, ELSEWHERE) if part)
    return f"{found.why} Add the {found.ask}." if found.ask else found.why


def _match(match: Match) -> Line:
    return {
        "case_no": match.order.case_no,
        "role": match.role.value,
        "name": match.party.name,
        "dob": match.party.dob.isoformat() if match.party.dob else None,
        "score": round(match.score, 3),
        "reasons": list(match.reasons),
        "state": match.state.value,
        "kind": match.order.kind.value,
        "power": in_brief(match.order.kind),
    }
