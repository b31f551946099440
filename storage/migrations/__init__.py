"""The steps by which a database reaches the current schema."""
