"""What a protective measure is: its kind, and every fact that the bot tells of a kind, each with its source and whether it was verified."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

COURT = "the court"


class Kind(StrEnum):
    NMO = "nmo"
    OCCUPATION = "occupation"
    UNDERTAKING = "undertaking"
    DVPN = "dvpn"
    DVPO = "dvpo"
    DAPN = "dapn"
    DAPO = "dapo"
    RESTRAINING = "restraining"
    SPO = "spo"
    FMPO = "fmpo"
    FGMPO = "fgmpo"
    PHA = "pha"
    BAIL = "bail"


class Consequence(StrEnum):
    """What a breach is."""

    OFFENCE = "offence"
    CONTEMPT = "contempt"
    NO_OFFENCE = "no_offence"


class Power(StrEnum):
    """Whence the power to arrest for a breach comes: PACE for an offence, the statute of the measure, a clause that has it attached, or nowhere."""

    PACE = "pace"
    STATUTE = "statute"
    CLAUSE = "clause"
    NONE = "none"


class Mark(StrEnum):
    """How far a fact is known: as law, as national guidance, or not confirmed in any source."""

    LAW = "law"
    GUIDANCE = "national guidance"
    UNVERIFIED = "unverified"


class Since(StrEnum):
    """What a duty's clock runs from."""

    MADE = "made"
    ARREST = "arrest"


class Field(StrEnum):
    """What is asked of a measure beside its people."""

    MADE = "made"
    ENDS = "ends"
    HEARING = "hearing"
    MADE_BY = "made_by"
    NUMBER = "number"
    NOTICE = "notice"
    POWER_CLAUSES = "power_clauses"
    POWER_UNTIL = "power_until"
    CONDITIONS = "conditions"


class Proof(StrEnum):
    """A thing to be shown of a breach."""

    IDENTITY = "identity"
    IN_FORCE = "in_force"
    FORBIDDEN_ACT = "forbidden_act"
    POWER_ATTACHED = "power_attached"
    AWARENESS = "awareness"
    NO_EXCUSE = "no_excuse"
    NO_CONTEMPT = "no_contempt"


@dataclass(frozen=True)
class Fact:
    """`source` names the statute or the document."""

    words: str
    source: str
    mark: Mark = Mark.LAW


@dataclass(frozen=True)
class Duty:
    """What police must do, and within what time of what: the clock is reckoned plainly, days not counted by law come on top."""

    id: str
    words: Fact
    within: timedelta
    since: Since


@dataclass(frozen=True)
class Span:
    """How long it may run; `hours` where it is a matter of hours, else whole days or years. None where there is no such bound."""

    least_days: int | None = None
    most_days: int | None = None
    least_years: int | None = None
    most_months: int | None = None
    most_hours: int | None = None


@dataclass(frozen=True)
class Ending:
    """One way to end before its time: `what` is the register's word for it, `title` is offered, `words` tell that it happened, `asked` asks when. `heard` are words by which officers tell it."""

    what: str
    title: str
    words: str
    asked: str
    heard: tuple[str, ...] = ()


@dataclass(frozen=True)
class Measure:
    """One row of the table. `thing` is what it is called in a sentence, `paper` what an officer holds in the hand, `page` the page of guidance.

    `states` are its own states by the register's word for each: one that is not there cannot be. `proofs` are the points of a breach with their titles.
    `changes` are what may be done to it by a later version, `unverified` what the sources do not settle, `whose` who makes, changes and confirms it, `hearing` what its next hearing is called. `endings` are the ways in which it may end before its time.
    """

    kind: Kind
    name: str
    short: str
    thing: str
    paper: str
    page: str
    made_by: Fact
    test: Fact
    length: Fact
    consequence: Consequence
    breach: Fact
    power: Power
    arrest: Fact
    states: Mapping[str, str]
    endings: tuple[Ending, ...]
    proofs: tuple[tuple[Proof, str], ...]
    fields: tuple[Field, ...]
    span: Span = field(default_factory=Span)
    duties: tuple[Duty, ...] = ()
    changes: frozenset[str] = frozenset()
    notes: tuple[Fact, ...] = ()
    unverified: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    whose: str = COURT
    hearing: str = "return hearing"
    article: str = "a"

    @property
    def with_article(self) -> str:
        """`a non-molestation order`."""
        return f"{self.article} {self.name}".strip()

    @property
    def confirmed_by(self) -> str:
        """`the court's`: whose word says that it ran."""
        return f"{self.whose}'s"


def fact_words(one: Fact) -> str:
    """With its source; what is not verified is said so."""
    source = "not verified: check before you rely on it" if one.mark is Mark.UNVERIFIED else one.source
    return f"{one.words[:-1]} ({source})." if one.words.endswith(".") else f"{one.words} ({source})"
