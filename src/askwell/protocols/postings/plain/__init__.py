"""Text without structure, read by careful rules: a field is filled only where the text says it."""
