"""The words for outreach's codes."""
