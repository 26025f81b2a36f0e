"""What can be worked out of what the seeker said matters, and of what insiders said."""
