"""An officer in Teams, as far as the bot can tell: signed activities to POST /api/messages, answers at the local channel."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any
from uuid import UUID

import aiohttp

from demo.people import officer_id
from tests.e2e.story import REASON
from tests.fakes.connector_server import FakeConnector
from tests.fakes.issuer import FakeIssuer
from tests.fakes.talk import buttons, words

Activity = dict[str, Any]


@dataclass
class Teams:
    """The tenant: who signs, where answers arrive, and the bot's own address."""

    issuer: FakeIssuer
    connector: FakeConnector
    session: aiohttp.ClientSession
    url: str

    def officer(self, name: str) -> "TeamsOfficer":
        return TeamsOfficer(self, officer_id(name), f"a:{name.split()[1].lower()}")

    async def post(self, activity: Activity, token: str | None = None) -> tuple[int, Any]:
        bearer = self.issuer.token() if token is None else token
        async with self.session.post(f"{self.url}/api/messages", json=activity, headers={"Authorization": f"Bearer {bearer}"}) as answer:
            return answer.status, await answer.json() if answer.content_length else None

    async def status(self, path: str) -> int:
        async with self.session.get(self.url + path) as answer:
            return answer.status


@dataclass
class TeamsOfficer:
    """Says and presses; `heard` is everything the channel brought to this conversation."""

    teams: Teams
    id: UUID
    conversation: str
    _numbers: "count[int]" = field(default_factory=lambda: count(1))
    _shown: int = 0

    @property
    def heard(self) -> list[Activity]:
        requests = self.teams.connector.requests
        return [one.body for one in requests if one.method == "POST" and one.conversation == self.conversation]

    def activity(self, **parts: Any) -> Activity:
        """A good activity of this officer; each has an id of its own unless `id` is given."""
        named = {
            "id": f"{self.conversation}-{next(self._numbers)}",
            "from": {"id": f"29:{self.id}", "aadObjectId": str(self.id)},
            "conversation": {"id": self.conversation, "conversationType": "personal", "tenantId": self.teams.issuer.tenant_id},
            "text": None,
        }
        return self.teams.issuer.activity(**(named | parts))

    async def turn(self, **parts: Any) -> list[Activity]:
        """One turn, and what it brought to the conversation."""
        before = len(self.heard)
        status, _ = await self.teams.post(self.activity(**parts))
        assert status == 200
        self._shown = len(self.heard)
        return self.heard[before:]

    async def joins(self) -> list[Activity]:
        return await self.turn(type="conversationUpdate", membersAdded=[{"id": f"28:{self.teams.issuer.app_id}"}])

    async def says(self, text: str) -> list[Activity]:
        return await self.turn(text=text)

    async def looks_up(self, text: str) -> list[Activity]:
        """The first look-up of an incident, with its reason."""
        return await self.submits(await self.says(text), REASON)

    async def submits(self, shown: list[Activity], title: str, **inputs: str) -> list[Activity]:
        """Presses as a client without Action.Execute: a message that carries a value."""
        return await self.turn(value={"action": action_of(shown, title), **inputs})

    async def presses(self, shown: list[Activity], title: str, **inputs: str) -> list[Activity]:
        """Presses by an invoke: the first answer comes back in the card's place, others follow at the channel."""
        action = await self._button(shown, title)
        before = len(self.heard)
        pressed = {"type": "Action.Execute", "verb": "press", "data": {"action": action, **inputs}}
        invoke = self.activity(type="invoke", name="adaptiveCard/action", value={"action": pressed, "trigger": "manual"})
        status, said = await self.teams.post(invoke)
        assert (status, said["statusCode"]) == (200, 200)
        self._shown = len(self.heard)
        return [in_place(said), *self.heard[before:]]

    async def _button(self, shown: list[Activity], title: str) -> str:
        """The opaque id behind a button, waited for where its card follows an invoke's answer."""
        while title not in titles(also := [*shown, *self.heard[self._shown :]]):
            await self.teams.connector.wait_for(len(self.teams.connector.activities) + 1)
        return action_of(also, title)

    async def hears(self, words_of_it: str, patience: float = 10.0) -> Activity:
        """The first message of the conversation with these words, waited for."""
        while not (found := [one for one in self.heard if words_of_it in " ".join(read([one]))]):
            await self.teams.connector.wait_for(len(self.teams.connector.activities) + 1, patience)
        return found[0]


def in_place(said: Activity) -> Activity:
    """An invoke's answer in the shape of a message."""
    if said["type"] == "application/vnd.microsoft.card.adaptive":
        return {"type": "message", "attachments": [{"content": said["value"]}]}
    return {"type": "message", "text": said["value"]}


def cards_of(shown: list[Activity]) -> list[Activity]:
    return [attachment["content"] for one in shown for attachment in one.get("attachments", [])]


def read(shown: list[Activity]) -> list[str]:
    """Everything a person would read in these messages, in order."""
    return [said for one in shown for said in [*filter(None, [one.get("text")]), *words(cards_of([one]))]]


def titles(shown: list[Activity]) -> list[str]:
    return [title for title, _ in buttons(cards_of(shown))]


def action_of(shown: list[Activity], title: str) -> str:
    """The opaque id behind a button."""
    return dict(buttons(cards_of(shown)))[title]
