"""What the web chat promises."""
