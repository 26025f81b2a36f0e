"""Postings that are rows of named values: boards' answers, feeds and tables, read by what their names mean."""
