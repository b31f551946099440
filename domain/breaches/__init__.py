"""Breaches of an order: what is asked, how it is read, and the record it becomes."""
