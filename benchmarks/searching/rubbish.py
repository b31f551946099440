"""What may be typed that is nobody's name: pieces of query languages, of markup, of other scripts, and signs that are no letters."""

from collections.abc import Iterator
from random import Random

PIECES = (
    *("AND", "OR NOT", "NEAR(a b, 3)", 'name:"', "^smith*", '"""', "{a b}:c", "*", "%", "_", "?", "-john", "+jones"),
    *("'; DROP TABLE nmo; --", "1 OR 1=1", "') UNION SELECT key FROM sqlite_master --", "\\x27", "NULL", "0x41", "$1", ":force", "@p1"),
    *(
        "**bold**",
        "_it_",
        "[press](https://example.org)",
        "![x](data:image/png;base64,AA)",
        "<b>",
        "</script><script>alert(1)</script>",
        "`code`",
        "# heading",
        "> said",
    ),
    *("{{DATE(2026-01-01T00:00:00Z, SHORT)}}", "<at>everyone</at>", "${name}", "&lt;", "\\*", "|a|b|", "---", "1. one"),
    *(
        "\u202egnp.exe\u202c",
        "\u2066left\u2069",
        "\u200b",
        "\u200d",
        "\ufeff",
        "\x00",
        "\x1b[31m",
        "\x07",
        "\r\n",
        "\t",
        "\ud7ff",
        "\ufffd",
    ),
    *(
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\U0001f44d\U0001f3fd",
        "e\u0301" * 20,
        "\u0645\u062d\u0645\u062f",
        "\u05d3\u05d5\u05d3",
        "\u674e\u660e",
        "\u0418\u0432\u0430\u043d",
        "\u00df",
        "\u0130stanbul",
        "\ufb01ona",
    ),
    *(
        "john",
        "smith",
        "o'brien",
        "anne-marie",
        "12/3/85",
        "31/02/1990",
        "99/99/9999",
        "ZZ1 4AB",
        "07700 900123",
        "ZZ99 9ZZ",
        "NMO-AAAAAA",
        "about 40",
        "a",
        "",
    ),
)
LONGEST = 12


def strings(seed: int, number: int) -> Iterator[str]:
    """One to a dozen pieces, with and without a gap between them, and now and then any signs at all."""
    random = Random(seed)
    for _ in range(number):
        gap = random.choice((" ", " ", "", ", "))
        pieces = random.choices(PIECES, k=random.randint(1, LONGEST))
        if random.random() < 0.2:
            pieces.append("".join(chr(random.randrange(0x11_000)) for _ in range(random.randint(1, 20))).encode("utf-8", "ignore").decode())
        yield gap.join(pieces)
