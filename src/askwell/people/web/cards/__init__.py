"""The pages of business cards."""
