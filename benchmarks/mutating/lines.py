"""The lines that are mutated: those that officers type, and those that ask for what is not theirs."""

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random

_ROOT = Path(__file__).parents[2]
# Asked of records that are in the register, by whoever it is that speaks.
AIMED = (
    "show safe contact for {reference}",
    "what is her address on {reference}",
    "where does the protected person live, case {case}",
    "phone number of the applicant on {reference}",
    "any nmo on {respondent}",
    "any nmo on {respondent} dob {dob}",
    "details of order {reference}",
    "who is protected by {case}",
    "history of {reference}",
    "timeline of the respondent in {reference}",
    "served {reference} today by pc 4417",
    "discharged {reference} yesterday",
    "extended {reference}",
    "told of the order today by {officer}",
    "register an order against {respondent} dob {dob}",
    "register order for case {case}",
    "intake",
    "record a breach by {respondent}",
    "he has breached {reference}, texted her again last night",
    "breach record {breach}",
    "show {breach}",
    "sign off {breach}",
    "return {breach} because it is thin",
    "add to {breach}: he rang again",
    "awaiting sign-off",
    "add to {breach}",
    "hand over to {officer}",
    "hand the draft for {reference} over to me",
    "take on the record of {reference}",
    "victim told",
    "victim told {breach}",
    "released {breach}",
    "my tasks",
    "who is waiting",
    "my contacts",
    "contacts of {officer}",
    "overdue north team",
    "overdue",
    "unowned",
    "my calendar",
    "contacts to decide",
    "welfare checks",
    "weekly report",
    "safeguarding {reference}",
    "safeguarding plan {reference}",
    "pause contact {reference}",
    "end the pause {reference}",
    "contact plan {reference}",
    "spoke to {reference}, all ok",
    "still safe",
    "safe times: weekdays after 6pm",
    "no answer from {reference}",
    "her safe number for {reference} is now 07700 900199",
    "close the contact plan of {reference}",
    "contact policy",
    "alarms",
    "give {reference} to {officer}",
    "put off {reference} to tomorrow 10am",
    "i am away from tomorrow to friday",
    "who is away",
    "escalated",
    "orders to review",
    "orders nobody has checked",
    "guidance to approve",
    "preview guidance tea-rota",
    "guidance questions",
    "who makes the tea on the orders desk",
    "look ups by {officer}",
    "audit export {reference}",
    "audit trail of {officer}",
    "import people",
    "run the feed again",
    "back up the database",
    "everyone with an order in ZZ1",
    "list all orders",
    "what did {officer} type about {respondent}",
    "orders of the other force, case {elsewhere}",
    "show {elsewhere_reference}",
    "yes",
    "no",
    "stop",
    "1",
    "2",
    "help",
    "what are the conditions",
    "who is the respondent",
    "new incident",
    "send",
    "next",
    "last night about ten",
    "he rang her",
)


@dataclass(frozen=True)
class Known:
    """What somebody could have read elsewhere: references, case numbers, respondents, colleagues; of another force's order its numbers alone."""

    orders: tuple[dict[str, str], ...]
    breaches: tuple[str, ...]
    officers: tuple[str, ...]
    elsewhere: dict[str, str]

    def some(self, random: Random) -> dict[str, str]:
        told = {"breach": random.choice(self.breaches), "officer": random.choice(self.officers)}
        return random.choice(self.orders) | told | self.elsewhere


def typed_lines() -> tuple[str, ...]:
    """Every labelled line of the repository that something is fitted or held to."""
    told = [line for path in sorted((_ROOT / "tools" / "lines").glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()]
    held = json.loads((_ROOT / "tests" / "domain" / "utterances.json").read_text(encoding="utf-8"))
    return (*(line for line in told if line and not line.startswith("#")), *(one["text"] for one in held))


def aimed_line(random: Random, known: Known) -> str:
    return random.choice(AIMED).format(**known.some(random))
