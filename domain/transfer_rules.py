"""To which other forces a force hands over protected people, and how long that may wait for an answer: the part [transfer] of its policy."""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from domain.errors import Unreadable
from domain.folding import tokens
from domain.policy_values import LONGEST_NAME, known, names, section, whole

SECTIONS = {"transfer": {"name", "accept_hours", "supervisor_hours", "forces"}}
# A public key as it stands in a policy file: the key to seal to and the key to check by, 32 bytes each.
KEY_MARK = "nmo1:"
KEY_BYTES = 64
MOST_FORCES = 60
NO_FORCE = "That force is not among those this force transfers to. Ask the administrator to put it into the policy file, with its key."
_CODE = re.compile(r"[a-z0-9-]{1,40}")
_URL = re.compile(r"https://[^\s/?#@]+(?::\d+)?|http://127\.0\.0\.1:\d+")
_HOURS = range(1, 14 * 24 + 1)
_OF_EVERY_FORCE = frozenset({"police", "force", "constabulary", "service", "the", "and", "of"})


@dataclass(frozen=True)
class OtherForce:
    """`code` is its own NMO_FORCE; without a `key` nothing can be sealed to it, without a `url` the file is carried by hand."""

    code: str
    name: str
    aliases: frozenset[str] = frozenset()
    key: bytes = b""
    url: str = ""


@dataclass(frozen=True)
class TransferRules:
    """`own_name` is how other forces read of this one. The owner is reminded after `accept_within`, a supervisor `then_supervisor` later: a proposal, to be signed off locally."""

    own_name: str = ""
    accept_within: timedelta = timedelta(hours=24)
    then_supervisor: timedelta = timedelta(hours=12)
    forces: tuple[OtherForce, ...] = ()

    def force(self, code: str) -> OtherForce | None:
        return next((one for one in self.forces if one.code == code), None)

    def meant(self, words: str) -> list[OtherForce]:
        """Whom the words may mean: a code, an alias, or the words of a name."""
        said = frozenset(tokens(words)) - _OF_EVERY_FORCE
        plain = " ".join(words.casefold().split())
        exact = [one for one in self.forces if plain in (one.code, one.name.casefold(), *one.aliases)]
        return exact or [one for one in self.forces if said and said <= frozenset(tokens(one.name))]


def read_transfer_rules(parts: Mapping[str, Mapping[str, Any]]) -> TransferRules:
    """Raises Unreadable with the one thing that is wrong."""
    given = parts["transfer"]
    forces = given.get("forces", {})
    if not isinstance(forces, dict) or len(forces) > MOST_FORCES:
        raise Unreadable(f"transfer.forces must be at most {MOST_FORCES} sections, [transfer.forces.CODE]")
    return TransferRules(
        own_name=_own_name(given.get("name", "")),
        accept_within=timedelta(hours=whole(given.get("accept_hours", 24), "transfer.accept_hours", _HOURS)),
        then_supervisor=timedelta(hours=whole(given.get("supervisor_hours", 12), "transfer.supervisor_hours", _HOURS)),
        forces=tuple(_force(forces, code) for code in forces),
    )


def _own_name(given: object) -> str:
    if not isinstance(given, str) or len(given.strip()) > LONGEST_NAME:
        raise Unreadable(f"transfer.name must be the name of this force, at most {LONGEST_NAME} letters long")
    return given.strip()


def public_words(key: bytes) -> str:
    return KEY_MARK + base64.b64encode(key).decode()


def _force(forces: Mapping[str, Any], code: str) -> OtherForce:
    where = f"transfer.forces.{code}"
    if not _CODE.fullmatch(code):
        raise Unreadable(f"{where}: a force's code is small letters, figures and hyphens")
    values = section(forces, where, {"name", "aliases", "key", "url"})
    known(values, {"name", "aliases", "key", "url"}, f"{where}.")
    name, url = values.get("name"), values.get("url", "")
    if not isinstance(name, str) or not 0 < len(name.strip()) <= LONGEST_NAME:
        raise Unreadable(f"{where}.name must be the name of the force, at most {LONGEST_NAME} letters long")
    if url and not (isinstance(url, str) and _URL.fullmatch(url)):
        raise Unreadable(f"{where}.url must be where its bot is, such as https://nmo.force.example, without a path")
    return OtherForce(code, name.strip(), names(values.get("aliases", []), f"{where}.aliases"), _key(values.get("key", ""), where), url)


def _key(given: object, where: str) -> bytes:
    if given == "":
        return b""
    wrong = Unreadable(f"{where}.key must be what the other force's 'app.py transfer key' prints: {KEY_MARK} and 88 signs")
    if not isinstance(given, str) or not given.startswith(KEY_MARK):
        raise wrong
    try:
        key = base64.b64decode(given.removeprefix(KEY_MARK), validate=True)
    except (binascii.Error, ValueError):
        raise wrong from None
    if len(key) != KEY_BYTES:
        raise wrong
    return key
