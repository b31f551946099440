"""Where what the register holds was learned: of an order as a whole, and of each change to it."""

from enum import StrEnum


class Provenance(StrEnum):
    COURT_FEED = "court_feed"
    COURT_EMAIL = "court_email"
    COURT_PHONE = "court_phone"
    SEALED_ORDER = "sealed_order"
    SOLICITOR = "solicitor"
    APPLICANT_COPY = "applicant_copy"
    OFFICER = "officer"
    OTHER_FORCE = "other_force"


PROVENANCE_WORDS: dict[Provenance, str] = {
    Provenance.COURT_FEED: "court feed",
    Provenance.COURT_EMAIL: "e-mail from the court",
    Provenance.COURT_PHONE: "the court, by telephone",
    Provenance.SEALED_ORDER: "the sealed order itself",
    Provenance.SOLICITOR: "solicitor",
    Provenance.APPLICANT_COPY: "the applicant's own copy",
    Provenance.OFFICER: "officer, shown the paper or present",
    Provenance.OTHER_FORCE: "another force",
}
# What comes from the court itself confirms the record with the court.
FROM_COURT = frozenset({Provenance.COURT_FEED, Provenance.COURT_EMAIL, Provenance.COURT_PHONE, Provenance.SEALED_ORDER})
BY_HAND: tuple[tuple[str, str], ...] = tuple(
    (one.value, words[0].upper() + words[1:]) for one, words in PROVENANCE_WORDS.items() if one is not Provenance.COURT_FEED
)
