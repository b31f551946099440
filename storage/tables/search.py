"""The search index: distinct name tokens, the keys that find them, and who bears them. It can be built anew from the orders."""

from sqlalchemy import BigInteger, Column, Date, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from storage.metadata import Id, metadata

# How many parties bear a token as surname and as forename; the row of the empty token counts all parties.
lexicon = Table(
    "lexicon",
    metadata,
    Column("force", String(40), nullable=False),
    Column("token", String(80), nullable=False),
    Column("as_surname", Integer, nullable=False),
    Column("as_forename", Integer, nullable=False),
    PrimaryKeyConstraint("force", "token"),
    sqlite_with_rowid=False,
)

lexicon_key = Table(
    "lexicon_key",
    metadata,
    Column("force", String(40), nullable=False),
    Column("key", BigInteger, nullable=False),
    Column("token", String(80), nullable=False),
    PrimaryKeyConstraint("force", "key", "token"),
    sqlite_with_rowid=False,
)

# One row for each surname part with each forename of a party; the initial of the first forename is a row of its own, as `j*`.
party_name = Table(
    "party_name",
    metadata,
    Column("force", String(40), nullable=False),
    Column("surname_token", String(80), nullable=False),
    Column("forename_token", String(80), nullable=False),
    Column("order_id", Id, nullable=False),
    Column("role", String(12), nullable=False),
    Column("party", Id, nullable=False),
    Column("names", Text, nullable=False),
    Column("dob", Date),
    Column("postcode", String(10)),
    PrimaryKeyConstraint("force", "surname_token", "forename_token", "order_id", "role"),
)
Index("ix_party_name_order", party_name.c.force, party_name.c.order_id)
Index("ix_party_name_dob", party_name.c.force, party_name.c.dob)
Index("ix_party_name_postcode", party_name.c.force, party_name.c.postcode)
