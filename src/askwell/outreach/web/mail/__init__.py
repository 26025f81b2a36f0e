"""Pages of the seeker’s own mailboxes, and of what goes through them."""
