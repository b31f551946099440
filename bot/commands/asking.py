"""`find` and `ask`: what the bot would answer, as JSON, one line or a batch."""

import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import orjson

from bot.bodies import MAX_TEXT
from domain.errors import AssistantError
from domain.officers import Officer
from guidance.library import Answer
from services.guidance import Guidance

Line = dict[str, Any]
One = Callable[[Line], Awaitable[Line]]
CHANNEL = "command"


def lines(batch: str | None, text: str | None, key: str) -> Iterator[Line]:
    """The questions: those of a JSON Lines file (`-` is standard input), or the one given as words."""
    if batch is None:
        if not text:
            raise AssistantError("Give the words to ask, or --batch FILE.")
        yield {"id": 1, key: text}
        return
    for number, line in enumerate(_read(batch).splitlines(), start=1):
        if line.strip():
            yield _parsed(line, number)


def _read(batch: str) -> str:
    try:
        return sys.stdin.read() if batch == "-" else Path(batch).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as trouble:
        raise AssistantError(f"{batch} cannot be read as UTF-8 text.") from trouble


def _parsed(line: str, number: int) -> Line:
    try:
        said = orjson.loads(line)
    except orjson.JSONDecodeError as trouble:
        raise AssistantError(f"Line {number} is not JSON.") from trouble
    if not isinstance(said, dict):
        raise AssistantError(f"Line {number} is not a JSON object.")
    return said


async def answer_all(questions: Iterator[Line], one: One, write: Callable[[str], None]) -> None:
    """One JSON object a line, in the same order, the id echoed."""
    for question in questions:
        begun = perf_counter()
        said = await one(question)
        write(orjson.dumps({"id": question.get("id"), "ms": round((perf_counter() - begun) * 1000, 3), **said}).decode())


def asked(guidance: Guidance, officer: Officer) -> One:
    async def one(question: Line) -> Line:
        return answer_line(await guidance.ask(officer, str(question.get("q", ""))[:MAX_TEXT], CHANNEL))

    return one


def answer_line(answer: Answer) -> Line:
    """As the public contract, section 5, has it."""
    return {
        "answered": answer.answered,
        "page": answer.page,
        "title": answer.title,
        "answer": answer.text,
        "sources": [{"title": one.title, "url": one.url} for one in answer.sources],
        "reviewed": answer.reviewed.isoformat() if answer.reviewed else None,
        "alternatives": list(answer.alternatives),
    }
