"""What an officer is in the midst of telling of an order: kept until it is saved or dropped, and nobody else's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

REGISTER = "register"
MEASURE = "measure"
# A PDF kept aside for an order until somebody who may check its wording takes it or leaves it out.
ASIDE = "paper_aside"


@dataclass(frozen=True)
class DraftPaper:
    """A PDF that was sent in the chat and is read into the draft; `sha256` is hexadecimal."""

    name: str
    sha256: str
    content: bytes


@dataclass(frozen=True)
class OrderDraft:
    """`kind` is that of a change, REGISTER or MEASURE; `order_id` the order that a change is to, or on whose people a measure is; `seen` the version of the order that the officer had before them, or how often the draft was written."""

    id: UUID
    officer: UUID
    kind: str
    at: datetime
    begun_at: datetime
    order_id: UUID | None = None
    seen: int = 0
    values: Mapping[str, str] = field(default_factory=dict)
    has_paper: bool = False
