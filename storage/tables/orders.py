"""The register of orders, its earlier versions and papers, and what came in with the court feed."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, LargeBinary, PrimaryKeyConstraint, String, Table, Text, UniqueConstraint

from storage.metadata import Id, Moment, metadata

nmo = Table(
    "nmo",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("reference", String(20), nullable=False),
    Column("case_no", String(40), nullable=False),
    Column("file_name", String(250), nullable=False),
    Column("familyman_no", Text),
    Column("order_name", Text, nullable=False),
    Column("court_name", Text),
    Column("court_code", Text),
    Column("made_on", Date),
    Column("court_date_raw", Text),
    Column("expires_at", Moment),
    Column("end_raw", Text),
    Column("return_hearing_on", Date),
    Column("served_file", Boolean, nullable=False),
    Column("welsh_file_name", Text),
    Column("has_document", Boolean, nullable=False),
    Column("conditions_checked", Boolean, nullable=False),
    Column("without_notice", Boolean),
    Column("discharged_at", Moment),
    Column("undertaking_at", Moment),
    Column("needs_review", Text),
    Column("received_at", Moment, nullable=False),
    Column("confirmed_at", Moment, nullable=False),
    Column("version", Integer, nullable=False),
    Column("variation", Integer, nullable=False, server_default="0"),
    Column("change", String(20)),
    Column("changed_on", Date),
    Column("changed_at", Moment),
    Column("provenance", String(20), nullable=False, server_default="court_feed"),
    Column("kind", String(20), nullable=False, server_default="nmo"),
    Column("made_at", Moment),
    Column("power_clauses", Text),
    Column("power_until", Moment),
    Column("row_digest", LargeBinary),
    PrimaryKeyConstraint("force", "id"),
    UniqueConstraint("force", "case_no", "file_name"),
    UniqueConstraint("force", "reference", name="uq_nmo_force_reference"),
)
Index("ix_nmo_familyman", nmo.c.force, nmo.c.familyman_no)

# What tells where a person is or how to reach them is sealed in `particulars`; the name and the date of birth stand as the look-up needs them,
# and the postcode stands beside them in the search index.
party = Table(
    "party",
    metadata,
    Column("force", String(40), nullable=False),
    Column("order_id", Id, nullable=False),
    Column("role", String(20), nullable=False),
    Column("id", Id, nullable=False),
    Column("surname", Text),
    Column("forenames", Text),
    Column("dob", Date),
    Column("withheld", Text, nullable=False),
    Column("confidential", Text, nullable=False),
    Column("particulars", LargeBinary, nullable=False),
    PrimaryKeyConstraint("force", "order_id", "role"),
)

order_version = Table(
    "order_version",
    metadata,
    Column("force", String(40), nullable=False),
    Column("order_id", Id, nullable=False),
    Column("version", Integer, nullable=False),
    Column("replaced_at", Moment, nullable=False),
    Column("snapshot", LargeBinary, nullable=False),
    PrimaryKeyConstraint("force", "order_id", "version"),
)

document = Table(
    "document",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("order_id", Id, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("name", String(250), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    Column("content", LargeBinary, nullable=False),
    PrimaryKeyConstraint("force", "id"),
    UniqueConstraint("force", "order_id", "sha256"),
)

# What was read from an order's paper and what a person made of it; rows are only added, and the highest version counts.
order_terms = Table(
    "order_terms",
    metadata,
    Column("force", String(40), nullable=False),
    Column("order_id", Id, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("paper", String(64), nullable=False),
    Column("officer", Id, nullable=False),
    Column("at", Moment, nullable=False),
    Column("terms", LargeBinary, nullable=False),
    PrimaryKeyConstraint("force", "order_id", "version"),
)

# What an officer said of two orders on one case; rows are only added, and the highest number of a pair counts.
order_link = Table(
    "order_link",
    metadata,
    Column("force", String(40), nullable=False),
    Column("later", Id, nullable=False),
    Column("earlier", Id, nullable=False),
    Column("number", Integer, nullable=False),
    Column("relation", String(20), nullable=False),
    Column("officer", Id, nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("force", "later", "earlier", "number"),
)
Index("ix_order_link_earlier", order_link.c.force, order_link.c.earlier)

# `key` is what of the row's identity could be read; a later good row with the same key mends the reject.
reject = Table(
    "reject",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("manifest", String(250), nullable=False),
    Column("manifest_sha256", String(64), nullable=False),
    Column("line", Integer, nullable=False),
    Column("key", String(600), nullable=False),
    Column("reason", Text, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("at", Moment, nullable=False),
    Column("mended_at", Moment),
    PrimaryKeyConstraint("force", "id"),
    UniqueConstraint("force", "manifest_sha256", "line"),
)
Index("ix_reject_open", reject.c.force, reject.c.mended_at)

feed_file = Table(
    "feed_file",
    metadata,
    Column("force", String(40), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("name", String(250), nullable=False),
    Column("day", Date),
    Column("at", Moment, nullable=False),
    # How many rows it held and how many of them are to be mended; not known of what came before they were counted.
    Column("rows", Integer),
    Column("rejected", Integer),
    PrimaryKeyConstraint("force", "sha256"),
)
