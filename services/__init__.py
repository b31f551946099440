"""Use cases: permission, transaction, rule, audit, in that order."""
