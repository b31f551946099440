"""An order's paper is read into a draft, and its terms count only once a person has checked them against it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.audit import AuditEntry, AuditKind
from domain.conversations import TEAMS, WEB
from domain.errors import NotAllowed, NotFound, Outdated, Unreadable
from domain.officers import Officer
from domain.orders import Order
from domain.outbox import CHANGED
from domain.papers import NotRead, Term
from domain.terms import HELD, TermsState
from services import papers
from services.contacts import open_plans
from services.watches import watch
from storage.work import Database
from tests.fakes.clock import NOON, FrozenClock
from tests.orders import an_order
from tests.papers import SENTENCES, a_paper, at_once, hold
from tests.people import ADMIN, AUDITOR, DESK, NEIGHBOUR, RESPONSE, SUPERVISOR, VLO
from tests.trail import trail_of

CLOCK = FrozenClock()
ENDS = datetime(2026, 12, 1, 16, 0, tzinfo=UTC)


@pytest.fixture
def order() -> Order:
    return an_order(has_document=True)


async def read(database: Database, order: Order, by: Officer = DESK) -> papers.Checking:
    return await papers.read_terms(database.work, CLOCK, by, order.id, at_once)


async def check(
    database: Database, order: Order, typed: dict[str, str] | None = None, seen: int = 1, by: Officer = DESK
) -> papers.Checking:
    return await papers.check_terms(database.work, CLOCK, by, order.id, seen, {HELD: "yes"} | (typed or {}), open_plans)


async def trail(database: Database) -> list[AuditEntry]:
    return [line for line in await trail_of(database) if line.event.startswith("paper:")]


async def as_held(database: Database, order: Order) -> Order:
    async with database.reading() as uow:
        (held,) = await uow.orders.many([order.id])
        return held


async def test_a_paper_is_read_into_a_draft_that_changes_nothing_of_the_order(database: Database, order: Order) -> None:
    await hold(database, order, a_paper(order))
    checking = await read(database, order)
    assert (checking.terms.state, checking.terms.version) == (TermsState.DRAFT, 1)
    assert [one.number for one in checking.terms.draft.conditions] == ["1", "2"]
    assert await as_held(database, order) == order
    assert await papers.show_terms(database.work, CLOCK, RESPONSE, order.id) is None


async def test_the_same_paper_is_read_once(database: Database, order: Order) -> None:
    await hold(database, order, a_paper(order))
    assert (await read(database, order)).terms == (await read(database, order, VLO)).terms
    assert [line.event for line in await trail(database)] == ["paper:terms:read", "paper:terms:shown"]


async def test_where_the_paper_says_another_thing_than_the_register_it_is_shown_without_a_name(database: Database, order: Order) -> None:
    await hold(database, order, a_paper(order, "Applicant: Mary Other", *SENTENCES[2:]))
    assert (await read(database, order)).differs == (
        "The name of the applicant on the paper is not the one in the register.",
        "Made on: the register has 1 June 2026.",
        "Ends: the register has Sun 31 January 2027 at 23:59.",
    )


async def test_checked_terms_count_as_a_new_version_of_the_order_with_before_and_after_on_the_trail(
    database: Database, order: Order
) -> None:
    await hold(database, order, a_paper(order))
    await read(database, order)
    await check(database, order)
    held = await as_held(database, order)
    assert (held.made_on, held.expires_at, held.return_hearing_on) == (date(2026, 6, 2), ENDS, date(2026, 6, 23))
    assert (held.without_notice, held.conditions_checked, held.version) == (True, True, 2)
    async with database.reading() as uow:
        assert await uow.orders.versions(order.id) == [order]
    line = (await trail(database))[-1]
    assert (line.event, line.kind, line.actor) == ("paper:terms:checked", AuditKind.ALTERATION, DESK.id)
    assert "made_on: 2026-06-01 -> 2026-06-02" in (line.typed or "")
    shown = await papers.show_terms(database.work, CLOCK, RESPONSE, order.id)
    assert shown is not None
    assert (shown.officer, shown.at, shown.state) == (DESK.id, NOON, TermsState.CHECKED)


async def test_what_a_person_typed_is_kept_and_the_words_read_stay_where_nothing_was_typed(database: Database, order: Order) -> None:
    await hold(database, order, a_paper(order))
    await read(database, order)
    typed = {"ends_at": "4.30 pm", "condition_2": "The respondent must not email the applicant.", "condition_more": "He must not call."}
    changed = await papers.change_terms(database.work, CLOCK, VLO, order.id, 1, typed)
    assert changed.terms.draft.value(Term.ENDS_AT) == "16:30"
    assert [one.words for one in changed.terms.draft.conditions] == [
        "The respondent must not use or threaten violence against the applicant.",
        "The respondent must not email the applicant.",
        "He must not call.",
    ]
    async with database.reading() as uow:
        assert [one.version for one in await uow.terms.versions(order.id)] == [1, 2]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"made_on": ""}, "The day the order was made is missing"),
        ({"made_on": "soon"}, "cannot read the day the order was made"),
        ({"ends_at": "later"}, "cannot read the time the order ends"),
        ({"end": ""}, "Say how the order ends"),
        ({"ends_at": ""}, "give the day and the time"),
        ({"end": "next_hearing", "hearing_on": ""}, "give the day of the hearing"),
        ({"condition_1": " ", "condition_2": ""}, "There is no condition yet"),
        ({"condition_more": "No.\n" * 40}, "More than 30 conditions"),
    ],
)
async def test_terms_that_are_not_whole_do_not_count(embedded: Database, order: Order, typed: dict[str, str], words: str) -> None:
    await hold(embedded, order, a_paper(order))
    await read(embedded, order)
    with pytest.raises(Unreadable, match=words):
        await check(embedded, order, typed)
    assert await as_held(embedded, order) == order
    async with embedded.reading() as uow:
        assert [one.version for one in await uow.terms.versions(order.id)] == [1]


async def test_notice_that_the_paper_does_not_tell_stays_unknown(embedded: Database, order: Order) -> None:
    await hold(embedded, order, a_paper(order))
    await read(embedded, order)
    await check(embedded, order, {"notice": "", "end": "further_order"})
    held = await as_held(embedded, order)
    assert (held.without_notice, held.expires_at) == (None, None)


async def test_a_paper_that_cannot_be_read_is_typed_in_from_the_paper(embedded: Database, order: Order) -> None:
    await hold(embedded, order, a_paper(order, content=b"%PDF-1.4 broken"))
    assert (await read(embedded, order)).terms.draft.not_read is NotRead.BROKEN
    typed = {"made_on": "2 June 2026", "end": "no_fixed", "condition_more": "The respondent must not call."}
    await check(embedded, order, typed)
    assert (await as_held(embedded, order)).conditions_checked


async def test_whoever_saw_an_older_draft_is_told_so(database: Database, order: Order) -> None:
    await hold(database, order, a_paper(order))
    await read(database, order)
    await papers.change_terms(database.work, CLOCK, VLO, order.id, 1, {"hearing_court": "Castlebeck"})
    with pytest.raises(Outdated, match="changed these terms"):
        await check(database, order)
    await check(database, order, seen=2)


async def test_terms_of_an_older_paper_are_not_checked_and_the_new_one_is_read(embedded: Database, order: Order) -> None:
    await hold(embedded, order, a_paper(order))
    await read(embedded, order)
    newer = replace(a_paper(order, *SENTENCES[:5]), at=NOON + timedelta(days=1))
    async with embedded.work() as uow:
        await uow.orders.add_documents([newer])
    with pytest.raises(Outdated, match="Another paper"):
        await check(embedded, order)
    assert (await read(embedded, order)).terms.version == 2


async def test_opening_the_paper_is_a_disclosure_to_who_opened_it(database: Database, order: Order) -> None:
    paper = a_paper(order)
    await hold(database, order, paper)
    assert await papers.open_paper(database.work, CLOCK, RESPONSE, order.id, "webchat") == paper
    (line,) = await trail(database)
    assert (line.kind, line.recipient, line.channel, line.subject) == (
        AuditKind.DISCLOSURE,
        str(RESPONSE.id),
        "webchat",
        str(order.id),
    )


async def test_a_paper_that_is_not_held_is_owned_up_to_and_the_asking_is_on_the_trail(database: Database, order: Order) -> None:
    await hold(database, order)
    for asked in (
        papers.open_paper(database.work, CLOCK, DESK, order.id),
        papers.read_terms(database.work, CLOCK, DESK, order.id, at_once),
    ):
        with pytest.raises(NotFound, match="not held here"):
            await asked
    assert [line.outcome for line in await trail(database)] == ["not_found"]
    with pytest.raises(NotFound):
        await papers.find_paper(database.work, CLOCK, DESK, DESK.id)


@pytest.mark.parametrize("who", [RESPONSE, NEIGHBOUR, AUDITOR, ADMIN], ids=lambda one: one.name)
async def test_only_those_who_keep_orders_or_victims_check_the_wording(embedded: Database, order: Order, who: Officer) -> None:
    await hold(embedded, order, a_paper(order))
    await read(embedded, order)
    for asked in (
        read(embedded, order, who),
        papers.change_terms(embedded.work, CLOCK, who, order.id, 1, {}),
        check(embedded, order, by=who),
    ):
        with pytest.raises(NotAllowed):
            await asked
    await check(embedded, order, by=SUPERVISOR)


async def test_at_the_chat_page_nobody_confirms_a_paper_that_they_have_not_opened_since_it_was_read(
    database: Database, order: Order
) -> None:
    clock = FrozenClock()
    await hold(database, order, a_paper(order))
    await papers.open_paper(database.work, clock, DESK, order.id, WEB)
    clock.advance(timedelta(minutes=1))
    await papers.read_terms(database.work, clock, DESK, order.id, at_once, WEB)
    await papers.open_paper(database.work, clock, VLO, order.id, WEB)
    said = {HELD: "yes"}
    with pytest.raises(Unreadable, match="You have not opened this order's paper since its wording was read"):
        await papers.check_terms(database.work, clock, DESK, order.id, 1, said, open_plans, WEB)
    assert await as_held(database, order) == order
    await papers.open_paper(database.work, clock, DESK, order.id, WEB)
    await papers.check_terms(database.work, clock, DESK, order.id, 1, {}, open_plans, WEB)
    assert ((await trail(database))[-1].typed or "").startswith("paper: opened; made_on: ")


async def test_a_paper_checked_once_is_opened_again_before_it_is_checked_again(embedded: Database, order: Order) -> None:
    clock = FrozenClock()
    await hold(embedded, order, a_paper(order))
    await papers.read_terms(embedded.work, clock, DESK, order.id, at_once, WEB)
    await papers.open_paper(embedded.work, clock, DESK, order.id, WEB)
    clock.advance(timedelta(minutes=1))
    await papers.change_terms(embedded.work, clock, DESK, order.id, 1, {"hearing_court": "Castlebeck"}, WEB)
    await papers.check_terms(embedded.work, clock, DESK, order.id, 2, {}, open_plans, WEB)
    clock.advance(timedelta(minutes=1))
    with pytest.raises(Unreadable, match="You have not opened"):
        await papers.check_terms(embedded.work, clock, DESK, order.id, 3, {}, open_plans, WEB)


async def test_where_no_paper_is_shown_the_person_says_that_the_sealed_order_lies_before_them(embedded: Database, order: Order) -> None:
    await hold(embedded, order, a_paper(order))
    await read(embedded, order)
    with pytest.raises(Unreadable, match="Say that you have the sealed order itself before you"):
        await papers.check_terms(embedded.work, CLOCK, DESK, order.id, 1, {}, open_plans, TEAMS)
    await papers.check_terms(embedded.work, CLOCK, DESK, order.id, 1, {HELD: "yes"}, open_plans, TEAMS)
    assert ((await trail(embedded))[-1].typed or "").startswith("paper: said to be held; made_on: ")


async def test_whoever_asked_is_told_that_an_order_was_checked(database: Database, order: Order) -> None:
    await hold(database, order, a_paper(order))
    async with database.work() as uow:
        await uow.officers.save([RESPONSE, DESK])
    await watch(database.work, CLOCK, RESPONSE, order.id)
    await read(database, order)
    await check(database, order)
    async with database.reading() as uow:
        assert [(one.recipient, one.stage.partition("-")[0]) for one in await uow.outbox.of_plan(order.id)] == [(RESPONSE.id, CHANGED)]
