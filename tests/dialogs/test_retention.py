"""Reviewing the keeping of records in the chat: holds, groups, what stops a disposal, and what an erasure leaves of a chat."""

import zipfile
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import orjson
import pytest

from bot.files.person import file_of_person
from domain.conversations import ERASED, WEB
from domain.errors import AssistantError, NotAllowed, NotFound
from domain.measure_duties import duties_when_made
from domain.measures import Kind
from domain.officers import Officer, Permission
from domain.policies import Policy
from domain.retention import HELD, MAY_BE_LIVE, MOVED_ON
from services.audits import export
from services.breach_tasks import BreachTasks
from services.erasing import GONE_ALREADY, erase_by_reference
from services.person_exports import take_person
from storage.work import Database
from tests.fakes.chat import Chat
from tests.orders import an_order
from tests.people import ADMIN, AUDITOR, DESK, RESPONSE, SUPERVISOR
from tests.retention import DUE, MADE, Office, an_old_order
from tests.trail import trail_of

REFUSED = "Your role does not include this. If it should, ask your supervisor or the force's administrator."


@pytest.fixture
async def office(embedded: Database) -> Office:
    office = Office(embedded)
    await office.holds(an_old_order())
    return office


async def reviewed(office: Office, window: str = "web") -> Chat:
    office.clock.now = DUE
    chat = office.chat(window=window)
    await chat.say("retention reviews")
    await chat.press(next(title for title in chat.buttons if title.startswith("Review NMO-")))
    return chat


async def the_one(office: Office) -> str:
    return next(words.partition(":")[0] for words in await office.chat(window="one").say("retention reviews") if words.startswith("NMO-"))


async def test_what_is_held_is_not_due_and_not_disposed_of_until_it_is_let_go(office: Office) -> None:
    chat = await reviewed(office)
    await chat.press("Dispose ...")
    await chat.press("Back")
    said = await chat.press("Legal hold", reason="Civil claim against the force")
    assert "Under a legal hold: it is not disposed of." in said
    assert (await chat.press("Propose to erase it", ground="not_needed"))[0] == MOVED_ON
    assert "No record is due for review today." in await chat.say("retention reviews")
    await chat.press("Lift the hold", reason="The claim is settled")
    assert "No record is due for review today." not in await chat.say("retention reviews")


async def test_a_hold_binds_the_administrator_too(office: Office) -> None:
    chat = await reviewed(office)
    reference = await the_one(office)
    await chat.press("Legal hold", reason="Civil claim")
    with pytest.raises(NotAllowed, match="legal hold"):
        await erase_by_reference(office.database.work, office.clock, ADMIN, reference, "ordered")
    assert HELD.startswith("It is under a legal hold")


async def test_what_may_be_live_is_never_erased(office: Office) -> None:
    live = an_order()
    await office.holds(live)
    office.clock.now = MADE
    with pytest.raises(NotAllowed) as refused:
        await erase_by_reference(office.database.work, office.clock, ADMIN, live.reference, "wrong_record")
    assert refused.value.advice == MAY_BE_LIVE


async def test_what_was_erased_is_not_erased_twice(office: Office) -> None:
    office.clock.now = DUE
    reference = await the_one(office)
    await erase_by_reference(office.database.work, office.clock, ADMIN, reference, "ordered")
    with pytest.raises(NotFound) as refused:
        await erase_by_reference(office.database.work, office.clock, ADMIN, reference, "ordered")
    assert refused.value.advice == GONE_ALREADY


async def test_another_group_has_another_clock(office: Office) -> None:
    chat = await reviewed(office)
    said = await chat.press("Move to the group", group="group_1", reason="Public protection matter")
    assert any(words.startswith("group 1: first after 10 years") for words in said)
    assert any("Moved to another group by 0000: Public protection matter. To group 1." in words for words in said)


async def test_of_two_who_decide_on_one_card_one_does(office: Office) -> None:
    first, second = await reviewed(office, "first"), await reviewed(office, "second")
    await first.press("Retain", reason="Still needed")
    assert await second.press("Retain", reason="Still needed") == [MOVED_ON]


@pytest.mark.parametrize("officer", [RESPONSE, SUPERVISOR, ADMIN], ids=lambda one: one.name)
async def test_who_does_not_keep_the_register_reviews_nothing(office: Office, officer: Officer) -> None:
    assert await office.chat(officer).say("retention reviews") == [REFUSED]


async def test_cards_about_it_are_redacted_with_the_words_that_asked(office: Office) -> None:
    order = an_old_order(case_no="1800000000000003")
    await office.holds(order)
    await office.lived(order)
    asked = office.chat(RESPONSE, "asked")
    await asked.say("thanks")
    office.clock.now = DUE
    done = await erase_by_reference(office.database.work, office.clock, ADMIN, order.reference, "ordered")
    async with office.database.reading() as uow:
        lines = await uow.messages.since(f"lived-{RESPONSE.id}", 0, MADE)
    shown = [one.activity.get("text") for one in lines if one.about]
    assert set(shown) == {ERASED}
    assert done.cards >= len(shown)
    assert not any(word in str([one.activity for one in lines]) for word in ("never-again-words",))


