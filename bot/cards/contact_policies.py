"""The force's policy of contact as a card: one table for all risks, each row once, in the words of its file."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.cards.parts import Card, card, facts, heading, line
from domain.contact_policies import RISKS, steps_words
from domain.contact_words import RISK_WORDS
from domain.contacts import Cadence
from domain.policies import Policy

TITLE = "Contact policy"
NO_FILE = "Your force has no file of policy: these are the values of the house."
PROPOSED = "No national figure says how often to contact a protected person: these times are your force's own, to be signed off locally."
WITHIN = "A contact must be made within each time, reminded of at once or on the morning before. An event brings a contact forward and never puts one off."
UNASSESSED = "Where nobody has assessed the risk it counts as high."


def contact_policy_card(policy: Policy) -> Card:
    version = f"Version {policy.version} of your force's file." if policy.version else NO_FILE
    rhythms = [policy.contacts[risk] for risk in RISKS]
    tables = zip(*map(_table, rhythms), strict=True)
    rows = [(of_each[0][0], _by_risk([words for _, words in of_each])) for of_each in tables]
    told = [line(version, strong=True), line(WITHIN), line(UNASSESSED), facts([*rows[:2], *_events(rhythms), *rows[2:]])]
    return card([heading(TITLE), *told, line(PROPOSED, quiet=True)], speak=f"{TITLE}.", marked=False)


def _table(one: Cadence) -> list[tuple[str, str]]:
    fewest, most = one.agreed_days
    return [
        ("Order known", steps_words(one.order_known)),
        ("Breach", steps_words(one.breach)),
        ("Routine", f"every {_days(one.routine_days)}"),
        ("Days that may be agreed", f"{fewest} to {_days(most)}"),
        ("Before the end", _listed(one.near_expiry_days)),
        ("Around a hearing", f"{_listed(one.before_hearing_days)} before, {_days(one.after_hearing_days)} after"),
        ("No answer: tried again after", steps_words((one.try_again,))),
        ("Longest pause", _days(one.longest_pause_days)),
        ("No contact wanted: looked at again after", _days(one.decline_review_days)),
        ("Closed days", "the contact is made before them" if one.skips_closed_days else "worked like any other"),
    ]


def _events(rhythms: Sequence[Cadence]) -> Iterator[tuple[str, str]]:
    """What has the same times at every risk stands in one row."""
    alike: dict[str, list[str]] = {}
    for event in rhythms[0].events:
        alike.setdefault(_by_risk([steps_words(one.events[event]) for one in rhythms]), []).append(event.value.replace("_", " "))
    yield from ((", ".join(names).capitalize(), words) for words, names in alike.items())


def _by_risk(words: Sequence[str]) -> str:
    """`high: same day; medium and standard: 24 hours`; once where all are the same."""
    if len(set(words)) == 1:
        return words[0]
    each = groupby(zip(words, RISKS, strict=True), lambda one: one[0])
    return "; ".join(f"{' and '.join(RISK_WORDS[risk] for _, risk in same)}: {said}" for said, same in each)


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _listed(days: tuple[int, ...]) -> str:
    return f"{', '.join(map(str, days[:-1]))}{', ' if days[1:] else ''}{_days(days[-1])}"
