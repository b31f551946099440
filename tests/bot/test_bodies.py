"""Reading a request: what is too big, too deep, too slow or no JSON gets one plain line, and nothing gets in half read."""

import asyncio
import gzip
import json
import zlib
from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest
from aiohttp import ClientPayloadError, StreamReader, web
from aiohttp.base_protocol import BaseProtocol
from aiohttp.test_utils import TestClient, TestServer, make_mocked_request
from hypothesis import given
from hypothesis import strategies as st

from bot.bodies import PATIENCE, BodyRefused, parse, read_json

JSON = {"Content-Type": "application/json"}
KB = 1024
Client = TestClient[web.Request, web.Application]


async def echo(request: web.Request) -> web.Response:
    try:
        body = await read_json(request, patience=float(request.query.get("patience", "5")))
    except BodyRefused as refused:
        return web.Response(status=refused.status, text=refused.line)
    return web.json_response(body)


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    app = web.Application()
    app.router.add_post("/", echo)
    async with TestClient(TestServer(app)) as client:
        yield client


async def answer(client: Client, body: Any, **headers: str) -> tuple[int, str]:
    async with client.post("/", data=body, headers=JSON | {name.replace("_", "-"): value for name, value in headers.items()}) as response:
        return response.status, await response.text()


async def pieces(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def test_an_object_is_read_as_it_was_sent(client: Client) -> None:
    sent: dict[str, Any] = {"text": "Zoë 👮\u200d♀️ O'Neill", "value": [1, 2.5, None, True, {"a": []}]}
    status, text = await answer(client, json.dumps(sent).encode())
    assert (status, json.loads(text)) == (200, sent)


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", '; charset="UTF-8"'])
async def test_json_in_utf_8_is_taken_however_it_is_said(client: Client, charset: str) -> None:
    assert (await answer(client, b"{}", Content_Type=f"application/json{charset}"))[0] == 200


@pytest.mark.parametrize(
    ("body", "coding"),
    [(gzip.compress(b"{}", mtime=0), "gzip"), (zlib.compress(b"{}"), "deflate"), (b"{}", "nonsense"), (b"{}", "identity, nonsense")],
    ids=["gzip", "deflate", "unknown", "several"],
)
async def test_a_compressed_body_is_refused(client: Client, body: bytes, coding: str) -> None:
    assert await answer(client, body, Content_Encoding=coding) == (415, "The body must not be compressed.")


@pytest.mark.parametrize("kind", ["text/plain", "application/json; charset=utf-16", "multipart/form-data; boundary=x"])
async def test_a_body_of_another_kind_is_refused(client: Client, kind: str) -> None:
    assert await answer(client, b"{}", Content_Type=kind) == (415, "The body must be application/json in UTF-8.")


async def test_a_body_of_no_stated_kind_is_refused(client: Client) -> None:
    async with client.post("/", data=b"{}", skip_auto_headers={"Content-Type"}) as response:
        assert (response.status, await response.text()) == (400, "The Content-Type header is missing.")


def filled(size: int) -> bytes:
    return b'{"a":"' + b"x" * (size - 8) + b'"}'


async def test_256_kb_is_read_and_a_byte_more_is_not(client: Client) -> None:
    assert (await answer(client, filled(256 * KB)))[0] == 200
    assert await answer(client, filled(256 * KB + 1)) == (413, "The body is larger than 256 KB.")


async def test_the_limit_holds_for_a_body_that_does_not_tell_its_length(client: Client) -> None:
    parts = [b" " * 64 * KB] * 3
    assert (await answer(client, pieces(*parts, filled(64 * KB))))[0] == 200
    assert await answer(client, pieces(*parts, filled(64 * KB + 1))) == (413, "The body is larger than 256 KB.")


async def test_a_body_that_never_ends_is_given_up(client: Client) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", client.port)
    writer.write(b"POST /?patience=0.1 HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{")
    assert b" 408 " in await reader.readline()
    assert b"The body took too long to arrive." in await reader.readuntil(b"arrive.")
    writer.close()
    await writer.wait_closed()


async def test_a_body_that_says_it_is_too_large_is_not_waited_for(client: Client) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", client.port)
    writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 262145\r\n\r\n")
    assert b" 413 " in await reader.readline()
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize("fault", [ConnectionResetError(), web.RequestPayloadError(), ClientPayloadError()])
async def test_a_body_that_breaks_on_its_way_is_said_to_be_cut_short(fault: Exception) -> None:
    content = StreamReader(BaseProtocol(asyncio.get_running_loop()), 2**16)
    content.feed_data(b"{}")
    content.set_exception(fault)
    with pytest.raises(BodyRefused, match="cut short"):
        await read_json(make_mocked_request("POST", "/", headers=JSON, payload=content))


@pytest.mark.parametrize("chunk", [b"zz\r\n", b"-1\r\n", b"5\r\nab"])
async def test_a_body_in_broken_pieces_is_no_servers_fault(client: Client, chunk: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", client.port)
    writer.write(b"POST /?patience=0.1 HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk)
    assert b" 40" in await reader.readline()
    writer.close()
    await writer.wait_closed()


def refusal(body: bytes) -> str:
    with pytest.raises(BodyRefused) as refused:
        parse(body)
    assert refused.value.status == 400
    return refused.value.line


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"a"}',
        b"{'a': 1}",
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b'{"a": -Infinity}',
        b'{"a": 1e999}',
        b'{"a": ' + b"9" * 5000 + b"}",
        b'{"a": "\xff"}',
        b'{"a": "\xed\xa0\x80"}',
        b'{"a": "\\ud800"}',
        b'{"a": "\x00"}',
        b"\xef\xbb\xbf{}",
        '{"a": 1}'.encode("utf-16"),
        b"{} {}",
        b'{"a": 1,}',
        b"{} // x",
        b'"' + b'\\"' * 1000,
    ],
)
def test_what_is_not_json_is_said_to_be_none(body: bytes) -> None:
    assert refusal(body) == "The body is not valid JSON."


