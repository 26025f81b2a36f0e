"""Codes and figures of decisions, put into words."""
