"""R10: the briefing for a visit to the respondent, what the respondent said as evidence of awareness, and nothing of the protected person on any of it."""

from datetime import timedelta
from io import BytesIO

import orjson
import pytest
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError

from bot.cards.visit_lists import visit_list_card
from bot.offers import Offer
from domain.audit import AuditKind
from domain.contacts import Outcome
from domain.conversations import NOT_LIVE, TEAMS
from domain.evidence import EvidenceKind, How
from domain.officers import Officer
from domain.orders import PartyRole
from domain.papers import Condition
from services import contacts
from services.visit_lists import take_sheet
from storage.work import Database
from tests.breaches import terms_of
from tests.fakes.chat import Chat
from tests.local import Beat
from tests.orders import a_party
from tests.people import NEIGHBOUR, RESPONSE, VLO
from tests.saved_files import saved_file
from tests.trail import trail_of

DAY = timedelta(days=1)
OPENS = "7KDR-93MX-HTWQ-2CFG"
HOME = "3 Cobbler's Yard"
OWN = (
    Condition("1", "The respondent must not use or threaten violence against the applicant."),
    Condition("2", f"The respondent must not go to {HOME}, Ambermere, ZZ2 7QD."),
    Condition("3", "The respondent must not instruct, encourage or suggest that anyone else contacts the applicant."),
)


@pytest.fixture
async def beat(embedded: Database) -> Beat:
    made = Beat(embedded)
    order = made.an_order(conditions_checked=True, has_document=True)
    await made.hold(order)
    async with embedded.work() as uow:
        await uow.terms.note(terms_of(order, *OWN))
    return made


async def briefed(beat: Beat) -> tuple[Chat, list[str]]:
    chat = beat.chat(NEIGHBOUR)
    return chat, await chat.say(f"plan a visit to {beat.order.reference}")


async def test_r10_the_briefing_has_the_terms_word_for_word_and_what_to_say_and_ask(beat: Beat) -> None:
    _, said = await briefed(beat)
    assert "1. The respondent must not use or threaten violence against the applicant." in said
    assert "3. The respondent must not instruct, encourage or suggest that anyone else contacts the applicant." in said
    told = " ".join(said)
    assert "Only the court can vary or discharge the order: the respondent applies to the court (Family Court at Ambermere)." in told
    assert "Contact through anybody else counts too, where a term says so" in told
    assert "The protected person cannot agree it away" in told
    assert "What would help to keep to it" in told
    assert "In force on what the court last told us. Last confirmed with the court on 2 June 2026." in told
    assert "14 Larkfield Row, Ambermere, ZZ1 4AB" in said


async def test_r10_terms_that_nobody_has_checked_are_not_taken_along(embedded: Database) -> None:
    beat = Beat(embedded)
    await beat.hold(beat.an_order())
    _, said = await briefed(beat)
    assert (
        "The terms are not yet checked against the sealed order: take none along from here. Go by the sealed order, or ask the orders desk."
        in said
    )


async def test_r10_the_protected_persons_home_is_on_nothing_of_the_visit(beat: Beat) -> None:
    chat, _ = await briefed(beat)
    await chat.press("Record the visit")
    await chat.press("Keep", outcome="explained", said=f"I was at {HOME.upper()} on Friday", support="none at zz27qd")
    await chat.say("patrol list")
    await chat.say("orders on my beat")
    shown = orjson.dumps(chat.activities).decode().casefold()
    assert [part for part in ("cobbler", "zz2 7qd", "zz27qd", "07700 900456", "jane.marlow") if part in shown] == []
    assert "withheld" in shown


async def test_r10_a_term_that_may_name_a_secret_address_is_left_to_the_sealed_order(embedded: Database) -> None:
    beat = Beat(embedded)
    secret = a_party(role=PartyRole.APPLICANT, address1=None, address2=None, postcode=None, withheld=frozenset({"address"}))
    order = beat.an_order(applicant=secret, conditions_checked=True, has_document=True)
    await beat.hold(order)
    async with embedded.work() as uow:
        await uow.terms.note(terms_of(order, *OWN))
    _, said = await briefed(beat)
    assert [word for word in said if "Cobbler" in word] == []
    assert "1. The respondent must not use or threaten violence against the applicant." in said
    assert any(word.startswith("2. A term stands only in the sealed order") for word in said)


