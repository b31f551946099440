"""Measures of every kind in the chat: entered, held against the rules of their kind, changed, ended, seen together, and breached."""

from datetime import timedelta

import pytest

from bot.cards.notices import notice_card
from bot.offers import Offer
from domain.measures import Kind
from domain.orders import Order
from domain.outbox import TASK_DUE, TASK_LATE, reminders_job
from services.notices import read_notice
from storage.work import Database
from tests.breaches import ACCOUNT, DECIDED, HELD, KNOWN, NEXT, SAFE_NOW
from tests.fakes.talk import words
from tests.measures import ENTERED, PEOPLE, TERMS, Desk, entered, filled_in, reference_in
from tests.orders import an_order
from tests.people import AUDITOR

FOUND = "piers quillfeather dob 4/5/88"


@pytest.fixture
async def desk(embedded: Database) -> Desk:
    desk = Desk(embedded)
    await desk.holds()
    return desk


async def test_a_notice_starts_the_clock_of_its_hearing(desk: Desk) -> None:
    said = await entered(desk.chat(), Kind.DVPN)
    assert any("within 48 hours" in words and "by Mon 23 November 2026 at 22:30." in words for words in said)
    order = await desk.order(reference_in(said))
    async with desk.database.reading() as uow:
        (task,) = await uow.breach_tasks.of_breach(order.id)
        planned = {row.stage: row for row in await uow.outbox.of_plan(order.id)}
    assert order.made_at is not None
    assert task.due_at == order.made_at + timedelta(hours=48)
    assert planned[TASK_DUE].next_at < task.due_at == planned[TASK_LATE].next_at


async def test_a_duty_is_done_by_one_press(desk: Desk) -> None:
    chat = desk.chat()
    await entered(chat, Kind.DVPN)
    assert any("within 48 hours" in words for words in await chat.press("Its duties"))
    assert any("done" in words for words in await chat.press("Done"))
    assert "No evidence task of yours is open." in await chat.say("my tasks")


async def test_a_day_alone_starts_no_clock_and_says_so(desk: Desk) -> None:
    chat = desk.chat()
    await chat.say("enter a dvpn")
    said = await filled_in(chat, **PEOPLE, made="21 November 2026")
    assert any("no clock could be started" in words for words in said)


@pytest.mark.parametrize(
    ("kind", "ends", "sign"),
    [
        (Kind.DVPO, "25 November 2026 11:00", "It runs 5 days as entered. 14 to 28 days."),
        (Kind.DVPO, "30 December 2026 11:00", "It runs 40 days as entered. 14 to 28 days."),
        (Kind.SPO, "3 August 2027", "It runs 365 days as entered."),
        (Kind.BAIL, "21 March 2027", "It runs 121 days as entered. 3 months at first."),
    ],
)
async def test_a_length_that_its_kind_does_not_have_is_told_and_kept(desk: Desk, kind: Kind, ends: str, sign: str) -> None:
    chat = desk.chat()
    await chat.say("enter a measure")
    await chat.press("Next", kind=kind.value)
    said = await filled_in(chat, **PEOPLE, **ENTERED[kind] | {"ends": ends})
    assert any(words.startswith(sign) for words in said)
    assert (await desk.order(reference_in(said))).expires_at is not None


@pytest.mark.parametrize("kind", [kind for kind in ENTERED if kind not in (Kind.DVPN, Kind.DAPN)])
async def test_what_is_as_its_kind_has_it_draws_no_caution(desk: Desk, kind: Kind) -> None:
    said = await entered(desk.chat(), kind)
    assert not any("as entered. " in words for words in said)


async def test_what_cannot_be_read_is_said_and_nothing_is_saved(desk: Desk) -> None:
    chat = desk.chat()
    await chat.say("enter a dvpo")
    said = await chat.press("Next: check and save", **PEOPLE, made="some time in spring")
    assert "Still missing: Where does it come from." in said
    assert "Save" not in chat.buttons
    assert "Nothing found in this register" in await chat.say(FOUND)


async def test_the_form_can_be_sent_again_once_it_is_put_right_and_is_saved_once(desk: Desk) -> None:
    chat = desk.chat()
    await chat.say("enter a dvpo")
    await chat.press("Next: check and save", **PEOPLE, made="nonsense")
    reference = reference_in(await filled_in(chat, **PEOPLE, **ENTERED[Kind.DVPO]))
    await chat.press("Save")
    said = await chat.say(FOUND)
    assert (reference in said, "Which order?" in said) == (True, False)


async def test_all_measures_on_one_person_stand_beside_each_other(desk: Desk) -> None:
    order = an_order()
    await desk.holds(order)
    chat = desk.chat()
    await added(desk, order, "restraining order", Kind.RESTRAINING)
    await added(desk, order, "dvpn", Kind.DVPN)
    said = await chat.say(f"measures on {order.reference}")
    shown = [words.partition(",")[0] for words in said if ", NMO-" in words]
    assert shown == ["Non-molestation order (NMO)", "Domestic violence protection notice (DVPN)", "Restraining order"]
    assert [words for words in said if words.startswith(("Arrest", "There is no power"))]
    assert any("3 known here to be on this person, 3 live or perhaps live." in words for words in said)


async def test_a_record_that_nobody_has_linked_is_not_counted_and_the_card_says_where_to_look(desk: Desk) -> None:
    order, another = an_order(), an_order()
    await desk.holds(order)
    await desk.holds(another)
    said = " ".join(await desk.chat().say(f"measures on {order.reference}"))
    assert "1 known here to be on this person" in said
    assert another.reference not in said
    assert "look up the name with the date of birth, and press Same person" in said


