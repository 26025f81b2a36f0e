"""A resume from elsewhere beside the story: what is new in it, and what is told already."""
