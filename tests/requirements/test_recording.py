"""R1 to R7: recording and updating orders, as the College found effective forces to do it."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.cards.order_parts import CHECKED, UNCHECKED
from demo.feed import write_feed
from demo.force import demo_orders
from dialogs.lookups import conditions_words
from domain.clock import Clock
from domain.evidence import NOT_CONFIRMED
from domain.lookups import ELSEWHERE, RESTRICTED_LINE
from domain.officers import Actor
from domain.order_changes import ChangeKind
from domain.orders import Order, PartyRole
from domain.provenance import BY_HAND, Provenance
from services import papers
from services.feed import import_feed
from storage.feed_source import open_feed
from storage.intake import new_reject
from storage.work import Database, UnitOfWork
from tests.fakes.clock import NOON
from tests.orders import a_party, an_order
from tests.papers import a_paper, hold
from tests.people import DESK, EVERYONE, NEIGHBOUR, RESPONSE, VLO
from tests.registering import CLOCK, FORM, hold_orders, register_chat

SIGNED = "By 0000."
OTHER = a_party(
    role=PartyRole.APPLICANT,
    surname="Vellacott",
    forenames="Ines",
    dob=date(1979, 5, 6),
    address1="9 Pound Lane",
    postcode="ZZ9 9ZZ",
    phone=None,
)


async def no_plans(uow: UnitOfWork, clock: Clock, actor: Actor, orders: Sequence[Order]) -> None:
    """These tests are about the register alone."""


async def test_r1_one_record_per_order_with_its_versions_and_nothing_overwritten(database: Database) -> None:
    order = an_order(made_on=date(2026, 11, 1))
    await hold_orders(database, [order])
    chat = register_chat(database, VLO)
    await chat.say(order.reference)
    for line, told in (
        ("order varied yesterday", {"what": "conditions", "learned": "court_email"}),
        ("extended to 3 march 2027", {"when": "today", "learned": "court_email"}),
        ("order discharged today at 11am", {"learned": "court_phone"}),
    ):
        await chat.say(line)
        await chat.press("Show before and after", **told)
        await chat.press("Confirm")
    async with database.reading() as uow:
        (now,) = await uow.orders.by_case(order.case_no)
        earlier, changes = await uow.orders.versions(order.id), await uow.order_changes.of_order(order.id)
    assert (now.version, [one.version for one in earlier]) == (4, [1, 2, 3])
    assert earlier[0] == order
    assert [one.kind for one in changes] == [ChangeKind.VARIED, ChangeKind.EXTENDED, ChangeKind.DISCHARGED]
    said = await chat.say("timeline")
    assert [words.endswith(SIGNED) for words in said[4:]] == [True, True, True]


async def test_r3_an_order_is_found_from_the_moment_it_is_known_to_be_made_and_unknown_service_is_said_aloud(database: Database) -> None:
    await hold_orders(database, [])
    chat = register_chat(database, RESPONSE)
    await chat.say("register an order")
    await chat.press("Next: check and save", **FORM)
    await chat.press("Save")
    said = await register_chat(database, NEIGHBOUR).say("any nmo on gareth fennimore dob 12/3/85")
    assert NOT_CONFIRMED in said
    assert "Gareth Fennimore" in said


async def test_r4_the_sealed_paper_is_linked_and_the_terms_are_the_papers_own_words_or_none(database: Database) -> None:
    order = an_order(has_document=True)
    await hold(database, order, a_paper(order))
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
    officer = register_chat(database, RESPONSE)
    assert UNCHECKED in await officer.say(order.reference)
    assert await officer.press("Conditions") == [conditions_words(order)]
    desk = register_chat(database, DESK)
    await desk.say(order.reference)
    await desk.press("Check the wording")
    paper = await papers.open_paper(database.work, CLOCK, DESK, order.id, "webchat")
    await desk.press("Check the wording")
    await desk.press("Checked against the order", made_on="2 June 2026")
    said = await officer.say(order.reference)
    assert said[said.index(CHECKED) + 1] == "1. The respondent must not use or threaten violence against the applicant."
    assert paper.content.startswith(b"%PDF-")


async def test_r5_the_record_tells_its_age_and_a_miss_tells_where_else_to_look(database: Database) -> None:
    order = an_order()
    await hold_orders(database, [order])
    chat = register_chat(database, RESPONSE)
    assert any("Last confirmed with the court on 2 June 2026." in words for words in await chat.say(order.reference))
    missed = await chat.say("any nmo on wilhelmina quagg dob 3/4/1971")
    assert {RESTRICTED_LINE, ELSEWHERE} <= set(missed)
    assert any("court feed" in words for words in missed)


@pytest.mark.parametrize("source", [value for value, _ in BY_HAND])
async def test_r6_an_order_comes_in_by_hand_from_any_source_and_bears_where_it_came_from(database: Database, source: str) -> None:
    await hold_orders(database, [])
    chat = register_chat(database, NEIGHBOUR)
    await chat.say("register an order")
    await chat.press("Next: check and save", **{**FORM, "learned": source})
    await chat.press("Save")
    async with database.reading() as uow:
        (order,) = await uow.orders.by_case("1712345678901234")
    assert order.provenance is Provenance(source)


async def test_r6_the_court_feed_bears_that_it_is_the_court_feed(database: Database, tmp_path: Path) -> None:
    (made, *_) = demo_orders(date(2026, 11, 18), 2)
    write_feed(tmp_path, [made], 0, date(2026, 11, 18))
    await hold_orders(database, [])
    with open_feed(tmp_path) as source:
        await import_feed(database.work, CLOCK, DESK, source, no_plans)
    said = await register_chat(database, RESPONSE).say(f"case {made.case_no}")
    assert any(words.startswith("court feed, taken in on 20 November 2026") for words in said)


async def test_r7_one_team_owns_intake_and_what_waits_is_seen_to_grow_old(database: Database) -> None:
    old = an_order(received_at=NOON - timedelta(days=5), has_document=True)
    await hold_orders(database, [old])
    async with database.work() as uow:
        await uow.intake.keep([new_reject("manifest-20261118.csv", "a", 3, "line", "no case number", "row", NOON - timedelta(days=2))])
    said = await register_chat(database, DESK).say("intake")
    assert [words.rpartition(". ")[2] for words in said if "Waiting" in words] == ["Waiting 5 days.", "Waiting 2 days."]
    assert "Intake" not in await register_chat(database, RESPONSE).say("intake")


async def test_r7_a_paper_shown_at_the_door_waits_at_intake_until_the_court_and_a_second_person_have_spoken(database: Database) -> None:
    await hold_orders(database, [])
    chat = register_chat(database, RESPONSE)
    await chat.say("register an order")
    await chat.press("Next: check and save", **FORM)
    await chat.press("Save")
    desk = register_chat(database, DESK)
    said = await desk.say("intake")
    assert [words for words in said if words[:2] in ("1.", "2.")] == [
        "1. Registered by hand, waits for a second person",
        "2. Paper shown to an officer, not confirmed by the court",
    ]
    await desk.press("Open 1")
    await desk.press("Checked: it is right")
    await desk.press("The court confirms it: telephone")
    assert "Nothing waits at intake." in await desk.say("intake")


@pytest.mark.parametrize(
    "line",
    [
        "any nmo on john smiht dob 12/3/85",
        "jane marlow dob 4/9/1987",
        "jane marlow ZZ2 7QD",
        "john smith zz1 4ab",
        "order at 14 larkfield row",
        "07700 900123",
        "case {case_no}",
    ],
)
async def test_r2_an_order_is_found_by_either_person_and_by_every_particular_with_the_date_of_birth_beside_the_name(
    database: Database, line: str
) -> None:
    order = an_order()
    await hold_orders(database, [order, an_order(respondent=a_party(surname="Quillon", dob=date(1990, 1, 2)), applicant=OTHER)])
    said = await register_chat(database, RESPONSE).say(line.format(case_no=order.case_no))
    assert any(order.reference in words for words in said)
    assert any("12 March 1985" in words for words in said)


async def test_r2_a_name_alone_never_answers_that_there_is_no_order(database: Database) -> None:
    await hold_orders(database, [an_order()])
    said = await register_chat(database, RESPONSE).say("any nmo on wilhelmina quagg")
    assert "Nothing found in this register" in said
    assert any(words.startswith("Searched") for words in said)
    assert RESTRICTED_LINE in said
