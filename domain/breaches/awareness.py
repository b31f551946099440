"""Reads out of an officer's own words how the respondent came to know of the order; what is denied, doubted or asked is none of it."""

import re
from collections.abc import Iterator

from domain.denials import done

_HIM = r"(?:him|her|them|(?:the )?(?:respondent|suspect|defendant))"
_HE = r"(?:he|she|they|(?:the )?(?:respondent|suspect|defendant))"
_HAS = r"(?:(?:has|have|had|also|just|then|already|previously) )*"
_CALLED = r"(?: (?!told|informed|advised|notified)[a-z']+){0,2}"
_OFFICER = rf"(?:police|(?:the |an? |another |attending |custody )?(?:officers?|sergeant|constable|colleagues?)|(?:pc|ps|dc|ds|pcso|sgt|insp){_CALLED})"
# "I" and "we" are the officer's where a sentence begins with them, and somebody's who is quoted elsewhere.
_POLICE = rf"(?:{_OFFICER}|^(?:i|we))"
_LAWYER = r"(?:(?:the |an? |his |her |their |applicant's )*(?:solicitors?|lawyers?|barrister|counsel))"
_COURT = r"(?:(?:the )?(?:court|judge|magistrates?|usher|court (?:staff|officer|clerk)))"
_INFORMED = r"(?:told|informed|advised|notified)"
_OF_IT = r"(?: (?:of|about) (?:it|this|the order|an order|his order|her order))?"
_BY = rf"{_INFORMED}{_OF_IT} by"
_PHONE = r"(?:on|over|by|via) (?:the )?(?:phone|telephone|mobile)"
# What follows "told him" is of the order, or says when, where and how; "told him he was under arrest" is of something else.
_GOES_ON = (
    r"(?=$| (?:about|of|on|over|via|at|in|by|when|while|during|before|after|yesterday|today|last|this|face|personally|verbally|the order|an order|there|not to|\d"
    r"|that (?:there|the order|an order|it|he must not|she must not)))"
)
_TOLD_HIM = rf"{_HAS}{_INFORMED} {_HIM}\b{_GOES_ON}"
_SAYS = rf"{_HAS}(?:said|says|admitted|admits|shouted|texted|wrote|replied|told (?:me|us|officers?|police))(?: that)?"
_KNOWS = rf"{_HAS}(?:all )?(?:know|knew|knows|am aware|is aware|was aware|i'm aware) (?:about|of|there (?:is|was)|that there (?:is|was)|the order)\b"
_NOT_THIS = re.compile(
    r"\b(?:divorce|eviction|custody|financial|tenancy|child arrangements|non-?payment) (?:papers|petition|notice|order|application)"
    r"|\bserved (?:on|to|upon) (?:her|(?:the |her |his )?(?:applicant|victim|complainant|protected person|mum|mother|wife|family|neighbours?|solicitors?))\b"
)
_SIGNS = (
    ("told_by_court", re.compile(rf"\b{_COURT} {_TOLD_HIM}|\b{_BY} {_COURT}\b")),
    ("told_by_police", re.compile(rf"\b{_POLICE} {_TOLD_HIM}|\b{_BY} {_OFFICER}\b")),
    ("told_by_solicitor", re.compile(rf"\b{_LAWYER} {_TOLD_HIM}|\b{_LAWYER} {_HAS}{_INFORMED}$|\b{_BY} {_LAWYER}\b")),
    (
        "told_by_phone",
        re.compile(
            rf"(?:^|\b(?:was|were|been|being|got) ){_INFORMED}{_OF_IT} {_PHONE}\b|\b(?:{_POLICE}|{_COURT}|{_LAWYER}) {_TOLD_HIM}{_OF_IT} {_PHONE}\b"
            rf"|\b{_BY} (?:{_OFFICER}|{_COURT}|{_LAWYER}) {_PHONE}\b"
        ),
    ),
    # The same person speaks and knows: "she said he knew" is somebody else's word for it.
    (
        "own_words",
        re.compile(
            rf"\b(?P<who>he|she|they) {_SAYS} (?:i|(?P=who)) {_KNOWS}|\b(?:respondent|suspect|defendant) {_SAYS} (?:i|he|she|they) {_KNOWS}"
        ),
    ),
    ("in_court", re.compile(rf"\b{_HE} {_HAS}(?:was|were|attended|appeared)(?: (?:at|in|before))*(?: the)? (?:court|hearing|judge)\b")),
)


def of_this_order(typed: str) -> Iterator[str]:
    """What is said to have been done, apart from papers of another kind and from what was served on somebody else."""
    return (piece for piece in done(typed) if not _NOT_THIS.search(piece))


def sources_told(typed: str) -> Iterator[str]:
    """Each way in which the words say it; the ids are those of the question's choices."""
    pieces = [piece.strip() for piece in of_this_order(typed)]
    for id, sign in _SIGNS:
        if any(sign.search(piece) for piece in pieces):
            yield id
