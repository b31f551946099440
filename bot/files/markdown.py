"""The record of a breach as Markdown: headings and lists of its own, and no word that was typed is anything but words."""

import re
from collections.abc import Iterable, Iterator

from bot.cards.parts import MARKING
from bot.files.parts import Kind, Part, lines_of
from bot.files.signs import is_control, with_words_for

_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>|~&$@#^=]")
# A host or an address that some readers make a link of, a shortcode that some make a picture of, and signs that some underline.
_BETWEEN = re.compile(r"\.(?=[^\W\d_])|:(?=\S)(?!(?<=\d:)\d\d(?![\d:]))|(?<=\+)\+|(?<=-)-")
_FIRST = re.compile(r"^([-+:%]|\d{1,9}(?=[.)]))")


def as_markdown(parts: Iterable[Part]) -> bytes:
    """UTF-8. Each line that was typed is a paragraph of its own, so that no two of them make a heading or a table together."""
    blocks = [f"**{MARKING}**", *(block for part in parts for block in _blocks(part)), f"**{MARKING}**"]
    return ("\n\n".join(_close(blocks)) + "\n").encode()


def escaped(line: str) -> str:
    """One line as words alone, wherever in a line it stands. Blanks before and behind it say nothing, and some readers take them for code."""
    shown = with_words_for(line.replace("\t", " "), lambda sign: not is_control(sign)).strip()
    inner = _BETWEEN.sub(r"\\\g<0>", _ANYWHERE.sub(r"\\\g<0>", shown))
    return _FIRST.sub(_not_first, inner)


def _not_first(found: re.Match[str]) -> str:
    """A number that begins a line stays as it is, and the stop behind it is escaped."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _blocks(part: Part) -> Iterator[str]:
    lines = [escaped(line) for line in lines_of(part.words) if line.strip()]
    match part.kind:
        case Kind.TITLE:
            yield f"# {escaped(part.lead)}"
        case Kind.FACT:
            lead = f"**{escaped(part.lead)}:** " if part.lead else ""
            yield f"- {lead}{' '.join(lines)}"
        case Kind.HEADING:
            yield f"## {escaped(part.lead)}"
        case Kind.POINT:
            number, _, title = part.lead.partition(". ")
            beneath = "\n\n" + " " * len(f"{number}. ")
            yield beneath.join((f"{number}. **{escaped(title)}.**", *lines))
        case Kind.WORDS:
            yield from lines


def _close(blocks: Iterable[str]) -> Iterator[str]:
    """The lines of one list stand together."""
    listed: list[str] = []
    for block in blocks:
        if block.startswith("- "):
            listed.append(block)
            continue
        if listed:
            yield "\n".join(listed)
            listed = []
        yield block
