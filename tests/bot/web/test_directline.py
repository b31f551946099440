"""What a Direct Line client gets from the web chat."""

import asyncio
from datetime import timedelta

from tests.bot.web.talk import Server, readable
from tests.fakes.webchat import LIAISON, RESPONSE, said

WELCOME = "Welcome. I am NMO Bot, and you are officer 1."


async def test_an_officer_is_welcomed_and_hears_an_answer(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    stream = await talk.listen()
    answer = await talk.say("any nmo on john smiht")
    assert await stream.until(3) == [WELCOME, "any nmo on john smiht", "message"]
    echo, card = stream.shown[1:]
    assert echo["id"] == (await answer.json())["id"]
    assert echo["channelData"] == {"clientActivityID": "c1"}
    assert echo["from"] == {"id": str(RESPONSE.id), "role": "user"}
    assert card["attachments"][0]["content"]["actions"] == [{"type": "Action.Submit", "title": "Done", "data": {"action": "a1b2"}}]


async def test_a_pressed_button_reaches_the_desk_and_its_echo_is_marked_as_not_to_be_shown(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    stream = await talk.listen()
    await talk.post({"type": "message", "value": {"action": "a1b2"}, "channelData": {"clientActivityID": "p", "postBack": True}})
    assert (await stream.until(3))[2] == "Pressed a1b2."
    assert stream.shown[1]["channelData"] == {"clientActivityID": "p", "postBack": True}


async def test_two_windows_of_one_officer_show_the_same_and_another_officer_sees_nothing(server: Server) -> None:
    mine, other = await server.enter(RESPONSE.id), await server.enter(LIAISON.id)
    left, right, elsewhere = await mine.listen(), await mine.listen(), await other.listen()
    await mine.say("hello")
    await other.say("good morning")
    assert await left.until(3) == await right.until(3) == [WELCOME, "hello", "message"]
    assert await elsewhere.until(3) == [WELCOME.replace("1", "2"), "good morning", "message"]


async def test_a_reminder_that_another_process_wrote_arrives_by_itself(server: Server) -> None:
    talk = await server.enter(LIAISON.id)
    stream = await talk.listen()
    await stream.until(1)
    server.transcript.write(talk.conversation, said("You have a contact to make."))
    assert (await stream.until(2))[1] == "You have a contact to make."


async def test_a_line_committed_after_a_later_one_is_neither_lost_nor_shown_twice(server: Server) -> None:
    talk = await server.enter(LIAISON.id)
    stream = await talk.listen()
    await stream.until(1)
    late = server.transcript.number()
    server.transcript.write(talk.conversation, said("second"))
    assert (await stream.until(2))[1] == "second"
    again = await talk.again(stream.watermark)
    server.transcript.commit(late, talk.conversation, said("first"))
    assert (await stream.until(3))[2] == "first"
    assert await again.until(1) == ["first"]
    server.transcript.write(talk.conversation, said("third"))
    assert (await stream.until(4))[3] == "third"
    assert await again.until(2) == ["first", "third"]


async def test_a_window_that_comes_back_gets_what_it_missed_and_no_more(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    stream = await talk.listen()
    await talk.say("one")
    await stream.until(3)
    await stream.socket.close()
    server.transcript.write(talk.conversation, said("while you were away"))
    assert await (await talk.again(stream.watermark)).until(1) == ["while you were away"]


async def test_a_window_that_knew_another_database_begins_again(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    assert await (await talk.again("900.905")).until(1) == [WELCOME]


async def test_a_reload_brings_back_the_last_day_and_nothing_older(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    server.clock.later(timedelta(hours=23))
    server.transcript.write(talk.conversation, said("late shift"))
    server.clock.later(timedelta(hours=2))
    talk = await server.enter(RESPONSE.id)
    assert await (await talk.listen()).until(1) == ["late shift"]


async def test_the_activities_can_be_read_without_a_stream(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    first = await (await server.client.get(f"{talk.path}/activities", headers=talk.headers)).json()
    await talk.say("hello")
    rest = await (await server.client.get(f"{talk.path}/activities", params={"watermark": first["watermark"]}, headers=talk.headers)).json()
    assert [readable(activity) for activity in first["activities"]] == [WELCOME]
    assert [readable(activity) for activity in rest["activities"]] == ["hello", "message"]


async def test_a_long_history_comes_in_order_and_each_line_once(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    lines = [f"line {number}" for number in range(230)]
    for line in lines:
        server.transcript.write(talk.conversation, said(line))
    assert await (await talk.listen()).until(231) == [WELCOME, *lines]


async def test_the_same_message_sent_twice_is_one_turn(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    first, second = await talk.say("hello", "c7"), await talk.say("hello", "c7")
    assert (await first.json())["id"] == (await second.json())["id"]
    assert [readable(activity) for activity in server.desk.heard] == ["conversationUpdate", "hello"]


async def test_that_the_bot_is_typing_is_shown_and_not_kept(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    stream = await talk.listen()
    await stream.until(1)
    await server.chat.ephemeral(talk.conversation, {"type": "typing"})
    assert (await stream.until(2))[1] == "typing"
    assert await (await talk.again("")).until(1) == [WELCOME]


async def test_a_turn_that_takes_long_shows_that_the_bot_is_typing(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    stream = await talk.listen()
    await stream.until(1)
    turn = asyncio.create_task(talk.say("think"))
    assert (await stream.until(2))[1] == "typing"
    server.desk.thought.set()
    assert (await turn).status == 200


async def test_a_refused_turn_shows_the_words_meant_for_the_person(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    stream = await talk.listen()
    await stream.until(1)
    answer = await talk.say("refuse")
    assert (answer.status, (await stream.until(3))[1:]) == (200, ["refuse", "That is for a supervisor."])


async def test_a_failed_turn_gives_a_reference_and_no_detail(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    stream = await talk.listen()
    await stream.until(1)
    answer = await talk.say("fail")
    words = (await answer.json())["error"]["message"]
    assert (answer.status, (await stream.until(2))[1]) == (500, words)
    assert "Reference E-" in words
    assert "store" not in words
