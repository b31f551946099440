"""Signed tokens that let one officer into one conversation for half an hour, or to open one stream or one paper."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

import orjson

from domain.clock import Clock

TOKEN_LIFE = timedelta(minutes=30)
STREAM_LIFE = timedelta(minutes=1)
PAPER_LIFE = timedelta(minutes=1)


class Purpose(StrEnum):
    TALK = "talk"
    STREAM = "stream"
    PAPER = "paper"


class Forged(Exception):
    """Not a token of ours, or one made for something else."""


class Expired(Exception):
    """A token of ours whose time is over."""


@dataclass(frozen=True, slots=True)
class Pass:
    officer: UUID
    conversation: str


def conversation_of(officer: UUID) -> str:
    """The one web conversation of an officer, so that a reminder always has an address."""
    return f"web-{officer}"


def officer_of(conversation: str) -> UUID:
    return UUID(conversation.removeprefix("web-"))


def seal_of(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


class Tokens:
    def __init__(self, signing_key: bytes, clock: Clock) -> None:
        if len(signing_key) < 32:
            raise ValueError("The signing key needs at least 32 bytes.")
        self._key = signing_key
        self._clock = clock

    def to_talk(self, officer: UUID) -> str:
        return self._signed(officer, conversation_of(officer), Purpose.TALK, self._clock() + TOKEN_LIFE)

    def to_stream(self, officer: UUID) -> str:
        """For the address of a stream, which may end up in a log: hence its short life."""
        return self._signed(officer, conversation_of(officer), Purpose.STREAM, self._clock() + STREAM_LIFE)

    def to_paper(self, officer: UUID, order: UUID, secret: str) -> str:
        """For the address of one order's paper, for one officer, in the browser that keeps the secret."""
        return self._signed(officer, f"{order} {seal_of(secret)}", Purpose.PAPER, self._clock() + PAPER_LIFE)

    def read_paper(self, token: str) -> tuple[UUID, UUID, str]:
        """The officer, the order and the seal of the secret that the browser must have; raises Forged or Expired."""
        entry = self.read(token, Purpose.PAPER)
        order, _, seal = entry.conversation.partition(" ")
        return entry.officer, UUID(order), seal

    def read(self, token: str, purpose: Purpose) -> Pass:
        claims, _, mark = token.encode("utf-8", "replace").partition(b".")
        if not hmac.compare_digest(mark, self._mark(claims)):
            raise Forged
        try:
            officer, conversation, kind, until = orjson.loads(urlsafe_b64decode(claims))
        except (ValueError, NotBase64) as error:
            raise Forged from error
        if kind != purpose:
            raise Forged
        if self._clock().timestamp() >= until:
            raise Expired
        return Pass(UUID(officer), conversation)

    def _signed(self, officer: UUID, where: str, purpose: Purpose, until: datetime) -> str:
        claims = urlsafe_b64encode(orjson.dumps([str(officer), where, purpose, until.timestamp()]))
        return (claims + b"." + self._mark(claims)).decode()

    def _mark(self, claims: bytes) -> bytes:
        return urlsafe_b64encode(hmac.digest(self._key, b"nmo web chat token:" + claims, sha256))
