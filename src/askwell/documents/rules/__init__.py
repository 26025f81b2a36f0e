"""Pure decisions about documents: what of a story a resume tells, the words of a posting, how letters are worded."""
