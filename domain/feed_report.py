"""What an import of the court feed did, in figures and in lines a person can act on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FeedLine:
    """Something about one line of one manifest; `reason` never holds a value of the row."""

    manifest: str
    line: int
    reason: str


@dataclass(frozen=True)
class FeedReport:
    """Rows of every manifest read, each counted once; `mended` are rows rejected in an earlier run that now came in."""

    imported: int = 0
    updated: int = 0
    unchanged: int = 0
    mended: int = 0
    rejected: tuple[FeedLine, ...] = ()
    warnings: tuple[FeedLine, ...] = ()

    def plain(self) -> dict[str, object]:
        """The report as it is printed with `--json`."""
        return {
            "imported": self.imported,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "rejected": len(self.rejected),
            "mended": self.mended,
            "rejected_rows": [_line(one) for one in self.rejected],
            "warnings": [_line(one) for one in self.warnings],
        }


def _line(one: FeedLine) -> dict[str, object]:
    return {"file": one.manifest, "line": one.line, "reason": one.reason}
