"""The codes of the story as words."""
