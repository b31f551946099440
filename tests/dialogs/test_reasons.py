"""Why somebody is looked up is asked once an incident, in one press, before the look-up that was typed is run as it was typed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cards.reasons import WHICH, WHY
from dialogs.lookups import OWN_CIRCLE, LookupDialog
from dialogs.orders import OrderDialog
from dialogs.reasons import NOT_ASKED, NOTED, SAY_WHICH
from domain.audit import AuditEntry
from domain.policies import Policy, Reason
from guidance.danger import IN_DANGER
from storage.work import Database
from tests.fakes.chat import Chat
from tests.fakes.clock import FrozenClock
from tests.fakes.talk import Talk
from tests.orders import a_party, an_order
from tests.people import AUDITOR, EVERYONE, RESPONSE

ASKED = "any nmo on john smiht dob 12/3/85"
IN_FORCE = "In force on what the court last told us"
NOT_ONE = "One name alone is not searched."


@pytest.fixture
async def register(database: Database) -> Database:
    orders = [an_order(), an_order(respondent=a_party(forenames="Wilf", surname="Quill"))]
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many(orders)
        await uow.search.add(orders)
    return database


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def talk(register: Database, clock: FrozenClock) -> Talk:
    return Talk(LookupDialog(register.work, clock, Policy), RESPONSE, register, clock)


@pytest.fixture
def chat(register: Database, clock: FrozenClock) -> Chat:
    return Chat(register, RESPONSE, real_lookups=LookupDialog(register.work, clock, Policy))


async def trail(database: Database) -> list[AuditEntry]:
    async with database.reading() as uow:
        return await uow.audit.since()


async def searched(database: Database) -> list[tuple[str | None, str, str]]:
    return [(one.typed, one.reason, one.outcome) for one in await trail(database) if one.event == "lookup:orders:searched"]


async def test_the_first_look_up_asks_why_and_one_press_runs_what_was_typed(register: Database, talk: Talk) -> None:
    said = await talk.say(ASKED)
    assert (said[0], [title for title, _ in talk.buttons]) == (WHY, [one.words for one in Policy().reasons])
    assert await searched(register) == []
    found = await talk.press("Breach or arrest")
    assert (found[1], "Searched for: John Smiht, born 12 March 1985" in found) == (IN_FORCE, True)
    assert await searched(register) == [(ASKED, "arrest", "match")]
    assert [(one.event, one.reason) for one in await trail(register)] == [
        ("lookup:reason:asked", ""),
        ("lookup:reason:given", "arrest"),
        ("lookup:orders:searched", "arrest"),
    ]


async def test_what_was_typed_is_in_no_state_and_in_no_button(register: Database, talk: Talk) -> None:
    await talk.say(ASKED)
    state = await talk.state()
    async with register.work() as uow:
        actions = [await uow.actions.take(id, RESPONSE.id, "talk", FrozenClock()()) for _, id in talk.buttons[:1]]
    assert (set(state), set(state["listed"])) == ({"stack", "listed"}, {"id", "at", "awaits", "shown"})
    assert [word for word in ("john", "smiht", "1985", "/85") if word in f"{state} {actions} {talk.cards}".casefold()] == []


async def test_the_reason_is_kept_with_every_look_up_that_follows_also_where_nothing_is_found(register: Database, talk: Talk) -> None:
    await talk.say(ASKED)
    await talk.press("Incident or call")
    assert (await talk.say("peter wetherby 1/2/70"))[1] == "Nothing found in this register"
    assert "Possible, not confirmed" in await talk.say("wilf quill")
    await talk.press("Choose 1")
    assert [(one.event, one.outcome, one.reason) for one in (await trail(register))[2:]] == [
        ("lookup:orders:searched", "match", "incident"),
        ("lookup:orders:searched", "none", "incident"),
        ("lookup:orders:searched", "possible", "incident"),
        ("lookup:order:opened", "done", "incident"),
    ]


async def test_it_is_asked_again_thirty_minutes_after_it_was_given(talk: Talk, clock: FrozenClock) -> None:
    await talk.say(ASKED)
    clock.advance(timedelta(minutes=10))
    await talk.press("Incident or call")
    clock.advance(timedelta(minutes=30) - timedelta(seconds=1))
    assert (await talk.say(ASKED))[1] == IN_FORCE
    clock.advance(timedelta(seconds=1))
    assert (await talk.say(ASKED))[0] == WHY


async def test_an_order_opened_when_the_reason_no_longer_holds_asks_first(register: Database, talk: Talk, clock: FrozenClock) -> None:
    await talk.say("wilf quill")
    await talk.press("Incident or call")
    clock.advance(timedelta(minutes=31))
    assert (await talk.press("Choose 1"))[0] == WHY
    opened = await talk.press("Bail or court")
    assert (opened[1], "Why this record: surname the same, forename the same." in opened) == (IN_FORCE, True)
    clock.advance(timedelta(minutes=31))
    assert (await talk.press("Conditions"))[0] == WHY
    assert (await talk.press("Proactive check"))[0].startswith("The order's PDF is not held here")
    assert [(one.event, one.reason) for one in await trail(register)][-2:] == [
        ("lookup:order:opened", "proactive"),
        ("paper:terms:shown", "proactive"),
    ]


async def test_one_that_is_not_on_the_list_is_said_in_words_which_are_sealed_in_the_trail(register: Database, talk: Talk) -> None:
    await talk.say(ASKED)
    asked = await talk.press("Other (say which)")
    assert asked[0] == WHY
    assert await talk.press("Go on") == [SAY_WHICH]
    await talk.say(ASKED)
    await talk.press("Other (say which)")
    assert (await talk.press("Go on", **{WHICH: "Firearms licence"}))[1] == IN_FORCE
    assert [(one.typed, one.reason) for one in await trail(register) if one.event == "lookup:reason:given"] == [
        ("Firearms licence", "other")
    ]
    assert "irearms" not in str(await talk.state())


async def test_a_reason_is_chosen_by_its_number_too(register: Database, chat: Chat) -> None:
    await chat.say(ASKED)
    assert await chat.say("9") == ["The list ends at 6. Type one of its numbers, or look up again."]
    assert (await chat.say("2"))[1] == IN_FORCE
    assert await searched(register) == [(ASKED, "arrest", "match")]


async def test_a_particular_typed_in_place_of_a_reason_joins_what_was_typed(register: Database, chat: Chat) -> None:
    await chat.say("any nmo on john smith")
    assert (await chat.say("12/3/85"))[0] == WHY
    assert (await chat.press("Incident or call"))[1] == IN_FORCE
    assert await searched(register) == [("12/3/85, any nmo on john smith", "incident", "match")]


@pytest.mark.parametrize("words", ["new incident", "New job.", "next call"])
async def test_a_new_incident_asks_anew(register: Database, chat: Chat, words: str) -> None:
    await chat.say(ASKED)
    await chat.press("Incident or call")
    assert (await chat.say(words))[0] == WHY
    assert (await chat.say(ASKED))[0] == WHY
    assert (await chat.say(words))[0] == WHY
    assert await chat.press("Proactive check") == [NOTED]
    assert (await chat.say(ASKED))[1] == IN_FORCE
    assert [reason for _, reason, _ in await searched(register)] == ["incident", "proactive"]


async def test_danger_is_answered_and_then_the_reason_is_asked(register: Database, chat: Chat) -> None:
    said = await chat.say("he is stabbing her now, any nmo on john smith dob 12/3/85")
    assert (said[1].strip("*").startswith(IN_DANGER), said.index(WHY) > 1) == (True, True)
    assert (await chat.press("Incident or call"))[1] == IN_FORCE


async def test_a_word_of_danger_is_answered_before_anything_is_asked(talk: Talk) -> None:
    said = await talk.say("peter wetherby knife 1/2/70")
    assert (said[0].startswith(IN_DANGER), said[1]) == (True, WHY)


async def test_what_cannot_be_searched_is_refused_without_a_reason_and_logged(register: Database, talk: Talk) -> None:
    assert (await talk.say("has john got a non mol"))[0].startswith(NOT_ONE)
    assert await searched(register) == [("has john got a non mol", "", "refused")]


async def test_guidance_contacts_and_a_record_in_progress_do_not_ask(chat: Chat) -> None:
    told = [await chat.say(line) for line in ("can i arrest if it has not been served", "my contacts", "record a breach", "he rang her")]
    assert [WHY in said for said in told] == [False] * 4


async def test_another_look_up_in_the_midst_of_a_record_asks_and_the_record_stays_open(chat: Chat) -> None:
    await chat.say("record a breach")
    assert WHY in await chat.say(ASKED)
    assert (await chat.press("Incident or call"))[1] == IN_FORCE
    await chat.say("he rang her")
    assert chat.breaches.answers == ["he rang her"]


async def test_the_history_of_an_order_bears_the_reason(register: Database, clock: FrozenClock) -> None:
    chat = Chat(register, RESPONSE, [LookupDialog(register.work, clock, Policy), OrderDialog(register.work, clock, Policy)])
    await chat.say(ASKED)
    await chat.press("Contact with the victim")
    await chat.press("History")
    assert [(one.event, one.reason) for one in await trail(register)][-1] == ("history:order:read", "contact")
    await chat.say("new incident")
    assert (await chat.press("History"))[0] == WHY
    assert (await chat.press("Bail or court"))[1].startswith("History of NMO-")
    assert [(one.event, one.reason) for one in await trail(register)][-1] == ("history:order:read", "court")


async def test_a_reason_pressed_twice_runs_one_look_up(register: Database, talk: Talk) -> None:
    await talk.say(ASKED)
    await talk.press("Incident or call")
    talk.buttons = [one for one in talk.buttons if one[0] == "Incident or call"]
    assert (await talk.press("Incident or call"))[0].startswith("That has been dealt with already")
    assert len(await searched(register)) == 1


async def test_a_force_may_ask_for_no_reason(register: Database, clock: FrozenClock) -> None:
    unasked = LookupDialog(register.work, clock, lambda: Policy(asks_reason=False))
    chat = Chat(register, RESPONSE, real_lookups=unasked)
    assert (await chat.say(ASKED))[1] == IN_FORCE
    assert await chat.say("new incident") == [NOT_ASKED]


async def test_a_long_list_of_a_force_is_shown_whole(register: Database, clock: FrozenClock) -> None:
    policy = replace(Policy(), reasons=tuple(Reason(f"r{n}", f"Reason {n}") for n in range(8)))
    talk = Talk(LookupDialog(register.work, clock, lambda: policy), RESPONSE, register, clock)
    await talk.say(ASKED)
    (row,) = [part for part in talk.cards[-1]["body"] if part["type"] == "ActionSet"]
    assert (len(row["actions"]), len(talk.cards[-1]["actions"])) == (6, 2)
    assert (await talk.press("Reason 7"))[1] == IN_FORCE


async def test_whoever_may_not_look_up_is_asked_nothing(register: Database, clock: FrozenClock) -> None:
    said = await Talk(LookupDialog(register.work, clock, Policy), AUDITOR, register, clock).say(ASKED)
    assert said == ["Your role does not include this. If it should, ask your supervisor or the force's administrator."]
    assert await trail(register) == []


async def test_somebody_of_the_officers_own_circle_is_asked_about_anew_with_what_a_look_up_is_for(register: Database, talk: Talk) -> None:
    await talk.say(ASKED)
    await talk.press("Incident or call")
    said = await talk.say("look up my ex john smith 12/3/85")
    assert (said[0], WHY in said) == (OWN_CIRCLE, True)
    assert [one for one in said if "Smith" in one] == []
    assert [reason for _, reason, _ in await searched(register)] == ["incident"]
