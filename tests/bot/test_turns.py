"""A turn from end to end: heard once, answered, remembered whole or not at all."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from bot.handler import NmoHandler
from bot.heard import Heard
from bot.identity import GROUP, NOBODY, STRANGER
from bot.turns import Outcome, Turns
from domain.audit import AuditEntry, AuditKind
from domain.conversations import TEAMS, WEB
from domain.errors import StorageFull
from storage.work import Database
from tests.databases import beside
from tests.fakes.clock import NOON, FrozenClock
from tests.fakes.root import REFUSAL, PlainRoot, effects
from tests.fakes.talk import buttons
from tests.people import EVERYONE, LEFT, RESPONSE, VLO
from tests.trail import trail_of

_ids = count(1)


def message(words: str = "", speaker: UUID | None = RESPONSE.id, **more: Any) -> Heard:
    return heard({"type": "message", "text": words}, speaker, **more)


def press(action: str, speaker: UUID | None = RESPONSE.id, **inputs: str) -> Heard:
    return heard({"type": "message", "value": {"action": action, **inputs}}, speaker)


def heard(activity: Mapping[str, Any], speaker: UUID | None = RESPONSE.id, channel: str = TEAMS, **more: Any) -> Heard:
    whole = {"id": f"activity-{next(_ids)}", "conversation": {"id": "c"}, **activity}
    return Heard(channel, "c", whole["id"], speaker, whole, **more)


def words(outcome: Outcome) -> list[str]:
    return [answer.activity.get("text", "a card") for answer in outcome.answers]


async def opened(database: Database) -> tuple[Turns, PlainRoot]:
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
    root = PlainRoot(database)
    return Turns(database, FrozenClock(), NmoHandler(root)), root


async def trail(database: Database) -> list[tuple[str, UUID, str]]:
    return [(entry.event, entry.actor, entry.outcome) for entry in await trail_of(database)]


async def state(database: Database) -> dict[str, Any]:
    async with database.reading() as uow:
        kept = await uow.conversations.get("c", NOON)
    return {} if kept is None else kept.state


async def test_the_same_activity_twice_or_at_once_is_one_turn(database: Database) -> None:
    turns, root = await opened(database)
    one = message("hello")
    async with beside(database) as other:
        elsewhere = Turns(other, FrozenClock(), NmoHandler(root))
        outcomes = await asyncio.gather(turns.hear(one), elsewhere.hear(one), turns.hear(one))
    assert sorted(outcome.repeated for outcome in outcomes) == [False, True, True]
    assert root.turns == await effects(database) == 1
    assert [words(outcome) for outcome in outcomes] == [["You said hello."]] * 3


async def test_an_answer_that_was_never_delivered_comes_again_with_the_re_sent_activity(database: Database) -> None:
    turns, root = await opened(database)
    one = message("hello")
    [kept] = (await turns.hear(one)).answers
    async with beside(database) as reopened:
        after_the_crash = Turns(reopened, FrozenClock(), NmoHandler(root))
        again = await after_the_crash.hear(one)
        assert [(answer.id, answer.activity) for answer in again.answers] == [(kept.id, kept.activity)]
        async with reopened.work() as uow:
            await uow.messages.all_delivered([(kept.id, NOON, None)])
        assert await after_the_crash.hear(one) == Outcome(repeated=True)
    assert await effects(database) == 1


async def test_a_fault_is_owned_up_to_with_a_reference_and_nothing_of_it_is_kept(database: Database) -> None:
    turns, _ = await opened(database)
    await turns.hear(message("first"))
    before = await state(database)
    broken = message("break")
    [sorry] = words(await turns.hear(broken))
    assert "nothing was saved" in sorry
    assert "Reference E-" in sorry
    assert "made-up fault" not in sorry
    assert (await effects(database), await state(database)) == (1, before)
    assert (await turns.hear(broken)).repeated
    assert words(await turns.hear(message("next"))) == ["You said next."]


async def test_where_not_even_the_apology_can_be_kept_it_is_said_all_the_same(embedded: Database) -> None:
    turns, _ = await opened(embedded)
    async with embedded.work() as uow:
        await uow.connection.execute(text("DROP TABLE message"))
    with pytest.raises(Exception, match=r"nothing was saved\. .* Reference E-") as refused:
        await turns.hear(message("hello"))
    assert type(refused.value).__name__ == "AssistantError"


async def test_a_full_disk_in_a_turn_leaves_nothing_behind_and_the_same_activity_works_later(embedded: Database) -> None:
    turns, _ = await opened(embedded)
    async with embedded.work() as uow:
        pages = await uow.connection.scalar(text("PRAGMA page_count"))
        await uow.connection.execute(text(f"PRAGMA max_page_count = {pages + 20}"))
    one = message("big")
    with pytest.raises(StorageFull):
        await turns.hear(one)
    async with embedded.reading() as uow:
        assert await uow.connection.scalar(text("SELECT count(*) FROM message")) == 0
    async with embedded.reading() as uow:
        await uow.connection.execute(text("PRAGMA max_page_count = 100000"))
    assert (await effects(embedded), await state(embedded)) == (0, {})
    assert not (await turns.hear(one)).repeated
    assert await effects(embedded) == 1


async def test_a_button_works_once_for_its_officer_and_a_refused_press_can_be_pressed_again(database: Database) -> None:
    turns, _ = await opened(database)
    [card] = (await turns.hear(message("card"))).answers
    pressable = dict(buttons(card.activity["attachments"][0]["content"]))
    before = await state(database)
    assert words(await turns.hear(press(pressable["Refuse"]))) == [REFUSAL]
    assert (await effects(database), await state(database)) == (1, before)
    assert [words(await turns.hear(press(pressable["Done"], VLO.id))), await effects(database)] == [
        ["That button is no longer live. Ask for the record again to see how things stand now."],
        1,
    ]
    assert ("bot:press:not_theirs", VLO.id, "refused") in await trail(database)
    outcomes = await asyncio.gather(*(turns.hear(press(pressable["Done"])) for _ in range(4)))
    assert [said for outcome in outcomes for said in words(outcome)].count("You said done.") == 1
    assert await effects(database) == 2
    [used] = words(await turns.hear(press(pressable["Refuse"])))
    assert "nothing was done twice" in used


async def test_a_double_press_is_one_press_and_a_later_one_is_told_that_it_was_dealt_with(database: Database) -> None:
    _, root = await opened(database)
    clock = FrozenClock()
    turns = Turns(database, clock, NmoHandler(root))
    [card] = (await turns.hear(message("card"))).answers
    done = dict(buttons(card.activity["attachments"][0]["content"]))["Done"]
    assert words(await turns.hear(press(done))) == ["You said done."]
    clock.advance(timedelta(seconds=4))
    assert await turns.hear(press(done)) == Outcome()
    clock.advance(timedelta(seconds=1))
    [used] = words(await turns.hear(press(done)))
    assert "nothing was done twice" in used
    assert await effects(database) == 2


async def test_a_made_up_button_does_nothing(database: Database) -> None:
    turns, root = await opened(database)
    made_up = ["never-offered", "", "\x00", "x" * 65, "'; DROP TABLE action; --"]
    said = [line for action in made_up for line in words(await turns.hear(press(action)))]
    assert [line for line in said if "no longer live" in line] == said
    assert (len(said), root.turns) == (5, 0)


async def test_an_answer_too_long_for_its_box_is_refused_and_the_button_stays_live(database: Database) -> None:
    turns, _ = await opened(database)
    [card] = (await turns.hear(message("card"))).answers
    pressable = dict(buttons(card.activity["attachments"][0]["content"]))
    [said] = words(await turns.hear(press(pressable["Done"], what="x" * 4_001)))
    assert "longer than 4,000 characters" in said
    assert words(await turns.hear(press(pressable["Done"], what="x" * 4_000))) == ["You said done."]


@pytest.mark.parametrize("speaker", [None, LEFT.id, UUID(int=7)])
async def test_a_stranger_and_a_leaver_get_one_polite_refusal_audited(database: Database, speaker: UUID | None) -> None:
    turns, root = await opened(database)
    assert words(await turns.hear(heard({"type": "conversationUpdate", "membersAdded": [{"id": "x"}]}, speaker))) == []
    assert words(await turns.hear(message("any nmo on john smith", speaker))) == [STRANGER]
    assert await trail(database) == [("bot:identity:refused", speaker or NOBODY, "refused")] * 2
    assert (root.turns, await state(database)) == (0, {})


async def test_what_a_role_does_not_include_is_refused_and_the_try_is_in_the_trail(database: Database) -> None:
    turns, _ = await opened(database)
    assert words(await turns.hear(message("refuse")))[-1] == REFUSAL
    assert await trail(database) == [("bot:permission:refused", RESPONSE.id, "refused")]


async def test_in_a_group_nothing_is_answered_but_one_fixed_sentence_and_nothing_typed_is_kept(database: Database) -> None:
    turns, root = await opened(database)
    assert words(await turns.hear(message("any nmo on Jade Marlow", personal=False))) == [GROUP]
    assert await turns.hear(heard({"type": "conversationUpdate", "membersAdded": [{"id": "x"}]}, personal=False)) == Outcome()
    assert await trail(database) == [("bot:group:refused", RESPONSE.id, "refused")]
    assert root.turns == 0
    async with database.reading() as uow:
        assert [entry.typed for entry in await uow.audit.since()] == [None]
        assert await uow.connection.scalar(text("SELECT count(*) FROM message")) == 0


async def test_an_officer_is_welcomed_once_and_found_again_where_he_last_spoke(database: Database) -> None:
    turns, _ = await opened(database)
    joined = {"type": "conversationUpdate", "membersAdded": [{"id": "x"}]}
    assert words(await turns.hear(heard(joined, service_url="https://one.example", bot="28:bot"))) == ["Welcome."]
    assert words(await turns.hear(heard({"type": "installationUpdate", "action": "add"}, service_url="https://two.example"))) == []
    async with database.reading() as uow:
        [where] = await uow.conversations.of_officer(RESPONSE.id, NOON)
    assert (where.service_url, where.reachable, where.welcomed_at) == ("https://two.example", True, NOON)
    await turns.hear(heard({"type": "installationUpdate", "action": "remove"}))
    async with database.reading() as uow:
        assert [one.reachable for one in await uow.conversations.of_officer(RESPONSE.id, NOON)] == [False]


async def test_nobody_goes_on_with_another_officers_open_question(database: Database) -> None:
    turns, _ = await opened(database)
    await turns.hear(message("hello"))
    await turns.hear(message("hello", VLO.id))
    assert await state(database) == {"stack": ["2"]}


async def test_what_a_turn_puts_in_the_trail_names_its_channel(database: Database) -> None:
    turns, _ = await opened(database)
    await turns.hear(message("hello", speaker=LEFT.id, channel=WEB))
    async with database.turn("c", TEAMS) as uow:
        await uow.audit.note(AuditEntry(NOON, VLO.id, AuditKind.CONSULTATION, "a:service:line", ""))
    assert [line.channel for line in await trail_of(database)] == [WEB, TEAMS]


async def test_on_the_web_the_rows_are_the_delivery_the_officers_own_words_first(database: Database) -> None:
    turns, _ = await opened(database)
    await turns.hear(message("hello", channel=WEB))
    async with database.reading() as uow:
        lines = await uow.messages.since("c", 0, NOON - timedelta(days=1))
    assert [line.activity["text"] for line in lines] == ["hello", "You said hello."]
    assert {line.delivered_at for line in lines} == {NOON}


async def test_an_activity_without_an_id_is_heard_each_time(database: Database) -> None:
    turns, root = await opened(database)
    one = replace(message("hello"), activity_id="")
    await turns.hear(one)
    await turns.hear(one)
    assert root.turns == 2
