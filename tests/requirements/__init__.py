"""Tests that carry the number of a requirement: each goes through the chat or over HTTP."""
