"""What is asked of a measure that an officer registers by hand: its kind, then what the table of measures has for that kind, and its people."""

from collections.abc import Iterator, Mapping

from domain.measure_table import ENTERED, MEASURES
from domain.measure_words import kind_words
from domain.measures import Field as Asked
from domain.measures import Kind, Measure
from domain.order_change_forms import Field
from domain.orders import PartyRole
from domain.party_questions import ASK_CONFIDENTIAL, CONFIDENTIAL, YES, asked_of_party
from domain.provenance import BY_HAND

# In the values of every draft of a measure: the reference of the order on whose people it is, empty where it is on nobody who is held.
BESIDE = "beside"
KIND = "kind"
NONE_ATTACHED = frozenset({"none", "no", "nil", "no power"})
SAME, OTHER = "same", "other"
PAST, AHEAD = "past", "ahead"
_KIND = Field(KIND, "Which measure?", required=True, reader=KIND, options=tuple((row.kind.value, kind_words(row.kind)) for row in ENTERED))
_LEARNED = Field("learned", "Where does it come from?", required=True, options=BY_HAND)
_PROTECTS = Field(
    "protects", "Whom does it protect?", options=((SAME, "The protected person of that order"), (OTHER, "Somebody else")), default=SAME
)
_NOTICE = (("without", "Without notice"), ("on", "On notice"))
_FIELDS = {
    Asked.MADE: Field(Asked.MADE.value, "When was it made or given? Day and time", required=True, reader=PAST),
    Asked.ENDS: Field(Asked.ENDS.value, "When does it end? Day and time, where it names an end", reader=AHEAD),
    Asked.HEARING: Field(Asked.HEARING.value, "Day of its hearing, where one is set"),
    Asked.MADE_BY: Field(Asked.MADE_BY.value, "Which court made it, or who gave it?"),
    Asked.NUMBER: Field(Asked.NUMBER.value, "Its case, notice or custody number"),
    Asked.NOTICE: Field(Asked.NOTICE.value, "Was it made without notice to the respondent?", options=_NOTICE),
    Asked.POWER_CLAUSES: Field(
        Asked.POWER_CLAUSES.value, "Which clauses have a power of arrest attached (2, 3), or none?", answers_none=True
    ),
    Asked.POWER_UNTIL: Field(Asked.POWER_UNTIL.value, "When does the power of arrest end, where sooner than the order?", reader=AHEAD),
    Asked.CONDITIONS: Field(Asked.CONDITIONS.value, "Its terms word for word, one a line, with their numbers", long=True),
}
_CONFIDENTIAL = Field("confidential", ASK_CONFIDENTIAL, options=CONFIDENTIAL, default=YES)


def is_measure(values: Mapping[str, str]) -> bool:
    return BESIDE in values


def row_of(values: Mapping[str, str]) -> Measure | None:
    """None while nobody has said which kind it is."""
    kind = values.get(_KIND.id, "")
    return MEASURES[Kind(kind)] if kind in set(Kind) else None


def measure_questions(values: Mapping[str, str]) -> tuple[Field, ...]:
    """In the sequence in which they are asked; until the kind is known that alone."""
    row = row_of(values)
    if row is None:
        return (_KIND,)
    terms = [_FIELDS[one] for one in row.fields if one is Asked.CONDITIONS]
    return (_KIND, _LEARNED, *(_FIELDS[one] for one in row.fields if one is not Asked.CONDITIONS), *_people(values), *terms)


def is_needless(asked: Field, values: Mapping[str, str]) -> bool:
    """Nobody is asked of a protected person whom an order that is held names already, nor when a power ends that no clause has."""
    of_other = asked.id.startswith("applicant_") or asked.id == _CONFIDENTIAL.id
    if of_other and values[BESIDE] and values.get(_PROTECTS.id, SAME) != OTHER:
        return True
    return asked.id == Asked.POWER_UNTIL and values.get(Asked.POWER_CLAUSES.value, "").casefold() in NONE_ATTACHED


def _people(values: Mapping[str, str]) -> Iterator[Field]:
    if values[BESIDE]:
        yield _PROTECTS
    else:
        yield from asked_of_party(PartyRole.RESPONDENT, {"surname"})
    yield from asked_of_party(PartyRole.APPLICANT, ())
    yield _CONFIDENTIAL
