"""What the pages of plans read."""