async def test_r10_what_the_protected_person_said_is_on_nothing_of_the_visit(beat: Beat) -> None:
    plan = await beat.plan()
    await contacts.record_contact(beat.database.work, beat.clock, VLO, plan.id, Outcome.SPOKE_SAFE, "canary of hers")
    chat, _ = await briefed(beat)
    await chat.press("Record the visit")
    await chat.press("Keep", outcome="explained")
    await chat.say("patrol list")
    assert "canary" not in orjson.dumps(chat.activities).decode()


async def test_r10_where_the_respondent_is_protected_elsewhere_the_home_is_not_told(embedded: Database) -> None:
    beat = Beat(embedded)
    ours = beat.an_order()
    theirs = beat.an_order(
        "ZZ9 9ZZ",
        respondent=a_party(surname="Marlow", forenames="Jane", dob=ours.applicant.dob, postcode="ZZ9 9ZZ"),
        applicant=a_party(role=PartyRole.APPLICANT, surname="Smith", forenames="John", dob=ours.respondent.dob),
    )
    await beat.hold(ours, theirs)
    _, said = await briefed(beat)
    assert ("confidential: ask the orders desk" in said, [word for word in said if "Larkfield" in word]) == (True, [])


async def test_r10_what_the_respondent_said_is_evidence_of_awareness_on_the_order(beat: Beat) -> None:
    chat, _ = await briefed(beat)
    await chat.press("Record the visit")
    await chat.press("Keep", outcome="explained", said="I got the papers in court", support="housing")
    async with beat.database.reading() as uow:
        held = await uow.evidence.of_order(beat.order.id)
    assert sorted((one.kind, one.how, one.by_whom, one.words, one.at) for one in held) == [
        (EvidenceKind.AWARENESS, How.OWN_WORDS, NEIGHBOUR.name, "I got the papers in court", beat.clock()),
        (EvidenceKind.AWARENESS, How.TOLD_BY_OFFICER, NEIGHBOUR.name, "", beat.clock()),
    ]
    looked_up = await beat.chat(RESPONSE).say(f"find {beat.order.reference}")
    assert [word for word in looked_up if word.startswith("Awareness: the respondent's own words or messages")]
    again = await beat.chat(NEIGHBOUR, "again").say(f"visit {beat.order.reference}")
    assert ("Said: I got the papers in court" in again, "Would help: housing" in again) == (True, True)


async def test_r10_nobody_met_is_evidence_of_nothing(beat: Beat) -> None:
    chat, _ = await briefed(beat)
    await chat.press("Record the visit")
    await chat.press("Keep", outcome="not_in", said="a neighbour said so")
    async with beat.database.reading() as uow:
        assert await uow.evidence.of_order(beat.order.id) == []


async def test_r10_an_outcome_is_needed_and_nothing_is_kept_without_one(beat: Beat) -> None:
    chat, _ = await briefed(beat)
    await chat.press("Record the visit")
    assert await chat.press("Keep", said="words") == ["Choose what came of the visit."]
    assert "Met, and would not talk" in " ".join(await chat.press("Keep", outcome="declined"))


async def test_r10_the_list_of_a_shift_is_a_card_and_where_files_are_given_a_sheet(beat: Beat) -> None:
    chat, _ = await briefed(beat)
    beat.clock.advance(10 * DAY)
    said = await chat.say("patrol list for riverside")
    assert said[1:4] == [
        "Visits to respondents: Riverside",
        "1 visit is owed within a week; the most pressing first.",
        beat.order.reference,
    ]
    (sheet,) = [one for one in chat.cards[-1]["actions"] if one["title"] == "Save the sheet (PDF)"]
    assert sheet["verb"] == "take-file"


