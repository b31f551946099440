"""A stateless clock per process: a table of jobs whose truth is in rows."""
