"""The court's own paper, as it was received."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

LARGEST = 10 * 1024 * 1024


class DocumentKind(StrEnum):
    ORDER = "order"
    WELSH = "welsh"


@dataclass(frozen=True)
class Document:
    """One PDF of an order; `sha256` is hexadecimal."""

    id: UUID
    order: UUID
    kind: DocumentKind
    name: str
    sha256: str
    at: datetime
    content: bytes
