"""Pure decisions about the story."""
