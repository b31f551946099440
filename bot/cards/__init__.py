"""Domain object to Adaptive Card, as a plain dict; pure."""
