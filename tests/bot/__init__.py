"""What the face of the bot promises."""
