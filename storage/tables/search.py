"""The search index: distinct name tokens, the keys that find them, who bears them, and who is found by a particular. It can be built anew."""

from sqlalchemy import BigInteger, Column, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from storage.metadata import metadata

# How many parties bear a token as surname and as forename; the row of the empty token, number 0, counts all parties.
lexicon = Table(
    "lexicon",
    metadata,
    Column("force", String(40), nullable=False),
    Column("no", Integer, nullable=False, autoincrement=False),
    Column("token", String(80), nullable=False),
    Column("as_surname", Integer, nullable=False),
    Column("as_forename", Integer, nullable=False),
    PrimaryKeyConstraint("force", "no"),
    sqlite_with_rowid=False,
)
Index("ix_lexicon_token", lexicon.c.force, lexicon.c.token, unique=True)

lexicon_key = Table(
    "lexicon_key",
    metadata,
    Column("force", String(40), nullable=False),
    Column("key", BigInteger, nullable=False),
    Column("token", Integer, nullable=False),
    PrimaryKeyConstraint("force", "key", "token"),
    sqlite_with_rowid=False,
)

# A party: twice its order's number, and one more for the applicant. `dob` is yyyymmdd, `first` the number of the first forename's token, `last` that of the surname's or its first part's.
# `home`, a house in a street, `phone` and `email` are hashes. Whole numbers stand first, where PostgreSQL loses no room between them.
indexed_party = Table(
    "indexed_party",
    metadata,
    Column("force", String(40), nullable=False),
    Column("no", Integer, nullable=False),
    Column("dob", Integer),
    Column("first", Integer),
    Column("last", Integer),
    Column("home", BigInteger),
    Column("phone", BigInteger),
    Column("email", BigInteger),
    Column("names", Text, nullable=False),
    Column("postcode", String(10)),
    PrimaryKeyConstraint("force", "no"),
    sqlite_with_rowid=False,
)
Index("ix_indexed_party_dob", indexed_party.c.force, indexed_party.c.dob, indexed_party.c.first, indexed_party.c.last)
for _particular in (indexed_party.c.postcode, indexed_party.c.home, indexed_party.c.phone, indexed_party.c.email):
    _held = _particular.is_not(None)
    Index(f"ix_indexed_party_{_particular.name}", indexed_party.c.force, _particular, sqlite_where=_held, postgresql_where=_held)

# One row for each surname part with each forename of a party, by the numbers of their tokens; 0 where there is none. Besides, one for each further forename
# with the first: it stands below zero in the surname's place, so that no surname is taken for it.
party_name = Table(
    "party_name",
    metadata,
    Column("force", String(40), nullable=False),
    Column("surname", Integer, nullable=False),
    Column("forename", Integer, nullable=False),
    Column("no", Integer, nullable=False),
    Column("dob", Integer),
    PrimaryKeyConstraint("force", "surname", "forename", "no", postgresql_include=["dob"]),
    sqlite_with_rowid=False,
)
