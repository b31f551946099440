"""Guided conversations: ask, hear, call a service, show a card."""
