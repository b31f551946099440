"""Direct Line 3.0 in process, the part a chat page needs, and the page itself."""

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

import structlog
from aiohttp import web

from bot.bodies import TOO_LONG, read_json
from bot.logs import new_fault_reference
from bot.web import charts, page
from bot.web.adapt import for_web_chat
from bot.web.delivery import Delivery
from bot.web.doors import Refused, admitted, answer, bearer, guarded, same_origin
from bot.web.files import FileDoor
from bot.web.horizon import BadWatermark, Place
from bot.web.inbound import NoAttachments, NotAMessage, TooLong, from_bot, heard, joined
from bot.web.papers import PaperDoor
from bot.web.ports import Activity, Desk, Files, Papers, Roster, Transcript, Uploads
from bot.web.tokens import TOKEN_LIFE, Pass, Purpose, Tokens, conversation_of
from bot.web.uploads import read_upload
from bot.web.window import Window
from domain.clock import Clock
from domain.errors import AssistantError

log = structlog.get_logger(__name__)
TYPING_AFTER = 1.5
CONVERSATION = "/directline/conversations/{conversation}"
NO_ATTACHMENTS = "This chat takes no attachments."


class WebChat:
    def __init__(
        self,
        desk: Desk,
        transcript: Transcript,
        roster: Roster,
        clock: Clock,
        signing_key: bytes,
        poll_seconds: float = 0.25,
        bundle: Path = page.BUNDLE,
        typing_after: float = TYPING_AFTER,
        papers: Papers | None = None,
        files: Files | None = None,
        uploads: Uploads | None = None,
    ) -> None:
        self._desk = desk
        self._roster = roster
        self._clock = clock
        self._tokens = Tokens(signing_key, clock)
        self._delivery = Delivery(transcript, clock, poll_seconds)
        self._bundle = bundle
        self._typing_after = typing_after
        self._uploads = uploads
        self._papers = [] if papers is None else PaperDoor(papers, self._tokens).routes()
        self._files = [] if files is None else FileDoor(files, self._tokens).routes()

    def routes(self) -> list[web.RouteDef]:
        """All there is, the page included: a server that adds none of it has no web chat."""
        return [
            *page.routes(self._bundle),
            *charts.routes(),
            web.get("/directline/people", self.people),
            web.post("/directline/tokens/generate", guarded(self.generate)),
            web.post("/directline/tokens/refresh", guarded(self.refresh)),
            web.post("/directline/conversations", guarded(self.begin)),
            web.get(CONVERSATION, guarded(self.resume)),
            web.get(f"{CONVERSATION}/stream", guarded(self.stream)),
            web.get(f"{CONVERSATION}/activities", guarded(self.activities)),
            web.post(f"{CONVERSATION}/activities", guarded(self.post)),
            web.post(f"{CONVERSATION}/upload", guarded(self.upload)),
            *self._papers,
            *self._files,
        ]

    async def start(self) -> None:
        self._delivery.start()

    async def stop(self) -> None:
        """Belongs in `on_shutdown`: the server waits for open streams before it cleans up."""
        await self._delivery.stop()

    def wake(self, conversation: str) -> None:
        """This process has committed a line: shows it at once, not at the next poll."""
        self._delivery.wake(conversation)

    async def ephemeral(self, conversation: str, activity: Activity) -> None:
        """Shows something once in the windows that are open, such as that the bot is typing."""
        self._delivery.whisper(conversation, from_bot(activity, conversation, self._clock()))

    async def people(self, _: web.Request) -> web.Response:
        people = await self._roster.people()
        return answer([{"id": str(one.id), "name": one.name, "roles": list(one.roles), "does": one.does} for one in people])

    async def generate(self, request: web.Request) -> web.Response:
        same_origin(request)
        user = (await read_json(request)).get("user")
        wanted = user.get("id") if isinstance(user, dict) else None
        officer = next((one.id for one in await self._roster.people() if str(one.id) == wanted), None)
        if officer is None:
            raise Refused(403, "UnknownUser", "Nobody here has that id.")
        return answer(self._entry(officer))

    async def refresh(self, request: web.Request) -> web.Response:
        same_origin(request)
        return answer(self._entry(bearer(request, self._tokens).officer))

    async def begin(self, request: web.Request) -> web.Response:
        same_origin(request)
        entry = bearer(request, self._tokens)
        await self._join(entry)
        return answer({**self._entry(entry.officer), "streamUrl": self._stream_url(request, entry, "")}, status=201)

    async def resume(self, request: web.Request) -> web.Response:
        entry = bearer(request, self._tokens)
        return answer({**self._entry(entry.officer), "streamUrl": self._stream_url(request, entry, self._watermark(request))})

    async def activities(self, request: web.Request) -> web.Response:
        entry = bearer(request, self._tokens)
        place = await self._delivery.place(self._watermark(request))
        lines, place = await self._delivery.read(entry.conversation, place)
        return answer({"activities": [for_web_chat(line.activity) for line in lines], "watermark": str(place)})

    async def upload(self, request: web.Request) -> web.Response:
        """A PDF is heard as a press that shows what was read of it."""
        same_origin(request)
        entry = bearer(request, self._tokens)
        if self._uploads is None:
            raise Refused(415, "NoAttachments", NO_ATTACHMENTS)
        sent = await read_upload(request)
        try:
            action = await self._uploads.take(sent.name, sent.content, entry.officer)
        except AssistantError as refusal:
            await self._say(entry, refusal.advice)
            raise Refused(422, "NotTaken", refusal.advice) from None
        activity = heard({"value": {"action": action}, "channelData": sent.said.get("channelData")}, entry.officer, self._clock())
        await self._turn(activity, entry)
        self.wake(entry.conversation)
        return answer({"id": activity["id"]})

    async def post(self, request: web.Request) -> web.Response:
        same_origin(request)
        entry = bearer(request, self._tokens)
        body = await read_json(request)
        if body.get("type") == "typing":
            return answer({"id": str(uuid4())})
        if body.get("type") != "message":
            raise Refused(400, "BadArgument", "Only messages are read here.")
        activity = await self._heard(body, entry)
        await self._turn(activity, entry)
        self.wake(entry.conversation)
        return answer({"id": activity["id"]})

    async def stream(self, request: web.Request) -> web.WebSocketResponse:
        same_origin(request)
        entry = admitted(request, self._tokens, request.query.get("t", ""), Purpose.STREAM)
        place = await self._delivery.place(self._watermark(request))
        socket = web.WebSocketResponse(timeout=2, heartbeat=25, max_msg_size=4096)
        await socket.prepare(request)
        window = Window(entry.conversation, place, lambda: _cut_off(request))
        self._delivery.open(window)
        writing = asyncio.create_task(window.drain_into(socket))
        try:
            async for _ in socket:
                # What a client sends here is an empty frame, to see whether the line still stands.
                pass
        finally:
            self._delivery.shut(window)
            writing.cancel()
        return socket

    async def _join(self, entry: Pass) -> None:
        """Lets the bot welcome the officer. That it cannot is no reason to keep the chat shut."""
        try:
            await self._desk.hear(joined(entry.officer, self._clock()), entry.officer)
        except AssistantError:
            log.info("web_join_refused", officer=str(entry.officer))
        except Exception:
            log.exception("web_join_failed", officer=str(entry.officer))

    async def _heard(self, body: dict[str, Any], entry: Pass) -> Activity:
        try:
            return heard(body, entry.officer, self._clock())
        except TooLong:
            await self._say(entry, TOO_LONG)
            raise Refused(413, "TooLong", TOO_LONG) from None
        except NoAttachments:
            raise Refused(415, "NoAttachments", NO_ATTACHMENTS) from None
        except NotAMessage as error:
            raise Refused(400, "BadArgument", str(error)) from None

    async def _turn(self, activity: Activity, entry: Pass) -> None:
        busy = from_bot({"type": "typing"}, entry.conversation, self._clock())
        typing = asyncio.get_running_loop().call_later(self._typing_after, self._delivery.whisper, entry.conversation, busy)
        try:
            await self._desk.hear(activity, entry.officer)
        except AssistantError as refusal:
            # Nothing was committed, so neither side of this is in the transcript.
            self._delivery.whisper(entry.conversation, activity)
            await self._say(entry, refusal.advice)
        except Exception:
            reference = new_fault_reference()
            log.exception("web_turn_failed", officer=str(entry.officer), reference=reference)
            words = f"Something went wrong here, and your message was not acted on. Please try again. Reference {reference}."
            await self._say(entry, words)
            raise Refused(500, "TurnFailed", words) from None
        finally:
            typing.cancel()

    async def _say(self, entry: Pass, words: str) -> None:
        await self.ephemeral(entry.conversation, {"type": "message", "text": words})

    def _entry(self, officer: UUID) -> dict[str, Any]:
        return {
            "conversationId": conversation_of(officer),
            "token": self._tokens.to_talk(officer),
            "expires_in": int(TOKEN_LIFE.total_seconds()),
        }

    def _stream_url(self, request: web.Request, entry: Pass, watermark: str) -> str:
        path = f"{'wss' if request.secure else 'ws'}://{request.host}/directline/conversations/{entry.conversation}/stream"
        return f"{path}?{urlencode({'watermark': watermark, 't': self._tokens.to_stream(entry.officer)})}"

    def _watermark(self, request: web.Request) -> str:
        watermark = request.query.get("watermark", "")
        try:
            Place.parse(watermark)
        except BadWatermark:
            raise Refused(400, "BadArgument", "That is no watermark of ours.") from None
        return watermark


def _cut_off(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()
