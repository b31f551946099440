"""A made-up court feed on the disk: a manifest, the papers beside it, and the same as an encrypted zip."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random

from demo.manifest import Rows, layout_a, layout_b
from demo.orders import MadeOrder, made_up_orders
from demo.papers import order_paper, welsh_paper
from demo.zipcrypto import encrypted_zip

LAYOUTS: dict[str, Rows] = {"A": layout_a, "B": layout_b}
PASSWORD = b"made-up password"


def write_feed(folder: Path, orders: Sequence[MadeOrder], pdfs: int, day: date, layout: Rows = layout_a) -> Path:
    """One manifest of that day with the papers of the first `pdfs` orders; returns the manifest's path."""
    folder.mkdir(parents=True, exist_ok=True)
    manifest = folder / manifest_name(day)
    manifest.write_text(layout(orders), encoding="utf-8", newline="")
    for name, content in _papers(orders[:pdfs]):
        (folder / name).write_bytes(content)
    return manifest


def write_zip(folder: Path, orders: Sequence[MadeOrder], pdfs: int, day: date, random: Random, layout: Rows = layout_a) -> Path:
    """The feed as the court sends it; its password is PASSWORD."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {manifest_name(day): layout(orders).encode()} | dict(_papers(orders[:pdfs]))
    path = folder / f"PRL_ORDERS_{day:%Y%m%d}_2100.zip"
    path.write_bytes(encrypted_zip(files, PASSWORD, random))
    return path


def made_up_feed(seed: int, number: int, day: date) -> list[MadeOrder]:
    """The same for the same seed, number and day."""
    return list(made_up_orders(Random(seed), number, day))


def manifest_name(day: date) -> str:
    return f"manifest-{day:%Y%m%d}.csv"


def _papers(orders: Sequence[MadeOrder]) -> Iterator[tuple[str, bytes]]:
    for order in orders:
        yield order.file_name, order_paper(order)
        if order.welsh:
            yield f"{order.stem}-welsh.pdf", welsh_paper(order)
