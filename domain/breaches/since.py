"""What came after a record was sent, in the words in which a card and the text for the crime report tell it."""

from collections.abc import Iterator

from domain.breaches.drafts import page_of
from domain.breaches.signing import Addendum, Decision, Signing, SigningState, Verdict
from domain.london import long_moment

ADDED_SINCE = "Added since it was sent"
WORD_FOR_WORD = ", word for word"
STATES = {
    SigningState.AWAITING: "Awaits a supervisor's sign-off.",
    SigningState.SIGNED_OFF: "Signed off.",
    SigningState.RETURNED: "Returned by a supervisor: add to this record what the note asks for.",
}
_VERDICTS = {Verdict.SIGNED_OFF: "Signed off", Verdict.RETURNED: "Returned"}


def title_of(one: Addendum | Decision) -> str:
    when = f"by {one.who} on {long_moment(one.at)}"
    if isinstance(one, Decision):
        return f"{_VERDICTS[one.verdict]} {when}"
    about = "" if one.question is None else f", about '{page_of(one.question).title}'"
    return f"{one.number}. Added {when}{about}"


def typed_of(one: Addendum | Decision) -> str:
    return one.note if isinstance(one, Decision) else one.text


def since_words(signing: Signing) -> Iterator[str]:
    """Piece by piece: the sign-off as it stands, then a heading for each thing that was added or decided and all that was typed of it."""
    yield f"Sign off: {STATES[signing.state]}"
    if signing.history:
        yield f"{ADDED_SINCE}:"
    for one in signing.history:
        yield f"{title_of(one)}{WORD_FOR_WORD}:" if typed_of(one) else title_of(one)
        if typed_of(one):
            yield typed_of(one)
