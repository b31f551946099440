"""A timeline names the court feed and the day of its file where a version came from it, and whoever made one by hand."""

from dataclasses import replace
from pathlib import Path

from demo.feed import write_feed
from demo.force import demo_orders
from domain.history_kept import Event
from services.histories import history
from services.quality_mending import give_address
from storage.work import Database
from tests.people import DESK, EVERYONE, RESPONSE
from tests.services.test_feed import CLOCK, DAY, bring_in, held

ADDED = "Address of the respondent: none held -> 9 Pound Lane, ZZ1 4AB."


def newest(events: tuple[Event, ...], version: int) -> Event:
    return next(one for one in events if one.words.startswith(f"Version {version}"))


async def test_versions_from_the_feed_name_its_file_and_those_by_hand_their_officer(database: Database, tmp_path: Path) -> None:
    (first,) = demo_orders(DAY, 1)
    made = replace(first, respondent=replace(first.respondent, address1="", address2="", postcode=""))
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    async with database.work() as uow:
        await uow.officers.save([replace(one, collar=f"c-{one.name.split()[0]}") for one in EVERYONE])
    write_feed(tmp_path / "one", [made], 0, DAY)
    await bring_in(database, tmp_path / "one")
    (order,) = await held(database, made)
    await give_address(database.work, CLOCK, DESK, order.id, {"address1": "9 Pound Lane", "postcode": "ZZ1 4AB", "learned": "officer"})
    write_feed(tmp_path / "two", [replace(made, court="Another court")], 0, DAY.replace(day=20))
    await bring_in(database, tmp_path / "two")
    events = (await history(database.work, CLOCK, RESPONSE, order.id)).events
    assert [(one.words, one.by) for one in (newest(events, 1), newest(events, 2), newest(events, 3))] == [
        ("Version 1 was taken in from the court feed, file of 19 November 2026.", "c-Dale"),
        (f"Version 2: an address of the respondent was added. {ADDED} Learned from: officer, shown the paper or present.", "c-Dale"),
        ("Version 3: changed details of the record, by the court feed, file of 20 November 2026.", "c-Dale"),
    ]
