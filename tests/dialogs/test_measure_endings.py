"""A measure ends in the words of its own kind, all from the one table: by its card, by Change this order, and typed."""

import pytest

from bot.change_words import change_said
from dialogs.order_changes import UNDONE
from domain.measure_table import MEASURES, in_its_words
from domain.measures import Kind
from domain.order_change_forms import title_of
from domain.order_changes import ENDS, ChangeKind
from domain.orders import ENDED, state_at
from storage.work import Database
from tests.breaches import NOW
from tests.fakes.clock import Ticking
from tests.measures import Desk, entered, reference_in
from tests.orders import an_order
from tests.people import VLO

FOUND = "piers quillfeather dob 4/5/88"
# By another hand than the table's: how each kind ends, as it is offered.
OFFERED = {
    Kind.NMO: {"Discharged by the court", "Undertaking instead"},
    Kind.OCCUPATION: {"Discharged by the court", "Undertaking instead"},
    Kind.UNDERTAKING: {"Released by the court", "Replaced by an order"},
    Kind.DVPN: {"Lapsed", "Withdrawn", "Ended at its hearing"},
    Kind.DVPO: {"Discharged by the court"},
    Kind.DAPN: {"Lapsed", "Withdrawn", "Ended at its hearing"},
    Kind.DAPO: {"Discharged by the court"},
    Kind.RESTRAINING: {"Discharged by the court"},
    Kind.SPO: {"Discharged by the court"},
    Kind.FMPO: {"Discharged by the court"},
    Kind.FGMPO: {"Discharged by the court"},
    Kind.PHA: {"Discharged by the court"},
    Kind.BAIL: {"Bail cancelled", "Ended on charge", "Ended without charge"},
}
OTHERS = [kind for kind in Kind if kind is not Kind.NMO]
ALL_ENDINGS = frozenset.union(*map(frozenset, OFFERED.values()))


@pytest.fixture
async def desk(embedded: Database) -> Desk:
    desk = Desk(embedded)
    await desk.holds()
    return desk


@pytest.mark.parametrize("kind", OTHERS)
async def test_change_this_order_offers_the_endings_of_its_kind_and_no_other(desk: Desk, kind: Kind) -> None:
    chat = desk.chat(officer=VLO)
    await entered(chat, kind)
    await chat.say(FOUND)
    await chat.press(in_its_words(kind, "Change this {thing}"))
    assert ALL_ENDINGS & chat.buttons.keys() == OFFERED[kind]
    assert "Served" in chat.buttons


async def test_a_non_molestation_order_is_discharged_or_replaced_by_an_undertaking(desk: Desk) -> None:
    order = an_order()
    await desk.holds(order)
    chat = desk.chat(officer=VLO)
    await chat.say(order.reference)
    await chat.press("Change this order")
    assert ALL_ENDINGS & chat.buttons.keys() == OFFERED[Kind.NMO]


@pytest.mark.parametrize("kind", OTHERS)
async def test_its_own_card_offers_the_same(desk: Desk, kind: Kind) -> None:
    chat = desk.chat(officer=VLO)
    await entered(chat, kind)
    await chat.say(FOUND)
    await chat.press("End")
    (how,) = [one for one in chat.cards[-1]["body"] if one.get("id") == "how"]
    assert {choice["title"] for choice in how["choices"]} == OFFERED[kind]


@pytest.mark.parametrize(
    ("kind", "button", "asked", "kept"),
    [
        (Kind.DVPN, "Lapsed", "When did it lapse?", "lapsed"),
        (Kind.BAIL, "Ended on charge", "When was the respondent charged?", "ended on charge"),
        (Kind.BAIL, "Bail cancelled", "When was bail cancelled?", "cancelled"),
        (Kind.UNDERTAKING, "Released by the court", "When did the court release the respondent from it?", "released by the court"),
        (Kind.SPO, "Discharged by the court", "When did the court discharge it?", "discharged by the court"),
    ],
)
async def test_it_ends_with_before_and_after_and_stands_in_the_history_in_its_own_words(
    desk: Desk, kind: Kind, button: str, asked: str, kept: str
) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, kind))
    await chat.say(FOUND)
    await chat.press(in_its_words(kind, "Change this {thing}"))
    await chat.press(button)
    assert asked in [one.get("label") for one in chat.cards[-1]["body"]]
    await chat.press("Show before and after", when="22 november 2026 09:00", learned="officer")
    await chat.press("Confirm")
    order = await desk.order(reference)
    assert state_at(order, desk.clock()) in ENDED
    await chat.say(FOUND)
    history = " ".join(await chat.press("History"))
    assert f"Version 2: {kept}. Ended: no -> Sun 22 November 2026 at 09:00." in history
    assert ("by the court" in history) is ("by the court" in kept)


