"""What a court's paper says, as far as it could be read: a draft that counts for nothing until a person has checked it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Term(StrEnum):
    """What is read from the paper beside its conditions."""

    CASE_NO = "case_no"
    COURT = "court"
    APPLICANT = "applicant"
    RESPONDENT = "respondent"
    RESPONDENT_DOB = "respondent_dob"
    MADE_ON = "made_on"
    NOTICE = "notice"
    END = "end"
    ENDS_ON = "ends_on"
    ENDS_AT = "ends_at"
    HEARING_ON = "hearing_on"
    HEARING_AT = "hearing_at"
    HEARING_COURT = "hearing_court"
    OCCUPATION = "occupation"
    PENAL_NOTICE = "penal_notice"
    SERVICE = "service"


class Notice(StrEnum):
    WITHOUT = "without"
    ON = "on"


class End(StrEnum):
    FIXED = "fixed"
    NEXT_HEARING = "next_hearing"
    FURTHER_ORDER = "further_order"
    NO_FIXED = "no_fixed"


class Occupation(StrEnum):
    """An occupation order on the same paper; POWER is one with a power of arrest."""

    POWER = "power"
    NO_POWER = "no_power"


class NotRead(StrEnum):
    """Why nothing could be read of a paper."""

    ENCRYPTED = "it is locked with a password"
    BROKEN = "the file is broken or no PDF"
    TOO_LARGE = "it is larger than can be read here"
    TOO_LONG = "it has more pages than can be read here"
    TOO_SLOW = "reading it takes too long"
    IMAGES = "it holds pictures of pages and no text"
    WELSH = "no English text was found in it"


@dataclass(frozen=True)
class Read:
    """A value (days and times in ISO form) and the words of the paper that it was read from."""

    value: str
    words: str


@dataclass(frozen=True)
class Condition:
    """One prohibition word for word; `number` as on the paper, empty where the paper gives none; `lead` opens a list that it stands in."""

    number: str
    words: str
    lead: str = ""


@dataclass(frozen=True)
class Draft:
    """A term that is missing was not read: nothing is guessed. `doubts` say what the reader should look at first."""

    terms: Mapping[Term, Read] = field(default_factory=dict)
    conditions: tuple[Condition, ...] = ()
    exceptions: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    not_read: NotRead | None = None

    def value(self, term: Term) -> str | None:
        read = self.terms.get(term)
        return None if read is None else read.value
