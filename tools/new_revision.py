"""Write the next migration: what the tables in storage/tables have that the migrations do not. Run from the project's root.

`python -m tools.new_revision "what changes"` compares with a fresh encrypted database brought to the current schema; read what it wrote before committing it.
`python -m tools.new_revision --first` writes revision 0001 anew from all the tables; only before the first release.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from alembic import command
from sqlalchemy import Connection

import storage.tables
from storage.database import open_engine
from storage.keys import Keys
from storage.migrate import configuration, migrate

FIRST = "0001"
IMPORTS = "from alembic import op\n"
VERSIONS = Path(storage.tables.__file__).parents[1] / "migrations" / "versions"
GUARDED = """
    for statement in GUARDS[op.get_context().dialect.name]:
        op.execute(statement)
"""


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not arguments[0].strip():
        print(__doc__)
        return 2
    print(asyncio.run(write_first() if arguments == ["--first"] else write(next_number(), arguments[0])))
    return 0


def next_number() -> str:
    return f"{max((int(path.name[:4]) for path in VERSIONS.glob('[0-9]*.py')), default=0) + 1:04}"


async def write_first() -> Path:
    """The audit trail's guard is no table, so it is added by hand."""
    for path in VERSIONS.glob("[0-9]*.py"):
        path.unlink()
    path = await write(FIRST, "The first schema")
    source = path.read_text(encoding="utf-8").replace(IMPORTS, f"{IMPORTS}\nfrom storage.tables.audit_guard import GUARDS\n")
    path.write_text(source.rstrip("\n") + GUARDED, encoding="utf-8")
    return path


async def write(number: str, words: str) -> Path:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/empty.db", Keys(bytes(32)))
        if number != FIRST:
            await migrate(engine)
        async with engine.connect() as connection:
            path = await connection.run_sync(_revise, number, words)
        await engine.dispose()
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.strip().startswith("# ### ")), encoding="utf-8")
    return path


def _revise(connection: Connection, number: str, words: str) -> Path:
    config = configuration()
    config.set_main_option("file_template", "%%(rev)s")
    config.attributes["connection"] = connection
    script = command.revision(config, message=words, autogenerate=True, rev_id=number)
    if script is None or isinstance(script, list):
        raise SystemExit("no revision was written")
    return Path(script.path)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
