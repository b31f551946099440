"""R19: what is disclosed of the respondent says nothing of where the protected person is, nor what they told the police."""

import zipfile
from datetime import datetime
from http import HTTPStatus
from io import BytesIO
from uuid import uuid4

import orjson
import pytest

from domain.evidence import EvidenceKind, Given, How
from domain.order_changes import ChangeKind, Recorded
from domain.orders import Order, PartyRole
from domain.same_person import PersonLink, Record, Word
from domain.transfers import Direction, Transfer
from domain.versions_told import VersionTold, of_force
from domain.visit_rules import VisitRules
from domain.visits import NoFurther, VisitMade, VisitOutcome, closed, plan_for
from services import evidence
from storage.work import Database
from tests.breaches import BROKEN, DECIDED, HELD, KNOWN, NEXT, SAFE_NOW
from tests.people import DESK, RESPONSE
from tests.retention import Office, an_old_order
from tests.saved_files import saved_file

TOLD_BY_THEM = {
    "happened": "I was hiding at my sister's, 9 Saltmarsh Rise, when they rang me",
    "when": "last night about ten",
    "where": "9 Saltmarsh Rise",
    "manner": "contact",
    "witnesses": "my sister Tamsin",
    "reported": "I rang from 07700 900789",
}
KNOWN_MORE = KNOWN | {"identity_more": "I know the voice, I heard it in Saltmarsh Rise"}
SAFE_MORE = SAFE_NOW | {"safeguarding_more": "moved on to Saltmarsh refuge"}
THEIRS = ("Saltmarsh", "07700 900789", "hiding", "Tamsin", "2 Bramblewick Close", "%PDF")


@pytest.fixture
async def office(embedded: Database) -> Office:
    """The register has one order, of which the protected person reported a breach, and said how the respondent knew of it."""
    office = Office(embedded)
    order = an_old_order(case_no="1800000000000019")
    await office.holds(order)
    given = Given(EvidenceKind.AWARENESS, How.OTHER, by_whom="Tamsin", words="I told them of it from Saltmarsh Rise")
    await evidence.add(office.database.work, office.clock, RESPONSE, order.id, given)
    chat = office.chat(RESPONSE, "told")
    await chat.say(order.reference)
    await chat.press("Record a breach")
    await chat.press("No")
    for page in (TOLD_BY_THEM, BROKEN, KNOWN_MORE, DECIDED, HELD, SAFE_MORE, NEXT):
        await chat.press("Next", **page)
    await chat.press("Send")
    return office


async def exported(office: Office, role: str) -> tuple[dict[str, object], str, list[str]]:
    """As it is saved at the chat page: what stands in the file, the whole of it as words, and the names of its parts."""
    async with office.database.reading() as uow:
        (order,) = await uow.orders.by_case("1800000000000019")
    status, _, content = await saved_file(office.database, office.clock, DESK, "retention:export", str(order.id), role=role)
    assert status == HTTPStatus.OK
    with zipfile.ZipFile(BytesIO(content)) as whole:
        words = "".join(whole.read(name).decode() for name in whole.namelist())
        return orjson.loads(whole.read("held.json")), words, whole.namelist()


async def test_r19_a_respondents_export_has_no_paper_and_nothing_that_the_protected_person_said(office: Office) -> None:
    _, words, parts = await exported(office, "respondent")
    assert parts == ["held.json"]
    assert [one for one in THEIRS if one in words] == []


async def test_r19_a_respondents_export_has_what_is_held_of_them_and_says_what_is_left_out(office: Office) -> None:
    held, words, _ = await exported(office, "respondent")
    assert "7 Bramblewick Row" in words
    assert "condition_3" in words
    assert "arrest_outstanding" in words
    assert "the court's papers" in str(held["note"])
    assert "what the protected person said" in str(held["note"])


async def test_r19_a_respondents_export_has_their_own_visits_and_none_of_the_protected_persons_transfers(office: Office) -> None:
    async with office.database.work() as uow:
        (order,) = await uow.orders.by_case("1800000000000019")
        plan = closed(plan_for(order, None, DESK.id, office.clock(), VisitRules()), NoFurther.RISK, DESK.id, office.clock())
        await uow.visits.add(plan)
        await uow.visits.note(
            VisitMade(uuid4(), plan.id, order.id, office.clock(), RESPONSE.id, VisitOutcome.EXPLAINED, "I will keep away")
        )
        given = Recorded(
            uuid4(), order.id, 1, ChangeKind.VARIED, DESK.id, office.clock(), order.provenance, (("Address", "x", "Saltmarsh"),)
        )
        await uow.order_changes.add(given)
        told = VersionTold(1, office.clock(), "extended", lines=(("Respondent: house and street", "x", "7 Bramblewick Row"),))
        await uow.versions_told.add(order.id, [of_force(told, "saltmarsh", "Saltmarsh Constabulary")])
        await uow.transfers.add_sent(a_transfer(order, office.clock()), b"sealed", None)
    _, words, _ = await exported(office, "respondent")
    assert "I will keep away" in words
    assert ("order_changes" in words, "versions_told" in words, "Saltmarsh" in words, '"risk"' in words) == (True, True, False, False)
    _, words, _ = await exported(office, "applicant")
    assert ("house and street" in words, "Bramblewick Row" in words) == (True, False)
    assert "I will keep away" not in words
    assert [one for one in ("Saltmarsh Constabulary", '"tasks"', '"victim_updates"', "Address") if one not in words] == []


def a_transfer(order: Order, at: datetime) -> Transfer:
    other = "Saltmarsh Constabulary"
    return Transfer(uuid4(), order.force, "TR-7F3K2D", Direction.OUT, "saltmarsh", other, at, at, "Sam Salt", orders=(order.id,))


async def test_r19_links_of_the_person_with_other_records_are_told_on_both_sides(office: Office) -> None:
    async with office.database.work() as uow:
        (order,) = await uow.orders.by_case("1800000000000019")
    other = an_old_order(case_no="1800000000000020")
    await office.holds(other)
    async with office.database.work() as uow:
        for role in PartyRole:
            await uow.same_person.note(PersonLink(Record(order.id, role), Record(other.id, role), Word.SAME, DESK.id, office.clock()))
    told = [(await exported(office, role))[0]["records"] for role in ("respondent", "applicant")]
    assert [len(records[0]["person_links"]) for records in told] == [1, 1]  # type: ignore[index]  # plain JSON


async def test_r19_the_protected_persons_own_export_is_whole_and_its_note_leaves_nothing_out(office: Office) -> None:
    held, words, parts = await exported(office, "applicant")
    assert parts == ["held.json", "papers/1-order.pdf"]
    assert "9 Saltmarsh Rise" in words
    assert "left out" not in str(held["note"])