@pytest.mark.parametrize("body", [b"[]", b'[{"type": "message"}]', b"null", b'"x"', b"1", b"true"])
def test_json_that_is_no_object_is_refused(body: bytes) -> None:
    assert refusal(body) == "The body must be a JSON object."


@pytest.mark.parametrize(
    "body",
    [b'{"a": 1, "a": 2}', b'{"a": 1, "\\u0061": 2}', b'{"x": [{"from": {"id": "1", "id": "2"}}]}', b'{"": 1, "": 1}'],
)
def test_a_key_said_twice_is_refused_at_any_depth(body: bytes) -> None:
    assert refusal(body) == "The body says the same key twice."


def nested(levels: int, opening: bytes, closing: bytes) -> bytes:
    return b'{"a": ' + opening * (levels - 1) + b"1" + closing * (levels - 1) + b"}"


@pytest.mark.parametrize(("opening", "closing"), [(b"[", b"]"), (b'{"b": ', b"}")])
def test_32_levels_are_read_and_one_more_is_not(opening: bytes, closing: bytes) -> None:
    assert parse(nested(32, opening, closing))
    assert refusal(nested(33, opening, closing)) == "The body is nested too deeply."


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 250_000,
        b'{"a":' * 50_000,
        b'{"a": "' + b'\\"' * 100_000 + b"[" * 50_000,
        b"]" * 100 + b"[" * 200,
    ],
)
def test_a_huge_nest_is_refused_and_costs_nothing(body: bytes) -> None:
    assert refusal(body) in {"The body is nested too deeply.", "The body is not valid JSON."}


def test_brackets_in_words_are_words() -> None:
    text = '[{"\\' * 500
    assert parse(orjson.dumps({"text": text, "more": [[1], {"b": "]}"}]}))["text"] == text


def depth(value: Any) -> int:
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if children is None else 1 + max(map(depth, children), default=0)


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=60,
)
wrapped = st.tuples(values, st.integers(0, 40)).map(lambda pair: wrap(*pair))


def wrap(value: Any, levels: int) -> Any:
    for _ in range(levels):
        value = [value, "[{"]
    return value


@given(st.dictionaries(st.text(), wrapped, max_size=4))
def test_a_body_is_read_exactly_when_it_is_not_too_deep(body: dict[str, Any]) -> None:
    raw = json.dumps(body).encode("utf-8")
    try:
        read: Any = parse(raw)
    except BodyRefused:
        read = "refused"
    assert read == (body if depth(body) <= 32 else "refused")


@given(st.binary(max_size=200) | st.text(alphabet='{}[]",:\\u0 1eE+-.a', max_size=60).map(str.encode))
def test_any_bytes_are_an_object_or_one_plain_line(raw: bytes) -> None:
    try:
        read: Any = parse(raw)
    except BodyRefused as refused:
        read = {refused.status: refused.line.splitlines()}
    assert isinstance(read, dict)
    assert 400 not in read or len(read[400]) == 1


def test_a_body_has_time_to_arrive_and_holds_nothing_up_for_longer_than_ten_seconds() -> None:
    assert 5 <= PATIENCE <= 10
