"""Pure decisions about opportunities."""