@pytest.mark.parametrize("line", ["visits", "my visits", "visits due", "show me the visits", "any visits today?", "what visits are due"])
async def test_r10_visits_alone_are_the_list_of_whoever_makes_them(beat: Beat, line: str) -> None:
    await briefed(beat)
    assert "Visits to respondents: Riverside" in await beat.chat(NEIGHBOUR, "own").say(line)


async def test_r10_visits_alone_are_contacts_to_whoever_keeps_those(beat: Beat) -> None:
    said = await beat.chat(VLO, "liaison").say("my visits")
    assert ("Contacts due" in said, [words for words in said if words.startswith("Visits to respondents")]) == (True, [])


async def saved(beat: Beat, officer: Officer) -> tuple[int, str, bytes]:
    """The press for the sheet, over HTTP, by that officer at the chat page."""
    beat.database.policy = lambda: beat.policy
    return await saved_file(beat.database, beat.clock, officer, "visit:sheet", area="riverside", opens=OPENS)


async def test_r10_the_sheet_is_saved_over_http_and_holds_nothing_of_the_protected_person(beat: Beat) -> None:
    await briefed(beat)
    beat.clock.advance(10 * DAY)
    status, called, content = await saved(beat, NEIGHBOUR)
    assert (status, called) == (200, 'attachment; filename="visits-2026-11-30.pdf"')
    pages = PdfReader(BytesIO(content), password=OPENS).pages
    told = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert beat.order.reference in told
    assert "14 Larkfield Row, Ambermere, ZZ1 4AB" in told
    assert "1. The respondent must not use or threaten violence against the applicant." in told
    assert told.count("OFFICIAL-SENSITIVE") == 2 * len(pages)
    assert [part for part in ("Cobbler", "ZZ2", "Marlow", "07700 900456") if part in told] == []
    (line,) = [one for one in await trail_of(beat.database) if one.event == "visit:list:printed"]
    assert (line.kind, line.recipient, line.channel) == (AuditKind.DISCLOSURE, str(NEIGHBOUR.id), "webchat")


async def test_r10_a_sheet_left_in_a_folder_opens_for_nobody_without_what_the_card_said(beat: Beat) -> None:
    await briefed(beat)
    beat.clock.advance(10 * DAY)
    chat = beat.chat(NEIGHBOUR, "again")
    said = await chat.say("patrol list for riverside")
    (opens,) = [word.rpartition(" ")[2] for word in said if word.startswith("The sheet is sealed.")]
    async with beat.database.work() as uow:
        press = await uow.actions.take(chat.buttons["Save the sheet (PDF)"], NEIGHBOUR.id, f"again-{NEIGHBOUR.id}", beat.clock())
    assert press.details == {"area": "riverside", "opens": opens}
    _, _, content = await saved(beat, NEIGHBOUR)
    assert (PdfReader(BytesIO(content)).is_encrypted, b"Larkfield" in content) == (True, False)
    with pytest.raises(FileNotDecryptedError):
        PdfReader(BytesIO(content)).pages[0].extract_text()


async def test_r10_a_card_that_says_nothing_to_open_a_sheet_with_gives_none(beat: Beat) -> None:
    await briefed(beat)
    beat.database.policy = lambda: beat.policy
    status, _, answer = await saved_file(beat.database, beat.clock, NEIGHBOUR, "visit:sheet", area="riverside")
    assert (status, NOT_LIVE in answer.decode()) == (409, True)
    assert [one for one in await trail_of(beat.database) if one.event == "visit:list:printed"] == []


async def test_r10_who_makes_no_visits_is_given_no_sheet(beat: Beat) -> None:
    await briefed(beat)
    assert (await saved(beat, VLO))[0] == 403


async def test_r10_no_sheet_is_given_through_teams(beat: Beat) -> None:
    await briefed(beat)
    beat.clock.advance(10 * DAY)
    found = await take_sheet(beat.database.work, beat.clock, NEIGHBOUR, lambda: beat.policy)
    offer = Offer(NEIGHBOUR.id, "teams", beat.clock())
    drawn = visit_list_card(found, "", offer, beat.clock(), TEAMS)
    assert (drawn["actions"], [one.verb for one in offer.actions]) == ([], ["visit:open"])
