"""Files sealed for one other force: HPKE (RFC 9180) to its X25519 key with ChaCha20-Poly1305, and signed with our Ed25519 key inside, so that nobody else reads or makes one."""

from dataclasses import dataclass
from typing import Any

import orjson
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from pydantic import TypeAdapter, ValidationError

from domain.errors import Unreadable
from domain.transfer_pack import Answer, Pack
from storage.keys import Keys

MAGIC = b"NMO-BOT-TRANSFER 1\n"
LARGEST = 64 * 1024 * 1024
_LONGEST_HEAD = 1_000
_HALF = 32
_SIGNATURE = 64
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
_BODIES: dict[str, TypeAdapter[Any]] = {"pack": TypeAdapter(Pack), "answer": TypeAdapter(Answer)}
NO_FILE = "That is no transfer file of this bot. Nothing was taken in."
TOO_LARGE = f"That file is larger than {LARGEST // 1024 // 1024} MB, which no transfer is. Nothing was taken in."
TOO_LARGE_TO_SEND = f"With its papers and versions it is larger than {LARGEST // 1024 // 1024} MB, which no bot takes in. Nothing was sent: hand over by telephone and keep the duty."
NOT_GENUINE = (
    "That file was changed on its way, is for another force, or was not sealed by the force it names. Nothing was taken in: ring them."
)
OTHER_SHAPE = (
    "That file is genuine and of a shape that this version does not know. Nothing was taken in: ask your administrator for an update."
)


@dataclass(frozen=True)
class Envelope:
    """What stands outside of a sealed file, for everybody to read: nothing of anybody."""

    kind: str
    from_force: str
    to_force: str


class OwnKeys:
    """Drawn from the master key, so that there is no second secret to keep; a new master key makes others, which the other forces must then be given."""

    def __init__(self, keys: Keys, force: str) -> None:
        self._opening = X25519PrivateKey.from_private_bytes(keys.draw(f"transfer-opening:{force}"))
        self._signing = Ed25519PrivateKey.from_private_bytes(keys.draw(f"transfer-signing:{force}"))

    @property
    def public(self) -> bytes:
        """To seal to, then to check by: 32 bytes each."""
        return self._opening.public_key().public_bytes_raw() + self._signing.public_key().public_bytes_raw()

    def seal(self, envelope: Envelope, body: Pack | Answer, to: bytes) -> bytes:
        """`to` is the other force's public key. Raises Unreadable where it would be larger than anybody takes in."""
        head = _head(envelope)
        plain = _BODIES[envelope.kind].dump_json(body)
        signed = self._signing.sign(head + plain) + plain
        sealed = head + _SUITE.encrypt(signed, X25519PublicKey.from_public_bytes(to[:_HALF]), head)
        if len(sealed) > LARGEST:
            raise Unreadable(TOO_LARGE_TO_SEND)
        return sealed

    def open(self, content: bytes, sender: bytes) -> Pack | Answer:
        """`sender` is the public key of the force that the envelope names. Raises Unreadable."""
        envelope, head = envelope_of(content), _head_of(content)
        try:
            signed = _SUITE.decrypt(content[len(head) :], self._opening, head)
            Ed25519PublicKey.from_public_bytes(sender[_HALF:]).verify(signed[:_SIGNATURE], head + signed[_SIGNATURE:])
        except (InvalidTag, InvalidSignature, ValueError):
            raise Unreadable(NOT_GENUINE) from None
        try:
            body: Pack | Answer = _BODIES[envelope.kind].validate_json(signed[_SIGNATURE:])
        except ValidationError:
            raise Unreadable(OTHER_SHAPE) from None
        return body


def pack_bytes(pack: Pack) -> bytes:
    return _BODIES["pack"].dump_json(pack)


def pack_of(plain: bytes) -> Pack:
    pack: Pack = _BODIES["pack"].validate_json(plain)
    return pack


def envelope_of(content: bytes) -> Envelope:
    """Raises Unreadable where it is no such file."""
    if len(content) > LARGEST:
        raise Unreadable(TOO_LARGE)
    try:
        values = orjson.loads(_head_of(content)[len(MAGIC) :])
        envelope = Envelope(str(values["kind"]), str(values["from"]), str(values["to"]))
    except (orjson.JSONDecodeError, KeyError, TypeError):
        raise Unreadable(NO_FILE) from None
    if envelope.kind not in _BODIES:
        raise Unreadable(NO_FILE)
    return envelope


def _head(envelope: Envelope) -> bytes:
    return MAGIC + orjson.dumps({"kind": envelope.kind, "from": envelope.from_force, "to": envelope.to_force}) + b"\n"


def _head_of(content: bytes) -> bytes:
    end = content.find(b"\n", len(MAGIC), _LONGEST_HEAD)
    if not content.startswith(MAGIC) or end < 0:
        raise Unreadable(NO_FILE)
    return content[: end + 1]
