"""Times that cannot be, that stop nobody, or that are asked for again; and answers that are said back or stand as they were."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.breaches.then import CHECK_THE_DATE, KEEP_RECORDING
from storage.work import Database
from tests.breaches import ACCOUNT, BROKEN, NOW, SIMPLE, needed
from tests.dialogs.breach_scene import ARREST, CHECK, CONDITIONS, HAPPENED, IN_FORCE, KNOWLEDGE, Scene, answered, is_recorded, rest
from tests.orders import an_order

KEPT = "The time is kept as typed and could not be read: fix it, or tell your sergeant."
TO_COME = "That is still to come. When did it happen?"


@pytest.fixture
async def scene(embedded: Database) -> Scene:
    return Scene(embedded)


def at(when: str) -> dict[str, str]:
    return {**ACCOUNT, "when": when}


async def test_a_time_is_said_back_with_how_the_order_stood_then(scene: Scene) -> None:
    talk = await scene.begun("no")
    heard = await talk.say("when: last night about ten")
    assert heard[0].startswith("I read that as: When: Sat 21 November 2026 at about 22:00. Your words are kept beside it.")
    assert IN_FORCE in heard


async def test_how_the_order_stood_then_and_what_is_lacking_are_said_once(scene: Scene) -> None:
    talk = await scene.begun("no")
    heard = await talk.say("what happened: He rang. when: last night about ten. where: on her phone")
    assert [heard.count(IN_FORCE), heard.count(needed("manner"))] == [1, 1]
    assert [len([text for text in await talk.say("contact") if text.startswith(("When: ", IN_FORCE))])] == [1]


async def test_an_unreadable_time_is_asked_again_and_the_record_is_finished(scene: Scene) -> None:
    talk = await scene.begun("no")
    heard = await answered(talk, at("when the bins went out"))
    assert "could not read" in heard[0]
    assert HAPPENED in heard
    assert CONDITIONS in await talk.say("last night about ten")
    await rest(talk, after=2)
    assert is_recorded(await talk.press("Send"))


async def test_a_time_that_stays_unreadable_is_kept_and_flagged(scene: Scene) -> None:
    talk = await scene.begun("no", at("when the bins went out"), at("bin day"))
    assert KEPT in await rest(talk, after=2)
    assert is_recorded(await talk.press("Send"))


@pytest.mark.parametrize("said", ["tomorrow 10am", "22/11 23:00", "23/11/2026 22:00"])
async def test_a_time_still_to_come_is_never_kept_however_often_it_is_given(scene: Scene, said: str) -> None:
    talk = await scene.begun("no")
    for _ in range(3):
        heard = await answered(talk, at(said))
        assert heard[0].startswith(TO_COME)
        assert HAPPENED in heard
    assert (await talk.say(said))[0].startswith(TO_COME)
    assert CONDITIONS in await talk.say("last night about ten")


async def test_a_time_still_to_come_does_not_count_as_a_try_at_one_that_cannot_be_read(scene: Scene) -> None:
    talk = await scene.begun("no", at("23/11/2026 22:00"))
    assert "could not read" in (await talk.say("when the bins went out"))[0]
    assert (await talk.say("23/11/2026 22:00"))[0].startswith(TO_COME)
    assert CONDITIONS in await talk.say("bin day")


@pytest.mark.parametrize(
    ("order", "when", "said", "next_step"),
    [
        ({}, "1 May 2026 at 10:00", "was not live then (Not yet made at that time)", CHECK_THE_DATE),
        (
            {"expires_at": datetime(2026, 11, 1, 23, 59, tzinfo=UTC)},
            "last night about ten",
            "was not live then (Expired: history only)",
            KEEP_RECORDING,
        ),
        (
            {"discharged_at": datetime(2026, 11, 21, 9, 0, tzinfo=UTC)},
            "last night about ten",
            "was not live then (Discharged",
            KEEP_RECORDING,
        ),
    ],
    ids=["before it was made", "after it ended", "discharged yesterday"],
)
async def test_a_time_at_which_the_order_was_not_live_is_said_and_stops_nobody(
    scene: Scene, order: dict[str, Any], when: str, said: str, next_step: str
) -> None:
    talk = await scene.begun("no", order=an_order(**order))
    heard = await talk.say(f"when: {when}")
    assert [text for text in heard if said in text and text.endswith(next_step)] != []
    shown = await answered(talk, at(when), *SIMPLE[2:])
    assert [text for text in shown if said in text] != []
    assert is_recorded(await talk.press("Send"))


async def test_words_of_awareness_are_said_back_and_stand_until_others_are_given(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:3])
    heard = await talk.say("knew: pc loom told him at the door")
    assert heard[0].startswith("I read that as: How the respondent knew of the order: Told by police. Your words are kept beside it.")
    assert heard[0].endswith("If it is not right, or not all, type 'change 4'.")
    assert ARREST in await talk.press("Next", identity="id_account", explained="explained_later")
    assert "Nothing ticked" not in " ".join(await rest(talk, after=4))


async def test_words_that_tell_no_way_of_knowing_are_kept_and_stop_nobody(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:3])
    await talk.say("knew: her mother thinks so")
    await talk.press("Next", identity="id_account", explained="explained_later")
    assert 'Said: "her mother thinks so"' in await rest(talk, after=4)


async def test_next_with_nothing_filled_in_is_no_answer_where_none_stands(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:3])
    said = needed("identity", "awareness", "explained")
    assert (await talk.press("Next"))[0] == said
    assert said in await talk.press("Next", identity="", awareness="", explained="")


async def test_next_with_nothing_changed_leaves_the_answers_and_when_they_were_given(scene: Scene) -> None:
    order = an_order()
    talk = await scene.begun(*SIMPLE, order=order)
    scene.clock.advance(timedelta(hours=1))
    await talk.press("Change: What happened?")
    assert CHECK in await answered(talk, ACCOUNT)
    await talk.press("Send")
    async with scene.database.work() as uow:
        (record,) = await uow.breaches.of_order(order.id)
    assert {one.at for one in record.answers} == {NOW}


async def test_several_answers_typed_in_one_message_are_each_read(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:4])
    heard = await talk.say("offences: none; earlier: no; arrest: not found yet; reason: he had gone")
    assert "Evidence" in heard
    assert {"Arrest decision: Not found yet: to be arrested", "Reason for no arrest: he had gone"} <= set(await rest(talk, after=5))


async def test_more_is_read_from_an_answer_than_was_asked_where_the_words_leave_no_doubt(scene: Scene) -> None:
    talk = await scene.begun("no", {"happened": "He was there.", "when": "last night about ten"})
    heard = await talk.say("on whatsapp, he messaged her")
    assert heard[0].startswith("I read that as: How: Contact. Your words are kept beside it.")
    assert CONDITIONS in heard


async def test_a_message_that_is_too_long_is_refused_whole_and_the_page_is_shown_again(scene: Scene) -> None:
    talk = await scene.begun("no")
    heard = await talk.say("x" * 4001)
    assert heard[0].startswith("That is longer than 4,000 characters and was not kept.")
    assert HAPPENED in heard


async def test_a_page_of_choices_is_answered_by_no_words_that_name_none(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:2], BROKEN)
    heard = await talk.say("identity: the man upstairs")
    assert heard[0].startswith('I could not read that as an answer to "How do we know that it was the respondent?"')
    assert KNOWLEDGE in heard
