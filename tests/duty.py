"""Chats of the officers of a register of contacts, with the real root and every dialog of contacts, and what arrives there by itself."""

from itertools import chain

from dialogs.contacts_joined import contact_dialogs
from domain.officers import Officer
from tests.fakes.chat import Chat
from tests.fakes.talk import DRAWN_AT_MOST, buttons, fullest, words
from tests.reminding import Register


def chat_with(register: Register, officer: Officer) -> Chat:
    """In the conversation to which the messenger of the register brings what it sends."""
    capabilities = contact_dialogs(register.database.work, register.clock, register.database.policy)
    return Chat(register.database, officer, capabilities, clock=register.clock, window="chat")


async def arrived(register: Register, chat: Chat, officer: Officer) -> list[str]:
    """Sends what is due; the words of the newest that came to this officer, whose buttons are in the chat now."""
    await register.dispatched()
    drawn = next(one.drawn for one in reversed(register.messenger.arrived) if one.recipient == officer.id)
    async with register.database.work() as uow:
        await uow.actions.offer(drawn.actions)
    cards = [part["content"] for part in drawn.activity["attachments"]]
    assert max(map(fullest, cards)) <= DRAWN_AT_MOST
    chat.buttons |= dict(buttons(cards))
    return list(chain.from_iterable(map(words, cards)))
