"""Reads of the story."""
