"""A supervisor, a recorder and an officer who is offered a record are told, in words that name nobody, while there is something to tell."""

from dataclasses import replace

import pytest

from bot.cards.notices import OF_A_BREACH
from domain.outbox import AWAITS_SIGN_OFF, DRAFT_OFFERED, DRAFT_TAKEN, RETURNED, SIGNED_OFF, NoConversation, State, Unreachable
from services import breach_handover, breach_signing
from storage.work import Database
from tests.breaches import NOW
from tests.fakes.talk import buttons, words
from tests.people import SUPERVISOR, VLO
from tests.reminding import Register
from tests.signing import OKAFOR, OTHER, RECORDER, Station


class Post:
    """A station, and a dispatcher over the same database."""

    def __init__(self, database: Database) -> None:
        self.station = Station(database)
        self.register = Register(database)
        self.register.clock = self.station.clock
        self.arrived = self.register.messenger.arrived

    async def told(self) -> list[tuple[object, str]]:
        """To whom, and the title of each."""
        await self.register.dispatched()
        cards = [one.drawn.activity["attachments"][0]["content"] for one in self.arrived]
        return [(one.recipient, list(words(card))[1]) for one, card in zip(self.arrived, cards, strict=True)]


@pytest.fixture
async def post(database: Database) -> Post:
    made = Post(database)
    await made.station.open()
    return made


def title(stage: str) -> str:
    return OF_A_BREACH[stage][0]


async def test_the_notice_to_a_supervisor_gives_the_reference_and_a_press_and_names_nobody(post: Post) -> None:
    record = await post.station.record()
    assert await post.told() == [(SUPERVISOR.id, title(AWAITS_SIGN_OFF))]
    (arrived,) = post.arrived
    (attachment,) = arrived.drawn.activity["attachments"]
    assert record.reference in list(words(attachment["content"]))
    assert [word for word in ("Smith", "Marlow", "texted", RECORDER.name) if word in str(arrived.drawn.activity)] == []
    on_a_locked_phone = (arrived.drawn.activity["summary"], attachment["content"]["speak"], attachment["content"]["fallbackText"])
    assert record.reference not in str(on_a_locked_phone)
    assert [name for name, _ in buttons(attachment["content"])] == ["Show the record", "Awaiting sign-off"]
    assert {(one.verb, one.object) for one in arrived.drawn.actions} == {
        (verb, str(record.id)) for verb in ("breach:show", "breach:awaiting")
    }
    assert [one.outcome for one in await post.station.trail("notice:breach:send")] == ["intended", "sent"]
    line = (await post.station.trail("notice:breach:send"))[0]
    parties = f"{post.station.order.respondent.id};{post.station.order.applicant.id}"
    assert (line.subject, line.recipient) == (f"{record.id};{post.station.order.id};{parties}", str(SUPERVISOR.id))


async def test_what_was_decided_before_the_notice_went_out_is_not_told_any_more(post: Post) -> None:
    record = await post.station.record()
    await breach_signing.sign_off(post.station.work, post.station.clock, OTHER, record.id, "0.0")
    assert await post.told() == [(RECORDER.id, title(SIGNED_OFF))]
    assert {row.stage: row.state for row in await post.station.rows(record.id)} == {
        AWAITS_SIGN_OFF: State.CANCELLED,
        SIGNED_OFF: State.SENT,
    }


async def test_the_recorder_is_told_of_a_return(post: Post) -> None:
    record = await post.station.record()
    await post.told()
    await breach_signing.return_with_note(post.station.work, post.station.clock, SUPERVISOR, record.id, "Which phone?", "0.0")
    assert (await post.told())[1:] == [(RECORDER.id, title(RETURNED))]
    assert "phone" not in str(post.arrived[1].drawn.activity)


async def test_where_the_supervisor_has_left_another_is_told(post: Post) -> None:
    record = await post.station.record()
    await post.register.leave(SUPERVISOR)
    await post.told()
    assert await post.told() == [(OTHER.id, title(AWAITS_SIGN_OFF))]
    assert {row.recipient: row.state for row in await post.station.rows(record.id)} == {
        SUPERVISOR.id: State.CANCELLED,
        OTHER.id: State.SENT,
    }


@pytest.mark.parametrize("trouble", [Unreachable("blocked"), NoConversation()])
async def test_where_the_supervisor_cannot_be_reached_another_is_told(post: Post, trouble: Exception) -> None:
    await post.station.record()
    post.register.messenger.trouble[SUPERVISOR.id] = [trouble]
    await post.told()
    assert await post.told() == [(OTHER.id, title(AWAITS_SIGN_OFF))]


async def test_a_notice_of_a_record_that_is_nowhere_is_dropped(post: Post) -> None:
    record = await post.station.record()
    async with post.station.work() as uow:
        row = (await uow.outbox.of_plan(record.id))[0]
        await uow.outbox.cancel([row.id])
        await uow.outbox.plan([replace(row, id=OTHER.id, plan=OTHER.id), replace(row, id=VLO.id, plan=VLO.id, recipient=VLO.id)])
    assert await post.told() == []
    assert {one.state for one in [*await post.station.rows(OTHER.id), *await post.station.rows(VLO.id)]} == {State.CANCELLED}


async def test_an_offer_is_told_to_the_receiver_and_its_taking_to_the_giver(post: Post) -> None:
    draft = await post.station.draft("no", "He rang.")
    await breach_handover.offer_to(post.station.work, post.station.clock, RECORDER, draft.id, OKAFOR.id)
    assert await post.told() == [(OKAFOR.id, title(DRAFT_OFFERED))]
    card = post.arrived[0].drawn.activity["attachments"][0]["content"]
    assert (post.station.order.reference in list(words(card)), [name for name, _ in buttons(card)]) == (True, ["Take it on"])
    assert "Smith" not in str(card)
    await breach_handover.take(post.station.work, post.station.clock, OKAFOR, draft.id)
    assert (await post.told())[1:] == [(RECORDER.id, title(DRAFT_TAKEN))]


async def test_an_offer_that_was_taken_back_is_not_told_any_more(post: Post) -> None:
    draft = await post.station.draft("no", "He rang.")
    await breach_handover.offer_to(post.station.work, post.station.clock, RECORDER, draft.id, OKAFOR.id)
    await breach_handover.withdraw(post.station.work, post.station.clock, RECORDER, draft.id)
    assert await post.told() == []
    assert [row.state for row in await post.station.rows(draft.id)] == [State.CANCELLED]
    assert post.station.clock() == NOW
