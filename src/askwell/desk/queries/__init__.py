"""What the desk's pages and commands read, across every app."""
