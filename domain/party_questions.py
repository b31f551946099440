"""What is asked of the people of anything that an officer registers by hand: an order, or another measure."""

from collections.abc import Iterable

from domain.order_change_forms import Field
from domain.orders import PartyRole

YES, NO = "yes", "no"
ASK_CONFIDENTIAL = "Are the protected person's address and telephone confidential?"
CONFIDENTIAL = ((YES, "Yes, or not known"), (NO, "No"))
_ASKED = {
    PartyRole.RESPONDENT: (
        ("forenames", "Respondent: forenames"),
        ("surname", "Respondent: surname"),
        ("dob", "Respondent: date of birth"),
        ("address1", "Respondent: house and street"),
        ("postcode", "Respondent: postcode"),
        ("phone", "Respondent: telephone"),
    ),
    PartyRole.APPLICANT: (
        ("forenames", "Protected person (applicant): forenames"),
        ("surname", "Protected person: surname"),
        ("dob", "Protected person: date of birth"),
        ("address1", "Protected person: house and street"),
        ("postcode", "Protected person: postcode"),
        ("phone", "Protected person: telephone that is safe"),
        ("safe_time", "Protected person: safe time to call"),
    ),
}


def asked_of_party(role: PartyRole, needed: Iterable[str]) -> tuple[Field, ...]:
    """`needed` are the particulars without which nothing is saved."""
    return tuple(Field(f"{role.value}_{name}", ask, required=name in needed) for name, ask in _ASKED[role])
