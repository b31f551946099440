"""A chat about contacts with the real root, for the tests of what is pressed and typed."""

from dialogs.contacts_joined import contact_dialogs
from dialogs.guidance import GuidanceDialog
from dialogs.lookups import LookupDialog
from domain.officers import Officer
from domain.policies import Policy
from services.guidance import Guidance
from tests.fakes.capabilities import Asking
from tests.fakes.chat import LIBRARY, Chat
from tests.people import VLO
from tests.policies import unasked
from tests.reminding import Register


def chat_of(register: Register, officer: Officer = VLO) -> Chat:
    work, clock = register.database.work, register.clock
    beside = [LookupDialog(work, clock, unasked), Asking("breaches"), GuidanceDialog(Guidance(work, clock, LIBRARY))]
    return Chat(register.database, officer, [*contact_dialogs(work, clock, Policy), *beside], clock=clock)


async def at_the_contact(register: Register, officer: Officer = VLO) -> Chat:
    """The contact's card before the officer."""
    chat = chat_of(register, officer)
    await chat.say("my contacts")
    await chat.press(f"Open {register.order.reference}")
    return chat
