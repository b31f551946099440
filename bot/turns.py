"""A turn from end to end: one transaction in which it is heard, answered and remembered."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

import structlog
from botbuilder.core import ActivityHandler

from bot.adapter import TurnAdapter
from bot.bodies import MAX_TEXT, TOO_LONG
from bot.heard import Heard, pressed
from bot.identity import GROUP, STRANGER, note_refusal, speaking
from bot.logs import new_fault_reference
from bot.turn import Turn
from domain.access import reason_in
from domain.clock import Clock
from domain.conversations import WEB, Conversation, Message
from domain.errors import AssistantError, Busy, NotAllowed, NotTheirs, PressedTwice, StorageFull
from domain.officers import Officer
from services.reminders import bring_to
from services.whereabouts import plan_taking_away
from storage.work import Database, UnitOfWork

log = structlog.get_logger(__name__)
SPOKEN = ("message", "invoke")
SORRY = "Something went wrong and nothing was saved. Please try again; if it happens again, tell the administrator."


@dataclass(frozen=True)
class Outcome:
    """What a turn leaves to be delivered. `repeated` is an activity seen before: its undelivered answers, if any."""

    answers: tuple[Message, ...] = ()
    repeated: bool = False


class Turns:
    def __init__(self, database: Database, clock: Clock, handler: ActivityHandler) -> None:
        self._database = database
        self._clock = clock
        self._handler = handler
        self._adapter = TurnAdapter()

    async def hear(self, heard: Heard) -> Outcome:
        """Runs the turn. Raises AssistantError only where nothing could be committed at all (the database is busy or full)."""
        try:
            async with self._database.turn(heard.conversation, heard.channel) as uow:
                return await self._in_one_transaction(uow, heard)
        except AssistantError:
            raise
        except Exception:  # whatever went wrong, the officer gets an answer and the log the whole fault
            reference = new_fault_reference()
            log.exception("turn_failed", reference=reference)
            return await self._apologise(heard, f"{SORRY} Reference {reference}.")

    async def _in_one_transaction(self, uow: UnitOfWork, heard: Heard) -> Outcome:
        now = self._clock()
        if heard.activity_id and not await uow.inbox.first_time(heard.conversation, heard.activity_id, now):
            return Outcome(tuple(await uow.messages.undelivered(heard.conversation, heard.activity_id)), repeated=True)
        if not heard.personal:
            return await self._in_a_group(uow, heard, now)
        known = await speaking(uow, heard, now)
        if known is None:
            return await self._keep(uow, heard, now, [_words(heard, STRANGER, now)] if heard.kind in SPOKEN else [])
        officer, before = known
        turn = Turn(officer, _reached(before, heard, officer), now, heard.activity_id, heard.text)
        uow.audit.reason = reason_in(turn.conversation.state, now)
        await self._answer(uow, turn, heard)
        if turn.conversation != before:
            await uow.conversations.save(turn.conversation, now)
        if turn.conversation.reachable and (before.etag == 0 or not before.reachable):
            # Reminders that found no chat to go to have one now.
            await bring_to(uow, self._clock, officer, officer.id)
        await uow.actions.offer(turn.offered)
        await plan_taking_away(uow, officer, turn.answers)
        return await self._keep(uow, heard, now, turn.answers)

    async def _answer(self, uow: UnitOfWork, turn: Turn, heard: Heard) -> None:
        if len(heard.text) > MAX_TEXT:
            turn.say(TOO_LONG)
            return
        try:
            id, turn.values = pressed(heard.activity)
            if id is None:
                await self._adapter.run(turn, heard.activity, self._handler)
                return
            with turn.unsaid_if_refused():
                # A refused press is rolled back with the using up of its button, so that it can be pressed again.
                async with self._database.work():
                    turn.action = await uow.actions.take(id, turn.officer.id, heard.conversation, turn.now)
                    await self._adapter.run(turn, heard.activity, self._handler)
        except (Busy, StorageFull):
            # The database may have undone the whole transaction by itself: nothing more may be written in it.
            raise
        except PressedTwice:
            log.info("pressed_twice", conversation=heard.conversation)
        except NotAllowed as refusal:
            await note_refusal(uow, heard, turn.now, "bot:permission:refused")
            turn.say(refusal.advice)
        except NotTheirs as refusal:
            await note_refusal(uow, heard, turn.now, "bot:press:not_theirs")
            turn.say(refusal.advice)
        except AssistantError as refusal:
            turn.say(refusal.advice)

    async def _in_a_group(self, uow: UnitOfWork, heard: Heard, now: datetime) -> Outcome:
        """One fixed sentence; what was said is not kept, since it may name someone."""
        if heard.kind not in SPOKEN:
            return Outcome()
        await note_refusal(uow, heard, now, "bot:group:refused")
        return Outcome((_words(heard, GROUP, now),))

    async def _keep(self, uow: UnitOfWork, heard: Heard, now: datetime, answers: Iterable[Message]) -> Outcome:
        """On the web the rows are the delivery, the officer's own words among them."""
        kept = tuple(answers)
        if heard.channel != WEB:
            await uow.messages.add(kept)
            return Outcome(kept)
        said = [_own_words(heard, now)] if heard.kind == "message" else []
        await uow.messages.add([*said, *(replace(one, delivered_at=now) for one in kept)])
        return Outcome(kept)

    async def _apologise(self, heard: Heard, words: str) -> Outcome:
        """Nothing of the failed turn was saved; the reference is in the log beside the fault. Where even this cannot be kept it is only said."""
        try:
            async with self._database.turn(heard.conversation) as uow:
                now = self._clock()
                if heard.activity_id:
                    await uow.inbox.first_time(heard.conversation, heard.activity_id, now)
                return await self._keep(uow, heard, now, [_words(heard, words, now)])
        except AssistantError:
            raise
        except Exception as trouble:
            log.exception("apology_not_kept")
            raise AssistantError(words) from trouble


def _reached(conversation: Conversation, heard: Heard, officer: Officer) -> Conversation:
    """The conversation with where it can be reached now; nobody goes on with another officer's questions."""
    return replace(
        conversation,
        state=conversation.state if conversation.officer in (None, officer.id) else {},
        officer=officer.id,
        service_url=heard.service_url,
        tenant=heard.tenant,
        bot=heard.bot,
        reachable=True,
    )


def _words(heard: Heard, text: str, now: datetime) -> Message:
    activity: dict[str, Any] = {"type": "message", "text": text, "textFormat": "plain"}
    return Message(uuid4(), heard.conversation, activity, now, reply_to=heard.activity_id)


def _own_words(heard: Heard, now: datetime) -> Message:
    """Of a press the button alone: what was filled in beside it is kept where it belongs, or nowhere."""
    activity = heard.activity
    if isinstance(activity.get("value"), dict):
        activity = {**activity, "value": {key: part for key, part in activity["value"].items() if key == "action"}}
    return Message(uuid4(), heard.conversation, activity, now, delivered_at=now)
