"""Each disclosure of an address is on the trail with its reason, and what was shown is taken away when its minute is over."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from domain.access import Access
from domain.audit import AuditEntry, AuditKind
from domain.conversations import TAKEN_AWAY, Message
from domain.errors import NotAllowed, NotFound
from domain.officers import Officer, Permission
from domain.orders import PartyRole
from domain.outbox import LIVE_STATES, NOBODY, Ambiguous, Outgoing, State, Unreachable
from domain.whereabouts import SHOWN_FOR
from services.whereabouts import plan_taking_away, reveal
from storage.sealing import Sealer
from storage.work import Database
from tests.databases import FORCE, KEYS
from tests.fakes.clock import NOON
from tests.orders import a_party, an_order
from tests.people import ADMIN, AUDITOR, EVERYONE, NEIGHBOUR, RESPONSE, VLO
from tests.reminding import GONE, JOB, Register

WHY = Access("contact")
CARD = {"type": "message", "attachments": [{"content": {"body": [{"text": "3 Cobbler's Yard"}]}}]}


@pytest.fixture
def register(database: Database) -> Register:
    return Register(database)


async def trail(register: Register, *events: str) -> list[AuditEntry]:
    async with register.database.reading() as uow:
        return [one for one in await uow.audit.since() if one.event in events]


async def test_the_address_is_disclosed_with_the_reason_to_whoever_may_see_it(register: Register) -> None:
    await register.open()
    revealed = await reveal(register.database.work, register.clock, VLO, register.order.id, WHY, "webchat")
    assert revealed.lines == ("3 Cobbler's Yard", "Ambermere", "ZZ2 7QD")
    (line,) = await trail(register, "address:applicant:shown")
    assert (line.kind, line.actor, line.recipient, line.reason, line.outcome, line.channel) == (
        AuditKind.DISCLOSURE,
        VLO.id,
        str(VLO.id),
        "contact",
        "done",
        "webchat",
    )
    assert line.subject == f"{register.order.id};{register.order.applicant.id}"


async def test_what_the_court_withholds_is_not_shown_and_the_attempt_is_on_the_trail(register: Register) -> None:
    hidden = an_order(applicant=a_party(role=PartyRole.APPLICANT, withheld=frozenset({"address1"})))
    await register.open(hidden)
    assert (await reveal(register.database.work, register.clock, VLO, hidden.id, WHY)).lines == ()
    assert [line.outcome for line in await trail(register, "address:applicant:shown")] == ["not_shown"]


@pytest.mark.parametrize("officer", [RESPONSE, NEIGHBOUR, AUDITOR, ADMIN])
async def test_whoever_may_not_see_it_is_refused_before_anything_is_read(register: Register, officer: Officer) -> None:
    with pytest.raises(NotAllowed):
        await reveal(register.database.work, register.clock, officer, register.order.id, WHY)
    assert await trail(register, "address:applicant:shown") == []


async def test_an_order_that_is_gone_is_said_to_be_gone(register: Register) -> None:
    with pytest.raises(NotFound):
        await reveal(register.database.work, register.clock, VLO, uuid4(), WHY)


async def show(register: Register) -> Message:
    """A card that is shown for a minute, and beside it one that is not."""
    about = frozenset({str(register.order.id)})
    passing = Message(uuid4(), "web", CARD, NOON, about, Permission.SEE_SAFE_CONTACT, until=NOON + SHOWN_FOR)
    staying = Message(uuid4(), "web", CARD, NOON, about)
    async with register.database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.messages.add([passing, staying])
        await plan_taking_away(uow, VLO, [passing, staying])
    return passing


async def kept(register: Register, id: UUID) -> Message:
    async with register.database.reading() as uow:
        found = await uow.messages.get(id)
    assert found is not None
    return found


async def rows(register: Register, message: Message) -> list[Outgoing]:
    async with register.database.reading() as uow:
        return await uow.outbox.of_plan(message.id)


async def test_after_a_minute_nothing_of_it_is_left_in_the_registry_and_the_channel_is_told(register: Register) -> None:
    shown = await show(register)
    register.clock.advance(SHOWN_FOR - timedelta(milliseconds=1))
    await register.dispatched()
    assert ((await kept(register, shown.id)).activity, register.messenger.taken_away) == (CARD, [])
    register.clock.advance(timedelta(milliseconds=1))
    await register.dispatched()
    await register.dispatched()
    (taken,) = register.messenger.taken_away
    assert (taken.id, taken.activity) == (shown.id, {"type": "message", "text": TAKEN_AWAY, "textFormat": "plain"})
    assert (await kept(register, shown.id)).activity == taken.activity
    async with register.database.reading() as uow:
        sealed = await uow.connection.scalar(text("SELECT count(*) FROM message"))
        untouched = [one for one in await uow.messages.since("web", 0, NOON) if one.activity == CARD]
    assert (sealed, len(untouched), register.messenger.arrived) == (2, 1, [])


async def test_the_taking_away_is_on_the_trail_before_and_after(register: Register) -> None:
    await show(register)
    register.clock.advance(SHOWN_FOR)
    await register.dispatched()
    lines = await trail(register, "address:applicant:taken_away")
    assert [(one.kind, one.actor, one.subject, one.outcome, one.recipient) for one in lines] == [
        (AuditKind.ERASURE, JOB.id, str(register.order.id), outcome, str(VLO.id)) for outcome in ("intended", "sent")
    ]


async def test_the_next_worker_takes_away_what_one_that_was_killed_had_claimed(register: Register) -> None:
    shown = await show(register)
    register.clock.advance(SHOWN_FOR)
    killed = register.dispatcher("killed", lease=GONE)
    register.messenger.trouble[NOBODY] = [Ambiguous("cut off")]
    await killed.tick()
    await killed.settled()
    await register.dispatcher("two").sweep()
    register.clock.advance(timedelta(minutes=1))
    await register.dispatched()
    assert [one.id for one in register.messenger.taken_away] == [shown.id]
    assert [row.state for row in await rows(register, shown)] == [State.SENT]


async def test_it_is_taken_away_also_from_somebody_who_has_left(register: Register) -> None:
    shown = await show(register)
    await register.leave(VLO)
    register.clock.advance(SHOWN_FOR)
    await register.dispatched()
    assert [one.id for one in register.messenger.taken_away] == [shown.id]


async def test_what_the_channel_refuses_is_out_of_the_registry_and_the_refusal_is_on_the_trail(register: Register) -> None:
    shown = await show(register)
    register.messenger.trouble[NOBODY] = [Unreachable("ActivityNotFound")]
    register.clock.advance(SHOWN_FOR)
    await register.dispatched()
    assert [row.state for row in await rows(register, shown)] == [State.DEAD]
    assert "text" in (await kept(register, shown.id)).activity
    assert [one.outcome for one in await trail(register, "address:applicant:taken_away")] == ["intended", "ActivityNotFound"]
    assert [row for row in await rows(register, shown) if row.state in LIVE_STATES] == []


async def test_what_is_left_is_sealed_for_the_same_place(register: Register) -> None:
    shown = await show(register)
    register.clock.advance(SHOWN_FOR)
    await register.dispatched()
    async with register.database.reading() as uow:
        sealed = {row.id: row.activity for row in await uow.connection.execute(text("SELECT id, activity FROM message"))}
    sealer = Sealer(KEYS.draw("columns"), FORCE)
    assert b"Cobbler" not in sealer.open(sealed[str(shown.id)], "message.activity", str(shown.id))
