"""What the Teams app package promises."""
