"""The house rules, kept as tests."""
