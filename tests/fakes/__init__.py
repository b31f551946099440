"""Real classes that stand in for the outside world, each with switches for its bad days."""
