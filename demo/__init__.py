"""Made-up people, orders and court feeds, marked as made up."""
