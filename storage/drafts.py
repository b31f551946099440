"""A draft as JSON and back, for the sealed column and for the process that reads papers."""

from dataclasses import asdict

import orjson

from domain.papers import Condition, Draft, NotRead, Read, Term


def draft_bytes(draft: Draft) -> bytes:
    return orjson.dumps(asdict(draft), option=orjson.OPT_NON_STR_KEYS)


def draft_of(content: bytes) -> Draft:
    """Raises orjson.JSONDecodeError where the bytes are none of ours."""
    plain = orjson.loads(content)
    return Draft(
        {Term(name): Read(**read) for name, read in plain["terms"].items()},
        tuple(Condition(**one) for one in plain["conditions"]),
        tuple(plain["exceptions"]),
        tuple(plain["doubts"]),
        NotRead(plain["not_read"]) if plain["not_read"] else None,
    )
