"""What the embedded database's planner is told of the tables: without it, it takes the rows of a whole force for ten.

SQLite's own ANALYZE would read what is there, which is nothing when the tables are made; its makers advise to put typical figures in their place
(https://sqlite.org/lang_analyze.html, "Fixed Results Of ANALYZE"). A plan then never depends on what a force happens to hold.
"""

from collections.abc import Iterable

from sqlalchemy import Connection

from storage.tables.search import indexed_party, lexicon, lexicon_key, party_name

_ROWS = 1_000_000
# So many rows bear one value of a column; of these there are only so many values, whatever the table holds.
_ALIKE = 10
_FEW = {"force": 1, "state": 4, "urgency": 2, "role": 4, "stage": 8}
# The index of people is asked by statements that were fitted by measurement as they stand.
_AS_THEY_ARE = frozenset(table.name for table in (indexed_party, lexicon, lexicon_key, party_name))
_INDEXES = "SELECT tbl_name, name FROM sqlite_master WHERE type = 'index' ORDER BY tbl_name, name"
_TABLES = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND wr = 1 AND name NOT LIKE 'sqlite%'"


def tell_planner(connection: Connection) -> None:
    """In the transaction that makes or changes the tables; connections opened after it know, and so does this one."""
    if connection.dialect.name != "sqlite":
        return
    run = connection.exec_driver_sql
    run("ANALYZE sqlite_schema")
    run("DELETE FROM sqlite_stat1")
    keys = [(table, index) for table, index in run(_INDEXES)] + [(table, table) for (table,) in run(_TABLES)]
    for table, index in keys:
        if table in _AS_THEY_ARE:
            continue
        unique = table == index or bool(run('SELECT "unique" FROM pragma_index_list(?) WHERE name = ?', (table, index)).scalar())
        columns = (
            _key_of(table, connection) if table == index else [name for (name,) in run("SELECT name FROM pragma_index_info(?)", (index,))]
        )
        run("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)", (table, index, typical(columns, unique=unique)))
    run("ANALYZE sqlite_schema")


def typical(columns: Iterable[str], *, unique: bool) -> str:
    """The rows of the table, and how many of them agree in the first column, the first two, and so on: `1000000 1000000 100000 1`."""
    alike, figures = _ROWS, []
    for column in columns:
        alike = max(2, alike // _FEW[column] if column in _FEW else min(_ALIKE, alike // _ALIKE))
        figures.append(alike)
    if unique:
        figures[-1] = 1
    return " ".join(map(str, (_ROWS, *figures)))


def _key_of(table: str, connection: Connection) -> list[str]:
    return [name for (name,) in connection.exec_driver_sql("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", (table,))]
