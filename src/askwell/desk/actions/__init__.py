"""What the desk changes: whole workspaces, whole persons, many people at once."""
