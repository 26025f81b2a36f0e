"""Pages and files that open by a signed link alone, without a login."""
