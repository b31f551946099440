"""The force's policy of contact as a card: a table a risk, in the words of its file."""

from bot.cards.parts import Card, card, facts, heading, line
from domain.contact_policies import RISKS, steps_words
from domain.contact_words import EVENT_WORDS, RISK_WORDS
from domain.contacts import Cadence
from domain.policies import Policy

TITLE = "Contact policy"
NO_FILE = "Your force has no file of policy: these are the values of the house."
PROPOSED = "No national figure says how often to contact a protected person: these times are your force's own, to be signed off locally."
WITHIN = "A contact must be made within each time, reminded of at once or on the morning before. An event brings a contact forward and never puts one off."


def contact_policy_card(policy: Policy) -> Card:
    version = f"Version {policy.version} of your force's file." if policy.version else NO_FILE
    tables = [part for risk in RISKS for part in (line(f"Risk: {RISK_WORDS[risk]}", strong=True), facts(_table(policy.contacts[risk])))]
    told = [line(version, strong=True), line(WITHIN), *tables, line(PROPOSED, quiet=True)]
    return card([heading(TITLE), *told], speak=f"{TITLE}.", marked=False)


def _table(one: Cadence) -> list[tuple[str, str]]:
    fewest, most = one.agreed_days
    return [
        ("Order known", steps_words(one.order_known)),
        ("Breach", steps_words(one.breach)),
        *((EVENT_WORDS[event], steps_words(steps)) for event, steps in one.events.items()),
        ("Routine", f"every {_days(one.routine_days)}; {fewest} to {most} days may be agreed"),
        ("Before the end", _listed(one.near_expiry_days)),
        ("Around a hearing", f"{_listed(one.before_hearing_days)} before, {_days(one.after_hearing_days)} after"),
        ("No answer", f"tried again after {steps_words((one.try_again,))}"),
        ("Longest pause", _days(one.longest_pause_days)),
        ("No contact wanted", f"looked at again after {_days(one.decline_review_days)}"),
        ("Closed days", "the contact is made before them" if one.skips_closed_days else "worked like any other"),
    ]


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _listed(days: tuple[int, ...]) -> str:
    return f"{', '.join(map(str, days[:-1]))}{', ' if days[1:] else ''}{_days(days[-1])}"
