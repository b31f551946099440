"""Why somebody is to be looked up, in one press."""

from collections.abc import Sequence

from bot.cards.parts import Card, button, card, heading, line, text_input
from bot.offers import Offer
from domain.policies import Policy, Reason

WHY = "Why do you need this?"
KEPT = 'Press one, or type its number. It is kept with each look-up. For the next incident type "new incident".'
EACH_TIME = "The address of the protected person needs a reason each time. It is shown for one minute; that it was, and why, is kept in the audit trail."
WHICH = "which"
WHICH_LABEL = "Say which, in a few words"
LIMIT = 200
ROW = 6


def reason_card(policy: Policy, offer: Offer, subject: str = "", **then: str) -> Card:
    """`then` says what goes on once the reason is given; it holds ids, times and codes only."""
    minutes = int(policy.reason_lasts.total_seconds()) // 60
    words = f"Asked once an incident, and again after {minutes} minutes. {KEPT}"
    return _listed(policy.reasons, words, [offer.press_once("reason:give", subject, code=one.code, **then) for one in policy.reasons])


def address_reason_card(policy: Policy, offer: Offer, order_id: str) -> Card:
    """Before the protected person's address."""
    presses = [offer.press_once("address:show", order_id, code=one.code) for one in policy.reasons]
    return _listed(policy.reasons, EACH_TIME, presses)


def which_card(offer: Offer, subject: str = "", verb: str = "reason:give", **then: str) -> Card:
    """For a reason that is not on the list; `then` is that of the press before."""
    which = text_input(WHICH, WHICH_LABEL, required="Write a few words.", limit=LIMIT)
    presses = [button("Go on", offer.press_once(verb, subject, **then, which="asked"))]
    return card([heading(WHY), which], presses, speak=WHY, marked=False)


def _listed(reasons: Sequence[Reason], words: str, presses: Sequence[dict[str, str]]) -> Card:
    """A client shows six buttons in one row of them, and hides the others."""
    buttons = [button(one.words, press) for one, press in zip(reasons, presses, strict=True)]
    row = [{"type": "ActionSet", "actions": buttons[:ROW]}] if len(buttons) > ROW else []
    return card([heading(WHY), line(words), *row], buttons[ROW:] if row else buttons, speak=WHY, marked=False)
