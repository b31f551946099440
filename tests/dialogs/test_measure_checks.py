"""Before a measure is saved those that may be the same are shown, and after it a second person checks what was typed, as the force has it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.measures import Kind
from domain.order_changes import ChangeKind
from domain.orders import PartyRole
from domain.policies import Policy
from domain.provenance import Provenance
from domain.register_rules import RegisterRules
from domain.registered_orders import NOT_CONFIRMED, SECOND_CHECK
from domain.same_person import PersonLink, Record, Word, pair_of
from services.intake import SAME_PERSON
from storage.work import Database
from tests.measures import ENTERED, FROM_COURT, PEOPLE, Desk, entered, filled_in, reference_in
from tests.orders import an_order
from tests.people import DESK, NEIGHBOUR, RESPONSE, SECOND_DESK, VLO

MAY_BE = "The register may hold this notice already. Open each and compare before you save."


@pytest.fixture
async def desk(embedded: Database) -> Desk:
    desk = Desk(embedded)
    await desk.holds()
    return desk


async def test_a_measure_that_may_be_the_same_is_shown_before_it_is_saved_and_the_officer_decides(desk: Desk) -> None:
    held = reference_in(await entered(desk.chat(), Kind.DVPN))
    chat = desk.chat(window="another", officer=NEIGHBOUR)
    await chat.say("enter a dvpn")
    said = await chat.press("Next: check and save", **PEOPLE, **ENTERED[Kind.DVPN], **FROM_COURT)
    assert MAY_BE in said
    assert any(words.startswith(held) for words in said)
    assert any("the same day" in words for words in said)
    assert f"Open {held}" in chat.buttons
    second = reference_in(await chat.press("Save: it is a new notice"))
    assert second != held


@pytest.mark.parametrize(
    ("kind", "told", "offered"),
    [
        (Kind.DVPN, {"made": "3 November 2026 10:00"}, "Save"),
        (Kind.DVPO, ENTERED[Kind.DVPO], "Save"),
        (Kind.DVPN, {"made": "3 November 2026 10:00", "made_by": "the supt example"}, "Save: it is a new notice"),
        (Kind.DVPN, {"made": "3 November 2026 10:00", "number": "dv/26-17"}, "Save: it is a new notice"),
        (
            Kind.DVPN,
            {"made": "21 November 2026", "respondent_surname": "Somebody", "respondent_forenames": "Else", "respondent_dob": "1/2/1970"},
            "Save",
        ),
    ],
)
async def test_only_of_the_same_kind_and_with_the_same_day_number_or_giver(
    desk: Desk, kind: Kind, told: dict[str, str], offered: str
) -> None:
    await entered(desk.chat(), Kind.DVPN, number="DV/2617", made_by="Supt Example")
    chat = desk.chat(window="another")
    await chat.say("enter a measure")
    await chat.press("Next", kind=kind.value)
    await chat.press("Next: check and save", **(PEOPLE | told | FROM_COURT))
    assert [title for title in chat.buttons if title.startswith("Save")] == [offered]


async def test_a_surname_alone_is_enough_to_be_shown_what_may_be_the_same(desk: Desk) -> None:
    await entered(desk.chat(), Kind.DVPN)
    chat = desk.chat(window="another")
    await chat.say("enter a dvpn")
    said = await chat.press("Next: check and save", respondent_surname="Quillfeather", **ENTERED[Kind.DVPN], **FROM_COURT)
    assert MAY_BE in said


async def test_on_the_people_of_an_order_what_may_be_the_same_is_shown_too(desk: Desk) -> None:
    order = an_order()
    await desk.holds(order)
    first, second = desk.chat(), desk.chat(window="another")
    await first.say(f"enter a dvpn on {order.reference}")
    held = reference_in(await filled_in(first, **ENTERED[Kind.DVPN]))
    await second.say(f"enter a dvpn on {order.reference}")
    said = await second.press("Next: check and save", **ENTERED[Kind.DVPN], **FROM_COURT)
    assert MAY_BE in said
    assert any(words.startswith(held) for words in said)


async def test_what_was_looked_up_to_find_the_same_measure_goes_from_the_trail_with_the_measure(desk: Desk) -> None:
    order = await desk.order(reference_in(await entered(desk.chat(), Kind.DVPN)))
    async with desk.database.work() as uow:
        before = [one.typed for one in await uow.audit.since() if one.typed]
        await uow.erasing.silence(await uow.erasing.reach(order))
        after = [one.typed for one in await uow.audit.since() if one.typed]
    assert [one for one in before if "quillfeather" in one.casefold()] != []
    assert [one for one in after if "quillfeather" in one.casefold()] == []


async def test_a_measure_whose_names_are_secret_is_not_told_of_for_being_on_a_person_who_is_linked(desk: Desk) -> None:
    base, secret = an_order(), reference_in(await entered(desk.chat(), Kind.DVPN, respondent_surname="Elsewhere"))
    held = await desk.order(secret)
    await desk.holds(base)
    async with desk.database.work() as uow:
        await uow.orders.update(replace(held, respondent=replace(held.respondent, confidential=frozenset({"surname"}))), desk.clock())
        pair = pair_of(Record(base.id, PartyRole.RESPONDENT), Record(held.id, PartyRole.RESPONDENT))
        await uow.same_person.note(PersonLink(*pair, Word.SAME, DESK.id, desk.clock()))
    offered = {}
    for officer in (RESPONSE, VLO):
        chat = desk.chat(window=officer.name, officer=officer)
        await chat.say(f"enter a dvpn on {base.reference}")
        await chat.press("Next: check and save", **ENTERED[Kind.DVPN], **FROM_COURT)
        offered[officer] = f"Open {secret}" in chat.buttons
    assert offered == {RESPONSE: False, VLO: True}


async def test_the_record_says_who_registered_it_and_where_it_was_learned(desk: Desk) -> None:
    chat = desk.chat()
    order = await desk.order(reference_in(await entered(chat, Kind.DVPN, learned="officer")))
    async with desk.database.reading() as uow:
        (made,) = await uow.order_changes.of_order(order.id)
    assert (made.kind, made.officer, made.learned, made.version) == (ChangeKind.REGISTERED, RESPONSE.id, Provenance.OFFICER, 1)
    await chat.say("piers quillfeather dob 4/5/88")
    history = " ".join(await chat.press("History"))
    assert "Version 1 was entered from the notice, learned from: officer, shown the paper or present." in history


def never() -> Policy:
    return Policy(asks_reason=False, register=RegisterRules(percent=0, always=frozenset()))


def each() -> Policy:
    return Policy(asks_reason=False, register=RegisterRules(percent=100, always=frozenset()))


def shown_papers() -> Policy:
    return Policy(asks_reason=False, register=RegisterRules(percent=0, always=frozenset({Provenance.OFFICER})))


@pytest.mark.parametrize(
    ("policy", "learned", "waits"),
    [
        (each, "court_email", {SECOND_CHECK}),
        (never, "court_email", set()),
        (shown_papers, "officer", {SECOND_CHECK, NOT_CONFIRMED}),
        (shown_papers, "court_email", set()),
    ],
)
async def test_the_force_says_of_which_measures_a_second_person_checks_what_was_typed(
    desk: Desk, policy: Callable[[], Policy], learned: str, waits: set[str]
) -> None:
    said = await entered(desk.chat(policy=policy), Kind.RESTRAINING, learned=learned)
    order = await desk.order(reference_in(said))
    assert set(filter(None, (order.needs_review or "").split("; "))) == waits
    assert {f"Still to come: {one}." for one in waits} == {words for words in said if words.startswith("Still to come")}


async def test_a_second_person_checks_it_at_intake_and_whoever_registered_it_cannot(desk: Desk) -> None:
    reference = reference_in(await entered(desk.chat(policy=each, officer=DESK), Kind.BAIL, learned="officer"))
    async with desk.database.work() as uow:
        await uow.officers.save([SECOND_DESK])
    first, second = desk.chat(window="first", officer=DESK), desk.chat(window="second", officer=SECOND_DESK)
    await first.say("intake")
    assert SAME_PERSON in await first.press("Open 1")
    assert "Checked: it is right" not in first.buttons
    await second.say("intake")
    await second.press("Open 1")
    await second.press("Checked: it is right")
    order = await desk.order(reference)
    assert (order.needs_review, order.version) == (None, 2)
    await second.say(reference)
    assert "Version 2: checked by a second person." in " ".join(await second.press("History"))


async def test_what_police_or_custody_give_waits_for_no_court(desk: Desk) -> None:
    order = await desk.order(reference_in(await entered(desk.chat(), Kind.BAIL, learned="officer")))
    assert order.needs_review is None
