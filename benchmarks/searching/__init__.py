"""Made-up people by the million, and what somebody types who looks for one of them; nothing of the matcher is read here."""
