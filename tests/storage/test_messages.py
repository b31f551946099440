"""What was sent is kept compressed and sealed, and what earlier versions kept as plain JSON is still read."""

from datetime import timedelta
from uuid import uuid4

import orjson
from sqlalchemy import update

from domain.conversations import Message
from storage.sealing import Sealer
from storage.tables.core import message
from storage.work import Database
from tests.databases import FORCE, KEYS
from tests.fakes.clock import NOON

CARD = {"type": "message", "attachments": [{"content": {"body": [{"type": "TextBlock", "text": f"line {n}"} for n in range(100)]}}]}


async def kept(database: Database, sent: Message) -> list[Message]:
    async with database.reading() as uow:
        return await uow.messages.since(sent.conversation, 0, NOON - timedelta(days=1))


async def test_a_card_takes_a_fraction_of_its_length_and_comes_back_whole(database: Database) -> None:
    sent = Message(uuid4(), "a:one", CARD, NOON)
    async with database.work() as uow:
        await uow.messages.add([sent])
        sealed = await uow.connection.scalar(message.select().with_only_columns(message.c.activity))
    assert sealed is not None
    assert len(sealed) < len(orjson.dumps(CARD)) / 4
    assert [one.activity for one in await kept(database, sent)] == [CARD]


async def test_what_an_earlier_version_kept_is_still_read(database: Database) -> None:
    sent = Message(uuid4(), "a:one", {"type": "message", "text": "made up"}, NOON)
    plain = Sealer(KEYS.draw("columns"), FORCE).seal(orjson.dumps(CARD), "message.activity", str(sent.id))
    async with database.work() as uow:
        await uow.messages.add([sent])
        await uow.connection.execute(update(message).values(activity=plain))
    assert [one.activity for one in await kept(database, sent)] == [CARD]
