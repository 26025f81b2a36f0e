"""The words of people's pages."""
