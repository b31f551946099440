"""The record of a breach as a PDF: A4, the marking on top and at the foot of every page, a font that it carries itself."""

from collections.abc import Container, Iterable
from datetime import datetime
from secrets import token_urlsafe

from font_source_sans_pro import font_files_ttf
from fpdf import FPDF
from fpdf.enums import AccessPermission, Align, EncryptionMethod, XPos, YPos
from fpdf.fonts import CoreFont, TTFFont

from bot.cards.parts import MARKING
from bot.files.parts import Kind, Part, lines_of
from bot.files.signs import drawable, is_control

NOT_DRAWN = (
    "Some signs could not be drawn here and stand as words in square brackets, such as [Arabic letter, 5 times]. "
    "The record holds them as they were typed, and the Markdown file shows those that can be shown."
)
_FONT = "text"
_MARGIN = 20
_FOOT = 22
_ROOM_UNDER_A_HEADING = 22
_ALL_PAGES = "{nb}"


class RecordPages(FPDF):
    """Says nothing of itself but the reference: no name in its title, and none of whoever made it."""

    def __init__(self, reference: str, at: datetime) -> None:
        super().__init__(format="A4")
        self._reference = reference
        self.set_title(reference)
        self.set_lang("en-GB")
        self.set_creation_date(at)
        self.set_margins(_MARGIN, _MARGIN, _MARGIN)
        self.set_auto_page_break(auto=True, margin=_FOOT)
        self.add_font(_FONT, "", font_files_ttf["SourceSansPro"])
        self.add_font(_FONT, "B", font_files_ttf["SourceSansProBold"])
        self._signs = signs_of(self.fonts[_FONT])

    def header(self) -> None:
        """Words that were typed may look like the sign for the number of pages: it means that from the foot of a page to its end alone."""
        self.alias_nb_pages("")
        self.set_y(9)
        self.say(MARKING, size=10, bold=True, align=Align.C)
        self.set_y(_MARGIN)

    def footer(self) -> None:
        self.set_y(-17)
        self.say(MARKING, size=10, bold=True, align=Align.C)
        self.alias_nb_pages(_ALL_PAGES)
        self.say(f"{self._reference}    page {self.page_no()} of {_ALL_PAGES}", size=9, align=Align.C)

    def shows(self, sign: str) -> bool:
        return ord(sign) in self._signs and not is_control(sign)

    def say(self, text: str, *, size: float = 11, bold: bool = False, align: Align = Align.L) -> None:
        self.set_font(_FONT, style="B" if bold else "", size=size)
        self.multi_cell(0, size * 0.48, text, align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def part(self, part: Part) -> None:
        lead, words = drawable(part.lead, self.shows), drawable(part.words, self.shows)
        match part.kind:
            case Kind.TITLE:
                self.say(lead, size=16, bold=True)
                self.ln(2)
            case Kind.FACT:
                self.say(f"{lead}: {words}" if lead else words)
            case Kind.HEADING:
                self._begin(4)
                self.say(lead, size=12.5, bold=True)
            case Kind.POINT:
                self._begin(0.5)
                self.say(lead, bold=True)
                self._lines(words)
                self.ln(1.5)
            case Kind.WORDS:
                self._lines(words)
                self.ln(1)

    def _begin(self, space: float) -> None:
        """Never as the last line of a page, with what it is over on the next."""
        if self.will_page_break(_ROOM_UNDER_A_HEADING):
            self.add_page()
        else:
            self.ln(space)

    def _lines(self, words: str) -> None:
        for line in lines_of(words):
            self.say(line or " ")


def signs_of(font: CoreFont | TTFFont) -> Container[int]:
    return font.cmap if isinstance(font, TTFFont) else range(0)


def as_pdf(reference: str, parts: Iterable[Part], at: datetime) -> bytes:
    """`at` is the moment that the file says it was made."""
    return bytes(_drawn(reference, parts, at).output())


def as_sealed_pdf(reference: str, parts: Iterable[Part], at: datetime, passphrase: str) -> bytes:
    """Encrypted whole, with AES of 256 bits: whoever has the passphrase may open it, and nobody may change it in a reader."""
    pages = _drawn(reference, parts, at)
    owner = token_urlsafe(32)
    pages.set_encryption(owner, passphrase, EncryptionMethod.AES_256, AccessPermission.PRINT_HIGH_RES, encrypt_metadata=True)
    return bytes(pages.output())


def _drawn(reference: str, parts: Iterable[Part], at: datetime) -> RecordPages:
    pages, held = RecordPages(reference, at), list(parts)
    pages.add_page()
    for part in held:
        pages.part(part)
    if any(drawable(one, lambda _: True) != drawable(one, pages.shows) for part in held for one in (part.lead, part.words)):
        pages.ln(4)
        pages.say(NOT_DRAWN, size=9)
    return pages
