"""The development scripts, run as a person runs them."""
