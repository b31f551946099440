"""Sourced guidance for officers, and the finding of the right page."""
