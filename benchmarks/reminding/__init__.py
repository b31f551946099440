"""What the measuring of reminders stands on: a made-up force, a channel with Teams' limits, and workers that are processes of their own."""
