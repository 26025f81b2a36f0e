"""Pure decisions about occupations."""