async def export_of(office: Office, reference: str, role: str) -> tuple[str, dict[str, object], list[str]]:
    order = await office.order(reference)
    assert order is not None
    held = await take_person(office.database.work, office.clock, DESK, order.id, role, WEB)
    made = file_of_person(held, office.clock())
    with zipfile.ZipFile(BytesIO(made.content)) as whole:
        return made.name, orjson.loads(whole.read("held.json")), whole.namelist()


async def test_all_that_is_held_on_the_protected_person_is_exported(office: Office) -> None:
    order = an_old_order(case_no="1800000000000004")
    await office.holds(order)
    await office.lived(order)
    name, held, parts = await export_of(office, order.reference, "applicant")
    words = str(held)
    assert name == f"{order.reference}-applicant.zip"
    assert parts == ["held.json", "papers/1-order.pdf"]
    assert all(one in words for one in ("2 Bramblewick Close", "never-again-words", "contact_plans"))
    assert "7 Bramblewick Row" not in str(held["records"][0]["versions"])  # type: ignore[index]  # plain JSON
    line = (await trail_of(office.database))[-1]
    assert (line.event, line.recipient, str(order.applicant.id) in line.subject) == ("retention:person:exported", str(DESK.id), True)


async def test_the_duties_of_a_measure_itself_are_exported_too(office: Office) -> None:
    measure = an_old_order(case_no="1800000000000006", kind=Kind.DVPN, made_at=MADE)
    await office.holds(measure)
    async with office.database.work() as uow:
        tasks = BreachTasks(office.database.work, office.clock, Policy)
        await tasks.owe(uow, office.clock, RESPONSE, measure, None, RESPONSE.id, duties_when_made(measure))
    _, held, _ = await export_of(office, measure.reference, "applicant")
    assert "48 hours" in str(held["records"][0]["tasks"])  # type: ignore[index]  # plain JSON


async def test_every_paper_that_was_held_with_an_order_is_exported(office: Office) -> None:
    order = an_old_order(case_no="1800000000000008")
    await office.holds(order)
    async with office.database.work() as uow:
        (newest,) = await uow.orders.documents(order.id)
        before = replace(newest, id=uuid4(), sha256="1" * 64, at=MADE - timedelta(days=1), content=b"%PDF-1.7 made-up, of before")
        await uow.orders.add_documents([before])
    held = await take_person(office.database.work, office.clock, DESK, order.id, "applicant")
    assert [one.content for one in held.papers] == [newest.content, before.content]


async def test_what_is_kept_back_of_a_person_stands_in_one_sequence(office: Office) -> None:
    kept_back = ["address", "address1", "address2", "dob", "email", "name", "phone", "postcode", "surname"]
    order = an_old_order(case_no="1800000000000007")
    await office.holds(replace(order, respondent=replace(order.respondent, withheld=frozenset(kept_back))))
    _, held, _ = await export_of(office, order.reference, "respondent")
    assert held["records"][0]["versions"][0]["respondent"]["withheld"] == kept_back  # type: ignore[index]  # plain JSON


async def test_nothing_on_the_respondent_says_where_the_protected_person_is(office: Office) -> None:
    order = an_old_order(case_no="1800000000000005")
    await office.holds(order)
    await office.lived(order)
    _, held, _ = await export_of(office, order.reference, "respondent")
    words = str(held)
    assert "7 Bramblewick Row" in words
    assert not any(one in words for one in ("2 Bramblewick Close", "contact_plans", "safe_contact", "07700 900456"))


@pytest.mark.parametrize("officer", [AUDITOR, ADMIN], ids=lambda one: one.name)
async def test_who_does_not_review_records_exports_nobody(office: Office, officer: Officer) -> None:
    with pytest.raises(AssistantError) as refused:
        await export_of_as(office, officer)
    assert refused.value.advice == REFUSED


class OfRecordsAlone(Officer):
    """Reviews records, and keeps no contact with any protected person."""

    def may(self, permission: Permission) -> bool:
        return permission is not Permission.SEE_SAFE_CONTACT and super().may(permission)


async def test_who_may_not_see_safe_contact_exports_no_protected_person(office: Office) -> None:
    office.clock.now = DUE
    order = await office.order(await the_one(office))
    assert order is not None
    narrow = OfRecordsAlone(**vars(DESK))
    await take_person(office.database.work, office.clock, narrow, order.id, "respondent")
    with pytest.raises(NotAllowed):
        await take_person(office.database.work, office.clock, narrow, order.id, "applicant")


async def export_of_as(office: Office, officer: Officer) -> None:
    office.clock.now = DUE
    order = await office.order(await the_one(office))
    assert order is not None
    await take_person(office.database.work, office.clock, officer, order.id, "respondent")


async def test_the_trail_of_an_erased_record_is_found_by_its_reference(office: Office) -> None:
    office.clock.now = DUE
    reference = await the_one(office)
    before = [line["event"] for line in await export(office.database.work, office.clock, AUDITOR, reference)]
    await erase_by_reference(office.database.work, office.clock, ADMIN, reference, "ordered")
    lines = await export(office.database.work, office.clock, AUDITOR, reference)
    assert [line["event"] for line in lines] == [*before, "retention:case:erased", "audit:trail:exported"]
    assert {line["typed"] for line in lines} == {None}
