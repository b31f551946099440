"""POST /api/messages: token, limits, turn, answer. Our own, because the SDK's adapter cannot be trusted with it."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Protocol

import orjson
import structlog
from aiohttp import web

from bot.auth import TokenCheck, Unauthorised, sole_authorization
from bot.bodies import BodyRefused, checked_activity, read_json
from bot.cards.parts import ADAPTIVE
from bot.file_intake import SentFiles
from bot.heard import CARD_ACTION, Heard, from_teams
from bot.replies import Replies
from bot.turns import Outcome
from domain.conversations import Message
from domain.errors import AssistantError

log = structlog.get_logger(__name__)
TYPING_AFTER = 1.5
INVOKE_WITHIN = 4.5
STILL_WORKING = "Still working on that: the answer follows here."
WORDS = "application/vnd.microsoft.activity.message"


class Hearing(Protocol):
    async def hear(self, heard: Heard) -> Outcome: ...


class Edge:
    """`check` is None only under --dev, which is bound to loopback."""

    def __init__(
        self,
        check: TokenCheck | None,
        turns: Hearing,
        replies: Replies,
        typing_after: float = TYPING_AFTER,
        invoke_within: float = INVOKE_WITHIN,
        files: SentFiles | None = None,
    ) -> None:
        self._check = check
        self._turns = turns
        self._replies = replies
        self._typing_after = typing_after
        self._invoke_within = invoke_within
        self._files = files
        self._late: set[asyncio.Task[None]] = set()

    def routes(self) -> list[web.RouteDef]:
        return [web.post("/api/messages", self.receive)]

    async def receive(self, request: web.Request) -> web.Response:
        try:
            activity = await self._admitted(request)
        except Unauthorised as refusal:
            log.warning("request_refused", reason=refusal.reason.value)
            return web.Response(status=401)
        except BodyRefused as refusal:
            return web.json_response({"error": refusal.line}, status=refusal.status)
        return await self._turn(from_teams(activity))

    async def _admitted(self, request: web.Request) -> dict[str, Any]:
        if self._check is None:
            return checked_activity(await read_json(request))
        claims = await self._check.verify(sole_authorization(request))
        activity = checked_activity(await read_json(request))
        self._check.agrees(claims, activity)
        return activity

    async def _turn(self, heard: Heard) -> web.Response:
        typing = asyncio.get_running_loop().call_later(self._typing_after, self._later, heard)
        try:
            if heard.kind == "invoke":
                return await self._invoke(heard)
            heard = await self._files.swapped(heard) if self._files else heard
            outcome = await self._turns.hear(heard)
            await self._deliver(heard, outcome, outcome.answers)
            return web.Response()
        except AssistantError as refusal:
            return await self._refuse(heard, refusal.advice)
        finally:
            typing.cancel()

    async def _invoke(self, heard: Heard) -> web.Response:
        """Answered within five seconds; what comes later or besides is sent as messages, and waited for by nobody: it is committed and can come again."""
        if heard.activity.get("name") != CARD_ACTION:
            return web.Response(status=501)
        turn = asyncio.ensure_future(self._turns.hear(heard))
        done, _ = await asyncio.wait({turn}, timeout=self._invoke_within)
        if not done:
            self._keep(self._deliver_late(heard, turn))
            return _in_place(STILL_WORKING)
        outcome = turn.result()
        answers = outcome.answers
        if answers[1:]:
            self._keep(self._deliver(heard, outcome, answers[1:]))
        return _shown(answers[0]) if answers else _in_place("Done.")

    async def _deliver(self, heard: Heard, outcome: Outcome, answers: Sequence[Message]) -> None:
        deliver = self._replies.deliver_again if outcome.repeated else self._replies.deliver
        await deliver(heard, answers)

    async def _deliver_late(self, heard: Heard, turn: asyncio.Future[Outcome]) -> None:
        try:
            outcome = await turn
            await self._deliver(heard, outcome, outcome.answers)
        except AssistantError as refusal:
            await self._replies.tell(heard, refusal.advice)

    async def finish(self) -> None:
        """At the end: what is still on its way is waited for."""
        await asyncio.gather(*self._late, return_exceptions=True)

    async def _refuse(self, heard: Heard, words: str) -> web.Response:
        """Nothing was committed; the words go out by themselves."""
        if heard.kind == "invoke":
            return _in_place(words)
        await self._replies.tell(heard, words)
        return web.Response()

    def _later(self, heard: Heard) -> None:
        self._keep(self._replies.typing(heard))

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._late.add(task)
        task.add_done_callback(self._late.discard)


def _shown(answer: Message) -> web.Response:
    """The first answer stands in the card's place."""
    attachments = answer.activity.get("attachments")
    if not attachments:
        return _in_place(str(answer.activity.get("text", "")))
    return _json({"statusCode": 200, "type": ADAPTIVE, "value": attachments[0]["content"]})


def _in_place(words: str) -> web.Response:
    return _json({"statusCode": 200, "type": WORDS, "value": words})


def _json(body: dict[str, Any]) -> web.Response:
    return web.Response(body=orjson.dumps(body), content_type="application/json")