async def test_from_each_of_them_all_the_others_are_seen(desk: Desk) -> None:
    order = an_order()
    await desk.holds(order)
    first = await added(desk, order, "restraining order", Kind.RESTRAINING)
    await added(desk, order, "dvpn", Kind.DVPN)
    said = await desk.chat().say(f"measures for {first}")
    assert len([words for words in said if ", NMO-" in words]) == 3


async def added(desk: Desk, order: Order, name: str, kind: Kind) -> str:
    """A measure on the people of an order that is held."""
    chat = desk.chat(window=name)
    await chat.say(f"add a {name} to {order.reference}")
    return reference_in(await filled_in(chat, **ENTERED[kind]))


async def test_a_measure_on_somebody_who_has_a_plan_opens_no_second_one(desk: Desk) -> None:
    order = an_order()
    await desk.holds(order)
    reference = await added(desk, order, "dvpn", Kind.DVPN)
    measure = await desk.order(reference)
    async with desk.database.reading() as uow:
        plans = await uow.contacts.of_orders([order.id, measure.id])
    assert len(set(plans.values())) == 1
    assert set(plans) == {order.id, measure.id}


async def test_a_measure_of_somebody_new_opens_their_contact(desk: Desk) -> None:
    measure = await desk.order(reference_in(await entered(desk.chat(), Kind.DVPO)))
    async with desk.database.reading() as uow:
        assert set(await uow.contacts.of_orders([measure.id])) == {measure.id}


async def test_an_auditor_may_not_enter_one(desk: Desk) -> None:
    said = await desk.chat(officer=AUDITOR).say("enter a dvpo")
    assert said == ["Your role does not include this. If it should, ask your supervisor or the force's administrator."]


async def test_what_was_entered_is_on_the_trail_of_the_measure(desk: Desk) -> None:
    measure = await desk.order(reference_in(await entered(desk.chat(), Kind.DVPO)))
    async with desk.database.reading() as uow:
        events = [one.event for one in await uow.audit.since() if str(measure.id) in one.subject]
    assert "measure:entered" in events


async def breach_of(desk: Desk, kind: Kind, **arrest: str) -> list[str]:
    """A record of a breach of a new measure, through its guide to the end."""
    chat = desk.chat()
    await entered(chat, kind, conditions=TERMS)
    await chat.say(FOUND)
    await chat.press("Record a breach")
    said = [*await chat.press("No"), *await chat.press("Next", **ACCOUNT)]
    broken = {"conditions": "term_1_2", "third_party": "no", "exception": "exception_none"}
    for page in (broken, KNOWN, DECIDED | arrest, HELD, SAFE_NOW, NEXT):
        said += await chat.press("Next", **page)
    return [*said, *await chat.press("Send")]


async def test_the_guide_for_an_undertaking_says_that_nobody_is_arrested_for_it(desk: Desk) -> None:
    said = await breach_of(desk, Kind.UNDERTAKING)
    assert any(words.startswith("No power of arrest goes with it.") for words in said)
    assert "Breach of an undertaking: " in " ".join(said)
    assert not any("PACE s.24" in words or "s.42A;" in words for words in said)
    assert any(words.startswith("Points to show the court (") for words in said)


async def test_the_guide_for_an_occupation_order_holds_the_clause_against_the_power(desk: Desk) -> None:
    said = await breach_of(desk, Kind.OCCUPATION)
    assert any("Only a clause with the power attached lets you arrest" in words for words in said)
    point = next(words for words in reversed(said) if "That clause has a power of arrest attached" in words)
    assert "Held: Attached to: 2, 3" in point


async def test_the_guide_for_an_offence_of_another_kind_proves_its_own_points(desk: Desk) -> None:
    said = " ".join(await breach_of(desk, Kind.DAPO))
    assert "Breach of a domestic abuse protection order: " in said
    assert "needed where it was made or varied without notice" in said
    assert "s.39" in said
    assert "contempt: " not in said.partition("Points to prove:")[2].partition(".")[0]


async def test_an_arrest_for_breach_of_a_notice_starts_the_clock_to_court(desk: Desk) -> None:
    await breach_of(desk, Kind.DAPN, arrest="arrested", arrest_when="22/11 09:00", arrest_why="")
    said = await desk.chat(window="other").say("my tasks")
    assert any("Before a court within 24 hours" in words and "by Mon 23 November 2026 at 09:00" in words for words in said)


async def test_an_arrest_for_an_offence_starts_no_such_clock(desk: Desk) -> None:
    await breach_of(desk, Kind.RESTRAINING, arrest="arrested", arrest_when="22/11 09:00", arrest_why="")
    assert not any("24 hours of the arrest" in words for words in await desk.chat(window="other").say("my tasks"))


async def test_the_notice_of_a_duty_names_the_measure_and_nobody(desk: Desk) -> None:
    order = await desk.order(reference_in(await entered(desk.chat(), Kind.DVPN)))
    said = {}
    async with desk.database.work() as uow:
        for row in await uow.outbox.of_plan(order.id):
            notice = await read_notice(uow, reminders_job("demo"), row)
            assert notice is not None
            said[row.stage] = " ".join(words(notice_card(notice, Offer(row.recipient, "c", desk.clock()))))
    assert "A duty with a time limit is due soon" in said[TASK_DUE]
    assert "you are told as supervisor" in said[TASK_LATE]
    assert all(order.reference in one and "Quillfeather" not in one for one in said.values())
