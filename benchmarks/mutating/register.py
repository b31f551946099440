"""An encrypted register of its own for each shift, with the made-up force in it and another force beside."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app import join_turns
from benchmarks.mutating.scene import FORCE, OTHER_FORCE, Scene, made, write_force_files
from bot.commands.opening import force_files_of
from bot.settings import Settings
from bot.turns import Turns
from storage.database import open_database
from storage.keys import Keys
from storage.migrate import migrate
from storage.work import Database
from tests.breaches import NOW
from tests.fakes.clock import FrozenClock


@dataclass(frozen=True)
class Made:
    """A folder with the file and the force's own files in it; every copy of it is a register."""

    folder: Path
    keys: Keys
    scene: Scene


@dataclass(frozen=True)
class Register:
    """`other` is the other force's view of the same file."""

    database: Database
    other: Database
    folder: Path
    scene: Scene
    clock: FrozenClock


async def made_in(folder: Path, random: Random) -> Made:
    keys = Keys(os.urandom(32))
    database, other = (_opened(folder, keys, force) for force in (FORCE, OTHER_FORCE))
    await migrate(database.engine)
    write_force_files(folder)
    scene = await made(database, other, FrozenClock(NOW), random)
    await other.close()
    await database.close()
    return Made(folder, keys, scene)


@asynccontextmanager
async def a_register(of: Made, folder: Path) -> AsyncIterator[Register]:
    """A copy of it in that folder, which must not be there yet."""
    shutil.copytree(of.folder, folder)
    clock = FrozenClock(NOW)
    database, other = (_opened(folder, of.keys, force) for force in (FORCE, OTHER_FORCE))
    yield Register(database, other, folder, of.scene, clock)
    await other.close()
    await database.close()


async def real_turns(register: Register) -> Turns:
    """The bot as it is joined to serve."""
    files = await force_files_of(Settings(force=FORCE, forces_dir=register.folder), register.database, register.clock)
    return join_turns(register.database, files, register.clock)


def _opened(folder: Path, keys: Keys, force: str) -> Database:
    return open_database(f"sqlite:///{folder / 'mutated.db'}", keys, force)
