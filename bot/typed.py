"""A typed line as the signs of short commands are held against it."""

from domain.apostrophes import straight

READ = 200


def line_of(text: str) -> str:
    """On one line, with plain apostrophes and without the marks at its end; of a long text its beginning."""
    return " ".join(straight(text[: 2 * READ]).split())[:READ].rstrip("?!. ")
