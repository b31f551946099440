"""What no page answered goes to an expert, comes back in words, and is counted; nobody but those it concerns reads it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import orjson
import pytest
from sqlalchemy import text

from bot.cards.notices import draw_outgoing
from domain.errors import NotAllowed, NotFound, Outdated, Unreadable
from domain.guidance_questions import LONGEST_ANSWER, NOBODY_TO_ASK, QuestionState
from domain.officers import Officer, Role
from domain.outbox import Unreachable
from domain.policies import Policy
from guidance.library import load
from scheduler.dispatcher import Dispatcher
from services.exchanging import Post
from services.guidance import Asked, Guidance
from services.guidance_questions import GONE, GuidanceQuestions, NearPage
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.fakes.messenger import Arrived, FakeMessenger
from tests.people import ADMIN, AUDITOR, DESK, EVERYONE, RESPONSE, SUPERVISOR, VLO, officer
from tests.reminding import JOB
from tests.trail import trail_of

LIBRARY = load()
VAIN = "what is the canary like"
GOOD = "can i arrest if it has not been served"
ASKED, ANSWERED, LATE = "A colleague asks you", "Your question about guidance is answered", "you are told as supervisor"


class Scene:
    def __init__(self, database: Database, policy: Policy | None = None) -> None:
        self.database = database
        self.clock = FrozenClock()
        self.policy = policy or Policy()
        self.guidance = Guidance(database.work, self.clock, LIBRARY)
        self.questions = GuidanceQuestions(database.work, self.clock, LIBRARY, lambda: self.policy)
        self.messenger = FakeMessenger()

    async def people(self, some: Sequence[Officer] = EVERYONE) -> None:
        async with self.database.work() as uow:
            await uow.officers.save(some)

    async def put(self) -> UUID:
        asked = await self.guidance.ask(RESPONSE, VAIN)
        return (await self.questions.ask_expert(RESPONSE, asked.line)).question.id

    async def unhelpful(self, asked: Asked) -> UUID:
        return (await self.questions.did_not_help(RESPONSE, asked.line, asked.at, str(asked.page))).question.id

    async def arriving(self) -> list[tuple[UUID, str]]:
        """To whom what arrives now goes, and under which heading."""
        done = len(self.messenger.arrived)
        work, reading = self.database.work, self.database.reading
        dispatcher = Dispatcher(work, reading, self.clock, JOB, Post(self.messenger, lambda one: draw_outgoing(one, self.clock), "one"))
        for _ in range(2):
            await dispatcher.tick()
            await dispatcher.settled()
        return [(one.recipient, _heading(one)) for one in self.messenger.arrived[done:]]


def _heading(arrived: Arrived) -> str:
    drawn = str(arrived.drawn.activity)
    return next(words for words in (ASKED, ANSWERED, LATE) if words in drawn)


@pytest.fixture
async def scene(database: Database) -> Scene:
    scene = Scene(database)
    await scene.people()
    return scene


async def test_a_question_that_no_page_answers_goes_to_the_expert_and_the_answer_comes_back(scene: Scene) -> None:
    id = await scene.put()
    assert await scene.arriving() == [(DESK.id, ASKED)]
    seen = await scene.questions.show(DESK, id)
    assert (seen.question.words, seen.asker, seen.may_answer) == (VAIN, RESPONSE.name, True)
    await scene.questions.answer(DESK, id, " Look at the binder. ")
    assert await scene.arriving() == [(RESPONSE.id, ANSWERED)]
    told = await scene.questions.show(RESPONSE, id)
    assert (told.question.answer, told.answered_by, told.may_put_again) == ("Look at the binder.", DESK.name, True)


async def test_an_answer_that_did_not_help_goes_to_the_expert_of_its_topic(scene: Scene) -> None:
    asked = await scene.guidance.ask(RESPONSE, GOOD)
    topic = next(page.topic for page in LIBRARY.pages if page.name == asked.page)
    scene.policy = Policy(experts={topic: VLO.email.casefold()})
    await scene.unhelpful(asked)
    assert await scene.arriving() == [(VLO.id, ASKED)]


async def test_notices_name_nobody_and_say_nothing_of_what_was_typed(scene: Scene) -> None:
    id = await scene.put()
    await scene.arriving()
    await scene.questions.answer(DESK, id, "canary seed")
    await scene.arriving()
    drawn = [orjson.dumps(one.drawn.activity).decode() for one in scene.messenger.arrived]
    assert [word for word in ("canary", RESPONSE.name, DESK.name) for one in drawn if word in one] == []


async def test_an_answer_may_be_asked_about_once_more_by_whoever_asked(scene: Scene) -> None:
    id = await scene.put()
    await scene.questions.answer(DESK, id, "Look at the binder.")
    with pytest.raises(NotAllowed):
        await scene.questions.put_again(VLO, id, "Which?")
    await scene.arriving()
    await scene.questions.put_again(RESPONSE, id, "Which binder?")
    assert await scene.arriving() == [(DESK.id, ASKED)]
    await scene.questions.answer(DESK, id, "The blue one.")
    assert await scene.arriving() == [(RESPONSE.id, ANSWERED)]
    with pytest.raises(Outdated, match="once more"):
        await scene.questions.put_again(RESPONSE, id, "Sure?")


async def test_a_supervisor_is_told_after_two_working_days_and_may_answer(scene: Scene) -> None:
    id = await scene.put()
    await scene.arriving()
    # From Friday noon: Monday and Tuesday are the two working days.
    scene.clock.advance(timedelta(days=4, hours=11))
    assert await scene.arriving() == []
    scene.clock.advance(timedelta(hours=2))
    assert await scene.arriving() == [(SUPERVISOR.id, LATE)]
    await scene.questions.answer(SUPERVISOR, id, "Ask the court.")
    assert await scene.arriving() == [(RESPONSE.id, ANSWERED)]


async def test_nobody_is_told_of_a_silence_that_has_ended(scene: Scene) -> None:
    id = await scene.put()
    await scene.arriving()
    await scene.questions.answer(DESK, id, "Look at the binder.")
    await scene.arriving()
    scene.clock.advance(timedelta(days=9))
    assert await scene.arriving() == []


async def test_where_the_expert_cannot_be_reached_a_supervisor_is_asked(scene: Scene) -> None:
    scene.messenger.trouble[DESK.id] = [Unreachable("403")]
    await scene.put()
    assert await scene.arriving() == [(SUPERVISOR.id, ASKED)]


async def test_where_the_policys_expert_has_left_the_desk_is_asked_and_then_a_supervisor(database: Database) -> None:
    scene = Scene(database, Policy(expert="gone@force.example"))
    await scene.people()
    await scene.put()
    assert await scene.arriving() == [(DESK.id, ASKED)]
    await scene.people([replace(DESK, active=False)])
    await scene.put()
    assert (SUPERVISOR.id, ASKED) in await scene.arriving()


async def test_nobody_is_their_own_expert_and_where_there_is_none_it_is_said(database: Database) -> None:
    scene = Scene(database)
    await scene.people([DESK])
    asked = await scene.guidance.ask(DESK, VAIN)
    with pytest.raises(NotFound) as alone:
        await scene.questions.ask_expert(DESK, asked.line)
    assert alone.value.advice == NOBODY_TO_ASK
    other = officer("Dot Desk", Role.ORDERS_DESK)
    await scene.people([other])
    held = await scene.questions.ask_expert(DESK, asked.line)
    assert held.question.expert == other.id


async def test_only_the_asker_and_those_who_may_answer_read_it(scene: Scene) -> None:
    id = await scene.put()
    for one in (VLO, ADMIN, AUDITOR):
        for attempt in (scene.questions.show(one, id), scene.questions.answer(one, id, "Guess.")):
            with pytest.raises(NotAllowed):
                await attempt
    with pytest.raises(NotAllowed):
        await scene.questions.answer(RESPONSE, id, "I know.")
    asked = await scene.guidance.ask(RESPONSE, VAIN)
    with pytest.raises(NotAllowed):
        await scene.questions.ask_expert(VLO, asked.line)
    with pytest.raises(NotFound):
        await scene.questions.did_not_help(VLO, asked.line, asked.at, "bail")


async def test_a_question_is_put_and_answered_once_and_an_answer_needs_words(scene: Scene) -> None:
    id = await scene.put()
    with pytest.raises(Outdated, match="with an expert already"):
        await scene.questions.ask_expert(RESPONSE, id)
    for words in ("  ", "x" * (LONGEST_ANSWER + 1)):
        with pytest.raises(Unreadable):
            await scene.questions.answer(DESK, id, words)
    await scene.questions.answer(DESK, id, "Look at the binder.")
    with pytest.raises(Outdated, match="answered already"):
        await scene.questions.answer(DESK, id, "Again.")
    with pytest.raises(NotFound) as gone:
        await scene.questions.show(DESK, uuid4())
    assert gone.value.advice == GONE


async def test_what_was_asked_in_vain_is_counted_by_the_nearest_page_and_worded_for_approvers_alone(scene: Scene) -> None:
    await scene.put()
    await scene.guidance.ask(VLO, VAIN)
    asked = await scene.guidance.ask(RESPONSE, GOOD)
    await scene.unhelpful(asked)
    near = LIBRARY.answer(VAIN, scene.clock().date()).nearest
    told = await scene.questions.report(ADMIN)
    assert told.near == (NearPage(near, 2, 0, 1), NearPage(str(asked.page), 0, 1, 1))
    assert told.words == ()
    assert {one.words for one in (await scene.questions.report(DESK)).words} == {VAIN, GOOD}
    scene.clock.advance(timedelta(days=91))
    assert (await scene.questions.report(SUPERVISOR)).near == ()
    with pytest.raises(NotAllowed):
        await scene.questions.report(RESPONSE)


async def test_a_page_that_helped_is_noted_and_asks_for_nothing_more(scene: Scene) -> None:
    await scene.questions.helped(RESPONSE, "bail")
    [line] = await trail_of(scene.database)
    assert (line.event, line.subject, line.actor) == ("guidance:page:helpful", "bail", RESPONSE.id)
    assert await scene.arriving() == []


async def test_every_step_is_on_the_trail_and_none_says_what_was_typed(scene: Scene) -> None:
    id = await scene.put()
    await scene.questions.show(DESK, id)
    await scene.questions.answer(DESK, id, "canary seed")
    await scene.questions.put_again(RESPONSE, id, "canary cage")
    await scene.questions.report(DESK)
    lines = [line for line in await trail_of(scene.database) if line.event.startswith("guidance:question")]
    assert [line.event.rpartition(":")[2] for line in lines] == ["sent", "read", "answered", "reopened", "reported"]
    assert {line.subject for line in lines} == {str(id)}
    assert "canary" not in str(lines)


async def test_what_was_typed_lies_sealed(scene: Scene) -> None:
    id = await scene.put()
    await scene.questions.answer(DESK, id, "canary seed")
    async with scene.database.reading() as uow:
        sealed = await uow.connection.scalar(text("SELECT words FROM guidance_question"))
        kept = await uow.guidance_questions.since(scene.clock() - timedelta(days=1))
    assert b"canary" not in bytes(sealed)
    assert [(one.id, one.words, one.answer, one.state) for one in kept] == [(id, VAIN, "canary seed", QuestionState.ANSWERED)]
