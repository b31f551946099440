"""The app's two icons, drawn: a shield with a tick, as PNG without a picture library."""

import struct
import zlib
from collections.abc import Callable
from itertools import pairwise

Colour = tuple[int, int, int, int]
Paint = Callable[[float, float], Colour]
COLOUR, OUTLINE = 192, 32
_BLUE: Colour = (27, 54, 93, 255)
_WHITE: Colour = (255, 255, 255, 255)
_CLEAR: Colour = (255, 255, 255, 0)
# Where the tick bends, on a square of one by one.
_TICK = ((0.34, 0.47), (0.46, 0.59), (0.67, 0.36))


def colour_icon() -> bytes:
    """192 pixels square: a white shield with a blue tick on blue."""
    return _png(COLOUR, lambda x, y: _BLUE if _near_tick(x, y, 0.035) or not _in_shield(x, y, 0.0) else _WHITE)


def outline_icon() -> bytes:
    """32 pixels square: white lines on nothing, as Teams asks."""
    return _png(
        OUTLINE, lambda x, y: _WHITE if _near_tick(x, y, 0.04) or (_in_shield(x, y, 0.0) and not _in_shield(x, y, 0.07)) else _CLEAR
    )


def _in_shield(x: float, y: float, inset: float) -> bool:
    """Straight at the top, narrowing to a point at the bottom."""
    top, bend, point = 0.16 + inset, 0.48, 0.88 - inset * 1.4
    half = 0.31 - inset
    if not top <= y <= point:
        return False
    return abs(x - 0.5) <= (half if y <= bend else half * (1 - ((y - bend) / (point - bend)) ** 2))


def _near_tick(x: float, y: float, width: float) -> bool:
    return any(_distance(x, y, start, end) <= width for start, end in pairwise(_TICK))


def _distance(x: float, y: float, start: tuple[float, float], end: tuple[float, float]) -> float:
    along = (end[0] - start[0], end[1] - start[1])
    share = ((x - start[0]) * along[0] + (y - start[1]) * along[1]) / (along[0] ** 2 + along[1] ** 2)
    share = min(1.0, max(0.0, share))
    return float(((x - start[0] - share * along[0]) ** 2 + (y - start[1] - share * along[1]) ** 2) ** 0.5)


def _png(size: int, paint: Paint) -> bytes:
    """Eight bits a channel with transparency; each row of pixels begins with the byte 0, for no filter."""
    middle = [(step + 0.5) / size for step in range(size)]
    rows = b"".join(b"\0" + b"".join(bytes(paint(x, y)) for x in middle) for y in middle)
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
