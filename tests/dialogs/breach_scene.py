"""One order in the register, one officer, and as many windows on the record of a breach as a test opens."""

from dialogs.breaches import BreachDialog
from domain.orders import Order
from services.breaches import Breaches
from storage.work import Database
from tests.breaches import NOW, SIMPLE, FollowUpSeen, Given
from tests.fakes.clock import FrozenClock
from tests.fakes.talk import Talk
from tests.orders import an_order
from tests.people import RESPONSE

DANGER = "Is anyone in danger now?"
HAPPENED = "What happened?"
CONDITIONS = "What does it break?"
KNOWLEDGE = "Who was it, and did they know of the order?"
ARREST = "Other offences, and the arrest decision"
EVIDENCE = "Evidence"
PEOPLE = "Children, risk and safety"
SINCE = "What has happened since, and references"
CHECK = "Check and send"
IN_FORCE = "State of the order then: In force on what the court last told us."
# A whole breach as one officer would type it, a message for each page.
TYPED = (
    "no",
    "what happened: He texted her three times. when: last night about ten. where: on her phone. how: contact",
    "conditions: C; third party: no; exceptions: none",
    "identity: known number; knew: served; explained: not asked",
    "offences: none; earlier: no; arrest: not found yet; reason: he had gone",
    "evidence: screenshots; missing: phone; lost: phone; contempt: not checked",
    "children: no children; risk before: medium; risk: high; safeguarding: safety plan",
    "events: none; victim told: not yet",
)


class Scene:
    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = FrozenClock(NOW)
        self.follow_up = FollowUpSeen()
        self.dialog = BreachDialog(Breaches(database.work, self.clock, self.follow_up))

    async def holds(self, order: Order) -> str:
        async with self.database.work() as uow:
            await uow.orders.save_many([order])
        return str(order.id)

    def window(self, name: str = "talk") -> Talk:
        return Talk(self.dialog, RESPONSE, self.database, self.clock, name)

    async def begun(self, *given: Given, order: Order | None = None) -> Talk:
        """A window in which a record was begun and its first pages were answered, by words or by what was filled in."""
        order_id = await self.holds(order or an_order())
        talk = self.window()
        await talk.say("record a breach", order_id=order_id)
        await answered(talk, *given)
        return talk

    async def references(self, order: Order) -> list[str]:
        async with self.database.work() as uow:
            return [one.reference for one in await uow.breaches.of_order(order.id)]


async def answered(talk: Talk, *given: Given) -> list[str]:
    """What is answered to the last of them."""
    said: list[str] = []
    for one in given:
        said = await _given(talk, one)
    return said


async def rest(talk: Talk, *, after: int) -> list[str]:
    """The pages that are left of the simple breach after so many, from their cards."""
    return await answered(talk, *SIMPLE[after:])


async def _given(talk: Talk, one: Given) -> list[str]:
    return await talk.say(one) if isinstance(one, str) else await talk.press("Next", **one)


def is_recorded(said: list[str]) -> bool:
    return any(text.startswith("Recorded as BR-") for text in said)
