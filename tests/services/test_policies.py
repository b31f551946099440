"""The policy in force is the file's as last read whole; each reading is on the trail."""

from hashlib import sha256
from pathlib import Path

import pytest

from domain.errors import NotAllowed, Unreadable
from domain.policies import Policy
from services.policies import Policies, policy_job
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.people import ADMIN
from tests.trail import trail_of

JOB = policy_job("demo")
FIRST, SECOND = "version = 1", "version = 2\n[reason]\nask = false"


@pytest.fixture
def policies(database: Database, tmp_path: Path) -> Policies:
    return Policies(database.work, FrozenClock(), tmp_path, "demo")


def write(folder: Path, text: str) -> None:
    (folder / "demo.toml").write_text(text, encoding="utf-8")


async def test_a_force_without_a_file_has_the_policy_of_the_house_which_asks(database: Database, policies: Policies) -> None:
    await policies.load(JOB)
    assert (policies.now(), policies.now().asks_reason) == (Policy(), True)
    assert [(one.event, one.actor, one.outcome, one.recipient) for one in await trail_of(database)] == [
        ("policy:force:read", JOB.id, "no file", "")
    ]


async def test_a_changed_file_is_taken_up_once_and_each_reading_is_on_the_trail(
    database: Database, policies: Policies, tmp_path: Path
) -> None:
    write(tmp_path, FIRST)
    await policies.load(JOB)
    await policies.refresh(JOB)
    assert policies.now() == Policy(version=1)
    write(tmp_path, SECOND)
    for _ in range(3):
        await policies.refresh(JOB)
    assert policies.now() == Policy(version=2, asks_reason=False)
    (tmp_path / "demo.toml").unlink()
    await policies.refresh(JOB)
    assert policies.now() == Policy()
    told = [(one.outcome, one.recipient) for one in await trail_of(database)]
    digests = [sha256(text.encode()).hexdigest() for text in (FIRST, SECOND)]
    assert told == [("version 1", digests[0]), ("version 2", digests[1]), ("no file", "")]


async def test_a_file_that_goes_wrong_changes_nothing_and_is_told_once(database: Database, policies: Policies, tmp_path: Path) -> None:
    write(tmp_path, SECOND)
    await policies.load(JOB)
    write(tmp_path, "version = nothing")
    for _ in range(3):
        await policies.refresh(JOB)
    assert policies.now() == Policy(version=2, asks_reason=False)
    assert [one.outcome for one in await trail_of(database)] == ["version 2", "refused"]
    write(tmp_path, FIRST)
    await policies.refresh(JOB)
    assert policies.now() == Policy(version=1)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"version = 0", "must be a whole number from 1 to 999999 (line 1)."),
        (b"\xff", "is not UTF-8 text."),
        (b"#" * 100_001, "is larger than any"),
    ],
)
async def test_nobody_starts_on_a_file_that_is_wrong(policies: Policies, tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "demo.toml").write_bytes(content)
    with pytest.raises(Unreadable) as wrong:
        await policies.load(JOB)
    assert wrong.value.advice.startswith(str(tmp_path / "demo.toml"))
    assert words in wrong.value.advice


async def test_an_expert_for_a_topic_that_no_page_has_stops_the_start(policies: Policies, tmp_path: Path) -> None:
    write(tmp_path, "version = 1\n[experts.topics]\ntea = 'vlo'")
    with pytest.raises(Unreadable, match=r"experts\.topics\.tea is no topic of the pages of guidance"):
        await policies.load(JOB)


async def test_a_file_that_is_no_file_is_one_clear_line(policies: Policies, tmp_path: Path) -> None:
    (tmp_path / "demo.toml").mkdir()
    with pytest.raises(Unreadable, match="cannot be read"):
        await policies.load(JOB)


async def test_it_is_the_systems_own_work(policies: Policies) -> None:
    for attempt in (policies.load, policies.refresh):
        with pytest.raises(NotAllowed):
            await attempt(ADMIN)
