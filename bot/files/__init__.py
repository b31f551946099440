"""The record of a breach as a file to keep: what it is made of, and how each kind is written."""
