"""A feed's manifests and papers, read and cut into pieces of one transaction each. Blocking: run it in a thread."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from hashlib import sha256

from domain.documents import LARGEST, DocumentKind
from domain.errors import Unreadable
from domain.feed import FeedOrder, read_manifest, read_rows
from domain.feed_csv import Reject
from domain.feed_merge import row_digest
from domain.london import at_london
from storage.feed_source import FeedSource, FeedTrouble, manifest_day, manifests, read_manifest_text

MOST_ROWS = 250
MOST_BYTES = 32 * 1024 * 1024
_PDF_WITHIN = 1024
_WELSH = ("-welsh.pdf", "_served-welsh.pdf", "-welsh_served.pdf")
NO_PAPER = "the PDF of this order is not in the feed"
NOT_A_PDF = "the PDF of this order is not a PDF: it was not kept"
TOO_LARGE = f"the PDF of this order is larger than {LARGEST // 1024 // 1024} MB: it was not kept"
UNREADABLE = "the PDF of this order cannot be read: it was not kept"


@dataclass(frozen=True)
class FeedFile:
    """One manifest. `confirmed_at` is the beginning of its day in London, or None where its name tells no day that has come; `notes` are about its header."""

    name: str
    sha256: str
    day: date | None
    confirmed_at: datetime | None
    rows: tuple[FeedOrder | Reject, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paper:
    kind: DocumentKind
    name: str
    sha256: str
    content: bytes


@dataclass(frozen=True)
class PapersRow:
    """A good row with the papers that lie beside the manifest."""

    row: FeedOrder
    digest: bytes
    papers: tuple[Paper, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Chunk:
    rows: tuple[PapersRow, ...]
    rejects: tuple[Reject, ...]


def read_files(source: FeedSource, now: datetime) -> list[FeedFile]:
    """Every manifest, oldest day first. Raises FeedTrouble, naming the file and what is wrong with it."""
    return [_read_file(source, name, now) for name in manifests(source)]


def _read_file(source: FeedSource, name: str, now: datetime) -> FeedFile:
    content, text = read_manifest_text(source, name)
    try:
        manifest = read_manifest(text)
        rows = tuple(read_rows(manifest))
    except Unreadable as trouble:
        raise FeedTrouble(f"{name}: {trouble.advice}") from trouble
    day = manifest_day(name)
    begun = None if day is None else at_london(day, time())
    return FeedFile(
        name, sha256(content).hexdigest(), day, begun if begun is not None and begun <= now else None, rows, manifest.layout.notes
    )


def chunks(file: FeedFile, source: FeedSource) -> Iterator[list[FeedOrder | Reject]]:
    """Pieces of bounded rows and bytes; an order stands once in a piece, so that its second row finds the first one saved."""
    piece: list[FeedOrder | Reject] = []
    seen: set[tuple[str, str]] = set()
    weight = 0
    for row in file.rows:
        heavy = source.size(row.sent_name) or 0 if isinstance(row, FeedOrder) else 0
        again = isinstance(row, FeedOrder) and row.identity in seen
        if piece and (again or len(piece) == MOST_ROWS or weight + heavy > MOST_BYTES):
            yield piece
            piece, seen, weight = [], set(), 0
        piece.append(row)
        weight += heavy
        if isinstance(row, FeedOrder):
            seen.add(row.identity)
    if piece:
        yield piece


def with_papers(source: FeedSource, piece: Sequence[FeedOrder | Reject]) -> Chunk:
    good = tuple(_with_papers(source, row) for row in piece if isinstance(row, FeedOrder))
    return Chunk(good, tuple(row for row in piece if isinstance(row, Reject)))


def _with_papers(source: FeedSource, row: FeedOrder) -> PapersRow:
    stem = row.file_name[: -len(".pdf")]
    served = f"{stem}_served.pdf"
    own, warnings = _paper(source, DocumentKind.ORDER, [served, row.file_name])
    welsh, about_welsh = _paper(source, DocumentKind.WELSH, [f"{stem}{ending}" for ending in _WELSH])
    papers = tuple(paper for paper in (own, welsh) if paper is not None)
    known = replace(row, served_file=row.served_file or source.size(served) is not None)
    return PapersRow(known, row_digest(known), papers, (*warnings, *(words for words in about_welsh if words != NO_PAPER)))


def _paper(source: FeedSource, kind: DocumentKind, names: Sequence[str]) -> tuple[Paper | None, tuple[str, ...]]:
    name = next((name for name in names if source.size(name) is not None), None)
    if name is None:
        return None, (NO_PAPER,)
    try:
        content = source.read(name, LARGEST)
    except FeedTrouble:
        return None, (UNREADABLE,)
    if len(content) > LARGEST:
        return None, (TOO_LARGE,)
    if b"%PDF-" not in content[:_PDF_WITHIN]:
        return None, (NOT_A_PDF,)
    return Paper(kind, name, sha256(content).hexdigest(), content), ()
