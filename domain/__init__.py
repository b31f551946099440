"""Rules of the trade over frozen dataclasses; knows no database, no network and no clock."""
