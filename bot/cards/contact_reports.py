"""The card of the weekly report: a picture where it can be shown, the same figures as words under it, and who waits longest."""

from datetime import datetime, timedelta

from bot.cards.parts import Card, button, card, facts, heading, line
from bot.charts import chart_path, kept_words, words_of
from bot.offers import Offer
from domain.contact_reports import RISKS, of_risks
from domain.conversations import WEB
from domain.london import deadline, long_date
from services.contact_reports import TeamReport, WeekReport
from services.contacts import OwedContact

MEANING = "On time: made, or tried without an answer, no later than it had to be. A risk that was not assessed counts as high."
NOBODY_WAITS = "Nobody is overdue now."
_DAY = timedelta(days=1)


def report_card(report: WeekReport, offer: Offer, now: datetime, channel: str) -> Card:
    kept = of_risks(report.kept)
    body = [heading("Contacts of the week"), line(f"Monday {long_date(report.week.first)} to Sunday {long_date(report.week.last)}.")]
    if channel == WEB:
        body.append({"type": "Image", "url": chart_path(kept), "altText": words_of(kept), "size": "Stretch"})
    body.append(facts([(f"{risk.value.capitalize()} risk", kept_words(kept[risk])) for risk in RISKS]))
    for team in report.teams:
        body += _of_team(team)
    body.append(line("Waiting longest" if report.waiting else NOBODY_WAITS, strong=True))
    for one in report.waiting:
        body.append(facts([(one.order.reference, waiting_words(one, now))]))
    body.append(line(MEANING, quiet=True))
    opens = [button(f"Open {one.order.reference}", offer.press("contact:open", str(one.plan.id))) for one in report.waiting]
    return card(body, [*opens, button("Who is waiting", offer.press("list:board"))])


def waiting_words(one: OwedContact, now: datetime) -> str:
    late = now - one.plan.due.must_by
    hours = int(late / timedelta(hours=1))
    long = f"{late // _DAY} days" if late >= 2 * _DAY else f"{hours} hours" if hours != 1 else "1 hour"
    return f"{long} overdue, had to be done by {deadline(one.plan.due.must_by)}; {one.owner or 'nobody has it'}"


def _of_team(team: TeamReport) -> list[Card]:
    rows = [(f"{risk.value.capitalize()} risk", kept_words(team.kept[risk])) for risk in RISKS if risk in team.kept]
    counts = [("Overdue now", str(team.overdue)), ("No answer in the week", str(team.unanswered))]
    return [line(f"{team.team.capitalize()} team" if team.team else "No owner", strong=True), facts([*rows, *counts])]
