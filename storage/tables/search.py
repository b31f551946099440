"""The search index: distinct name tokens, the keys that find them, who bears them, and who is found by a particular. It can be built anew."""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, String, Table, Text

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
indexed_party = Table(
    "indexed_party",
    metadata,
    Column("force", String(40), nullable=False),
    Column("no", BigInteger, nullable=False),
    Column("names", Text, nullable=False),
    Column("dob", Integer),
    Column("first", Integer),
    Column("last", Integer),
    Column("postcode", String(10)),
    Column("found_by", LargeBinary, nullable=False),
    PrimaryKeyConstraint("force", "no"),
    sqlite_with_rowid=False,
)
Index("ix_indexed_party_dob", indexed_party.c.force, indexed_party.c.dob, indexed_party.c.first, indexed_party.c.last)

# One row for each surname part with each forename of a party, by the numbers of their tokens; 0 where there is none.
party_name = Table(
    "party_name",
    metadata,
    Column("force", String(40), nullable=False),
    Column("surname", Integer, nullable=False),
    Column("forename", Integer, nullable=False),
    Column("no", BigInteger, nullable=False),
    Column("dob", Integer),
    PrimaryKeyConstraint("force", "surname", "forename", "no"),
    sqlite_with_rowid=False,
)

# A postcode, a house in a street, a telephone number or an e-mail address, as a hash of its kind and value.
party_key = Table(
    "party_key",
    metadata,
    Column("force", String(40), nullable=False),
    Column("key", BigInteger, nullable=False),
    Column("no", BigInteger, nullable=False),
    PrimaryKeyConstraint("force", "key", "no"),
    sqlite_with_rowid=False,
)
