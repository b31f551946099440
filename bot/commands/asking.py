"""`find`, `ask` and `understand`: what the bot would answer, as JSON, one line or a batch."""

import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import orjson

from bot.bodies import MAX_TEXT, TOO_LONG
from bot.commands.acting import WrongCommand
from domain.errors import AssistantError, Unreadable
from domain.officers import Officer
from guidance.library import Answer
from services.guidance import Guidance

Line = dict[str, Any]
Question = Line | AssistantError
One = Callable[[Line], Awaitable[Line]]
CHANNEL = "command"


def lines(batch: str | None, text: str | None, key: str) -> list[Question]:
    """The questions: those of a JSON Lines file (`-` is standard input), or the one given as words; what is wrong with a line stands in its place."""
    if batch is not None:
        return [_parsed(line, number) for number, line in enumerate(_read(batch).splitlines(), start=1) if line.strip()]
    if not text:
        raise WrongCommand("Give the words to ask, or --batch FILE.")
    return [{"id": 1, key: text}]


def _read(batch: str) -> str:
    try:
        return sys.stdin.read() if batch == "-" else Path(batch).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise AssistantError(f"There is no file {batch}.") from None
    except OSError as trouble:
        raise AssistantError(f"{batch} cannot be opened: {trouble.strerror or 'it is no file'}.") from trouble
    except UnicodeDecodeError as trouble:
        raise AssistantError(f"{batch} cannot be read as UTF-8 text.") from trouble


def _parsed(line: str, number: int) -> Question:
    try:
        said = orjson.loads(line)
    except orjson.JSONDecodeError:
        return Unreadable(f"Line {number} is not JSON.")
    return said if isinstance(said, dict) else Unreadable(f"Line {number} is not a JSON object.")


async def answer_all(questions: Sequence[Question], one: One, write: Callable[[str], None]) -> None:
    """One JSON object a line, in the same order, the id echoed. A line that cannot be read is answered with its error, and the rest is still answered."""
    for question in questions:
        begun = perf_counter()
        said = {"error": question.advice} if isinstance(question, AssistantError) else {"id": question.get("id"), **await one(question)}
        write(orjson.dumps({"id": None, "ms": round((perf_counter() - begun) * 1000, 3), **said}).decode())
    unread = sum(isinstance(question, AssistantError) for question in questions)
    if unread:
        raise Unreadable(f"{unread} of {len(questions)} lines could not be read: each is answered with its error.")


def asked(guidance: Guidance, officer: Officer) -> One:
    async def one(question: Line) -> Line:
        words = str(question.get("q", ""))
        if len(words) > MAX_TEXT:
            return answer_line(Answer(answered=False, page=None, title="", text=TOO_LONG))
        return answer_line(await guidance.ask(officer, words, CHANNEL))

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
