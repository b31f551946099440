"""R19: what is disclosed of the respondent says nothing of where the protected person is, nor what they told the police."""

import zipfile
from io import BytesIO

import orjson
import pytest

from bot.files.person import file_of_person
from domain.conversations import WEB
from domain.evidence import EvidenceKind, Given, How
from services import evidence
from services.person_exports import take_person
from storage.work import Database
from tests.breaches import BROKEN, DECIDED, HELD, KNOWN, NEXT, SAFE_NOW
from tests.people import DESK, RESPONSE
from tests.retention import Office, an_old_order

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
    """What stands in the file, the whole of it as words, and the names of its parts."""
    async with office.database.reading() as uow:
        (order,) = await uow.orders.by_case("1800000000000019")
    held = await take_person(office.database.work, office.clock, DESK, order.id, role, WEB)
    with zipfile.ZipFile(BytesIO(file_of_person(held, office.clock()).content)) as whole:
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


async def test_r19_the_protected_persons_own_export_is_whole_and_its_note_leaves_nothing_out(office: Office) -> None:
    held, words, parts = await exported(office, "applicant")
    assert parts == ["held.json", "papers/1-order.pdf"]
    assert "9 Saltmarsh Rise" in words
    assert "left out" not in str(held["note"])
