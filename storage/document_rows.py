"""A paper as its row holds it, sealed."""

from typing import Any

from domain.documents import Document, DocumentKind
from storage.sealing import Sealer

_PLACE = "document.content"


def document_of(row: Any, sealer: Sealer) -> Document:
    content = sealer.open(row.content, _PLACE, str(row.id))
    return Document(row.id, row.order_id, DocumentKind(row.kind), row.name, row.sha256, row.at, content)


def document_row(one: Document, force: str, sealer: Sealer) -> dict[str, object]:
    content = sealer.seal(one.content, _PLACE, str(one.id))
    row = {"force": force, "id": one.id, "order_id": one.order, "kind": one.kind.value, "name": one.name}
    return row | {"sha256": one.sha256, "at": one.at, "content": content}