@pytest.mark.parametrize(
    ("kind", "line", "what"),
    [
        (Kind.DVPN, "the dvpn lapsed today at 9am", ChangeKind.LAPSED),
        (Kind.DAPN, "notice was withdrawn today at 9am", ChangeKind.WITHDRAWN),
        (Kind.BAIL, "bail cancelled today at 9am", ChangeKind.CANCELLED),
        (Kind.UNDERTAKING, "released from the undertaking today at 9am", ChangeKind.RELEASED),
        (Kind.RESTRAINING, "discharged today at 9am", ChangeKind.DISCHARGED),
    ],
)
async def test_it_is_typed_in_its_own_words_and_a_slip_is_taken_back(desk: Desk, kind: Kind, line: str, what: ChangeKind) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, kind))
    await chat.say(FOUND)
    await chat.say(line)
    await chat.press("Show before and after", when="today at 9am", learned="officer")
    await chat.press("Confirm")
    order = await desk.order(reference)
    async with desk.database.reading() as uow:
        assert (await uow.order_changes.of_order(order.id))[-1].kind is what
    assert await chat.press("Undo") == [UNDONE]
    assert state_at(await desk.order(reference), desk.clock()) not in ENDED


@pytest.mark.parametrize(
    ("kind", "line"), [(Kind.DVPN, "discharged today"), (Kind.BAIL, "discharged today"), (Kind.SPO, "bail cancelled today")]
)
async def test_the_words_of_another_kind_are_refused_with_its_own(desk: Desk, kind: Kind, line: str) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, kind))
    await chat.say(FOUND)
    (said,) = await chat.say(line)
    assert said.startswith("That cannot happen to ")
    assert all(one.words in said for one in MEASURES[kind].endings)
    assert (await desk.order(reference)).version == 1


def test_who_varies_bail_and_what_a_respondent_is_told_of_follow_the_kind() -> None:
    assert title_of(Kind.BAIL, ChangeKind.VARIED) == "Varied by custody"
    assert title_of(Kind.RESTRAINING, ChangeKind.VARIED) == "Varied by the court"
    assert title_of(Kind.DVPN, ChangeKind.TOLD) == "Told of the notice"
    assert title_of(Kind.DVPN, ChangeKind.HEARING) == "Hearing"


def test_every_ending_of_the_table_can_be_recorded_and_every_one_that_is_recorded_is_in_it() -> None:
    assert {ChangeKind(one.what) for row in MEASURES.values() for one in row.endings} == ENDS
    assert {kind: {one.title for one in row.endings} for kind, row in MEASURES.items()} == OFFERED


@pytest.mark.parametrize(("what", "heard"), [(one.what, heard) for row in MEASURES.values() for one in row.endings for heard in one.heard])
def test_every_word_by_which_an_ending_is_told_is_heard(what: str, heard: str) -> None:
    said = change_said(f"{heard} today", NOW)
    assert said is not None
    assert said.kind.value == what


async def test_a_notice_ended_just_now_is_told_as_ended_by_the_card_that_says_so(desk: Desk) -> None:
    desk.clock = Ticking(NOW)
    chat = desk.chat(officer=VLO)
    await entered(chat, Kind.DVPN)
    await chat.say(FOUND)
    await chat.press("End")
    assert "Ended before its time: history only" in await chat.press("End it", how="lapsed", reason="The inspector told the desk")
