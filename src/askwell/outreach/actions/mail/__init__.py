"""A mailbox of the seeker's own: connected, kept, opened; what leaves through it, and what arrives."""
