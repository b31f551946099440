"""Logs as JSON lines on standard error: a constant event and ids, nothing that anybody typed."""

import logging
import secrets
import sys
import traceback
from types import TracebackType
from typing import Any

import structlog

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def set_up_logs(level: str) -> None:
    number = logging.getLevelNamesMapping().get(level.upper(), logging.INFO)
    plain = logging.StreamHandler(sys.stderr)
    plain.setFormatter(_WordlessFormatter("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[plain], force=True)
    # The access log would hold the web chat's stream token; APScheduler's names no more than our heartbeats do.
    for noisy in ("aiohttp.access", "apscheduler"):
        logging.getLogger(noisy).setLevel(logging.ERROR)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.ExceptionRenderer(wordless),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )


def new_fault_reference() -> str:
    """What a person is told and the log holds beside the fault: `E-1A2B3C4D`."""
    return f"E-{secrets.token_hex(4).upper()}"


def wordless(exc_info: ExcInfo) -> str:
    """Where it broke and of which kinds, through every cause, without the exceptions' own words: those may quote a person."""
    lines: list[str] = []
    error: BaseException | None = exc_info[1]
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        lines += [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
        lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
        error = error.__cause__ or error.__context__
    return "\n".join(lines)


class _WordlessFormatter(logging.Formatter):
    def formatException(self, ei: Any) -> str:  # noqa: N802 - the library's name
        return wordless(ei)
