"""Strangers' workbooks (.xlsx) as rows of text, opened in a child process (`reader`)."""
