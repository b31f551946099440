"""The parts that rows of the table of measures share: their states, what is asked, and the points of a breach."""

from datetime import timedelta

from domain.measures import Duty, Ending, Fact, Field, Mark, Proof, Since

GK = "no source seen"
PACE = Fact("Arrest under PACE s.24, if it is necessary; no power of arrest is needed on the paper.", "PACE 1984 s.24")
CHECK = "check with the court"
VARIED, EXTENDED = "varied", "extended"
BY_THE_COURT = frozenset({VARIED, EXTENDED})

ORDER_STATES = {
    "not_yet_known": "Not yet made at that time",
    "in_force": "In force on what was entered from the order",
    "return_hearing_passed": f"May have ended at the hearing: {CHECK}",
    "end_unknown": f"No end date known: treat as live and {CHECK}",
    "varied": "Varied: check the newest version",
    "expired": "Expired: history only",
    "discharged": "Discharged: history only",
}
REPLACEABLE_STATES = ORDER_STATES | {"undertaking": "Replaced by an undertaking: contempt only"}
NOTICE_STATES = {
    "not_yet_known": "Not yet given at that time",
    "in_force": "The notice runs on what was entered from it",
    "return_hearing_passed": f"May have ended at the hearing: {CHECK}",
    "end_unknown": f"The hearing is not known: treat the notice as live and {CHECK}",
    "expired": "Run out: history only",
    "discharged": "Ended before its time: history only",
}
PROMISE_STATES = {
    "not_yet_known": "Not yet given at that time",
    "in_force": "The promise runs on what was entered from it",
    "return_hearing_passed": f"May have ended at the hearing: {CHECK}",
    "end_unknown": f"No end known: treat the promise as binding and {CHECK}",
    "expired": "Run out: history only",
    "discharged": "Ended: history only",
}
BAIL_STATES = {
    "not_yet_known": "Not yet on bail at that time",
    "in_force": "On bail with conditions on what was entered",
    "return_hearing_passed": "May have ended on the day of return: check with custody",
    "end_unknown": "The end of bail is not known: check with custody",
    "varied": "Conditions changed: check the newest version",
    "expired": "The bail period entered is over: check with custody, then history only",
    "discharged": "Bail ended: history only",
}

OF_AN_ORDER = (Field.MADE, Field.ENDS, Field.HEARING, Field.MADE_BY, Field.NUMBER, Field.NOTICE, Field.CONDITIONS)
OF_AN_OCCUPATION_ORDER = (*OF_AN_ORDER[:-1], Field.POWER_CLAUSES, Field.POWER_UNTIL, Field.CONDITIONS)
OF_A_NOTICE = (Field.MADE, Field.HEARING, Field.MADE_BY, Field.NUMBER, Field.CONDITIONS)
OF_A_PROMISE = (Field.MADE, Field.ENDS, Field.MADE_BY, Field.NUMBER, Field.CONDITIONS)

DISCHARGED = Ending(
    "discharged", "Discharged by the court", "discharged by the court", "When did the court discharge it?", ("discharged", "set aside")
)
REPLACED_BY_A_PROMISE = Ending(
    "undertaking",
    "Undertaking instead",
    "replaced by an undertaking",
    "When did the court accept the undertaking?",
    ("undertaking given", "undertaking accepted", "undertaking instead", "undertaking taken", "replaced by an undertaking"),
)
ENDINGS_OF_AN_ORDER = (DISCHARGED,)
ENDINGS_OF_A_REPLACEABLE = (DISCHARGED, REPLACED_BY_A_PROMISE)
ENDINGS_OF_A_NOTICE = (
    Ending("lapsed", "Lapsed", "lapsed", "When did it lapse?", ("lapsed", "ran out")),
    Ending("withdrawn", "Withdrawn", "withdrawn", "When was it withdrawn?", ("withdrawn", "taken back")),
    Ending("heard", "Ended at its hearing", "ended at its hearing", "When was it heard?", ("ended at the hearing", "ended at its hearing")),
)
ENDINGS_OF_A_PROMISE = (
    Ending(
        "released",
        "Released by the court",
        "released by the court",
        "When did the court release the respondent from it?",
        ("released from", "released by the court"),
    ),
    Ending("replaced", "Replaced by an order", "replaced by an order", "When was the order made?", ("replaced by an order",)),
)
ENDINGS_OF_BAIL = (
    Ending("cancelled", "Bail cancelled", "cancelled", "When was bail cancelled?", ("cancelled", "canceled")),
    Ending("charged", "Ended on charge", "ended on charge", "When was the respondent charged?", ("ended on charge", "ended by charge")),
    Ending("no_charge", "Ended without charge", "ended without charge", "When did bail end?", ("ended without charge",)),
)

_WHO = (Proof.IDENTITY, "The person is the respondent")
_EXISTED = "existed and was in force then"
_KNEW = "Knew, before the act, that it existed"
_EXCUSE = (Proof.NO_EXCUSE, "Any explanation (ask the CPS what this offence makes of it: not settled here)")


def of_an_offence(thing: str, knew: str) -> tuple[tuple[Proof, str], ...]:
    """`knew` says how far knowledge is needed."""
    return (
        _WHO,
        (Proof.IN_FORCE, f"The {thing} {_EXISTED}"),
        (Proof.FORBIDDEN_ACT, f"An act that the {thing} forbids"),
        (Proof.AWARENESS, f"{_KNEW} ({knew})"),
        _EXCUSE,
    )


def of_no_offence(thing: str, *more: tuple[Proof, str]) -> tuple[tuple[Proof, str], ...]:
    return (
        _WHO,
        (Proof.IN_FORCE, f"The {thing} {_EXISTED}"),
        (Proof.FORBIDDEN_ACT, f"An act against a term of the {thing}"),
        *more,
        (Proof.AWARENESS, f"{_KNEW} (gather it: the court will want it)"),
    )


def before_a_court(id: str, words: str, source: str, mark: Mark = Mark.LAW) -> Duty:
    return Duty(id, Fact(words, source, mark), timedelta(hours=24), Since.ARREST)


def apply_in_time(id: str, words: str, source: str) -> Duty:
    """From when the notice was given: the sources do not say from what the 48 hours run, and this is the earliest."""
    return Duty(id, Fact(words, source), timedelta(hours=48), Since.MADE)
