"""Sealed columns: read back whole in their own place, and nowhere else."""

from uuid import uuid4

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from domain.audit import AuditEntry, AuditKind
from domain.conversations import Message
from storage.sealing import Sealer
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import RESPONSE

SEALER = Sealer(bytes(32), "demo")
SECRET = "Jade Marlow, 3 Cobbler's Yard"


@given(st.binary(max_size=300), st.integers(0, 10_000))
def test_what_was_sealed_comes_back_and_one_flipped_bit_is_found(plain: bytes, where: int) -> None:
    sealed = SEALER.seal(plain, "message.activity", "row-1")
    assert SEALER.open(sealed, "message.activity", "row-1") == plain
    at, bit = divmod(where % ((len(sealed) - 1) * 8), 8)
    broken = bytearray(sealed)
    broken[1 + at] ^= 1 << bit
    with pytest.raises(InvalidTag):
        SEALER.open(bytes(broken), "message.activity", "row-1")


@pytest.mark.parametrize(
    ("other", "place", "row"),
    [
        (SEALER, "message.activity", "row-2"),
        (SEALER, "audit.typed", "row-1"),
        (Sealer(bytes(32), "elsewhere"), "message.activity", "row-1"),
        (Sealer(bytes([1] * 32), "demo"), "message.activity", "row-1"),
    ],
)
def test_a_value_opens_in_no_other_row_table_force_or_under_another_key(other: Sealer, place: str, row: str) -> None:
    sealed = SEALER.seal(b"plain", "message.activity", "row-1")
    with pytest.raises(InvalidTag):
        other.open(sealed, place, row)


def test_the_same_words_are_never_sealed_alike() -> None:
    assert len({SEALER.seal(b"same", "message.activity", "row-1") for _ in range(50)}) == 50


async def test_what_a_message_says_is_not_in_its_row_and_cannot_be_moved_to_another(database: Database) -> None:
    one, two = (Message(uuid4(), "c", {"type": "message", "text": words}, NOON) for words in (SECRET, "second"))
    async with database.work() as uow:
        await uow.messages.add([one, two])
        rows = list(await uow.connection.scalars(text("SELECT activity FROM message ORDER BY seq")))
        assert [row for row in rows if b"Jade" in bytes(row)] == []
        assert [kept.activity["text"] for kept in await uow.messages.since("c", 0, NOON)] == [SECRET, "second"]
        await uow.connection.execute(
            text("UPDATE message SET activity = (SELECT activity FROM message WHERE id = :one) WHERE id = :two"),
            {"one": str(one.id), "two": str(two.id)},
        )
    async with database.reading() as uow:
        with pytest.raises(InvalidTag):
            await uow.messages.since("c", 0, NOON)


async def test_what_was_typed_cannot_be_moved_from_the_trail_into_the_chat(database: Database) -> None:
    message = Message(uuid4(), "c", {"type": "message", "text": "hello"}, NOON)
    async with database.work() as uow:
        await uow.audit.note(AuditEntry(NOON, RESPONSE.id, AuditKind.CONSULTATION, "lookup:order:searched", "", typed=SECRET))
        await uow.messages.add([message])
        assert [entry.typed for entry in await uow.audit.since()] == [SECRET]
        await uow.connection.execute(text("UPDATE message SET activity = (SELECT typed FROM audit)"))
    async with database.reading() as uow:
        with pytest.raises(InvalidTag):
            await uow.messages.since("c", 0, NOON)
