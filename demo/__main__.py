"""`.venv/bin/python -m demo feed FOLDER`: writes a made-up court feed."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random

try:
    from demo.feed import LAYOUTS, PASSWORD, made_up_feed, write_feed, write_zip
except ModuleNotFoundError as missing:
    sys.exit(f"There is no {missing.name} here. Run make setup first, then .venv/bin/python -m demo ...")

from domain.clock import utc_now
from domain.london import to_london


def main(arguments: Sequence[str]) -> None:
    asked = _read(arguments)
    orders = made_up_feed(asked.seed, asked.orders, asked.day)
    if asked.zip:
        path = write_zip(asked.folder, orders, asked.pdfs, asked.day, Random(asked.seed), LAYOUTS[asked.layout])
        sys.stdout.write(f"{path} holds {len(orders)} made-up orders; its password is: {PASSWORD.decode()}\n")
        return
    path = write_feed(asked.folder, orders, asked.pdfs, asked.day, LAYOUTS[asked.layout])
    sys.stdout.write(f"{path} holds {len(orders)} made-up orders\n")


def _read(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m demo", description="Made-up data for trying the bot out.")
    feed = parser.add_subparsers(required=True, metavar="feed").add_parser("feed", help="write a made-up court feed")
    feed.add_argument("folder", type=Path)
    feed.add_argument("--orders", type=int, default=60)
    feed.add_argument("--pdfs", type=int, default=60, help="how many of the orders have their PDF beside them")
    feed.add_argument("--seed", type=int, default=1, help="the same seed and day make the same feed")
    feed.add_argument("--day", type=date.fromisoformat, default=to_london(utc_now()).date(), help="the manifest's day, as 2026-06-01")
    feed.add_argument("--layout", choices=sorted(LAYOUTS), default="A")
    feed.add_argument("--zip", action="store_true", help="as an encrypted zip, the way the court sends it")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
