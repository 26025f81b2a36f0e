"""What pages of documents say of codes and numbers."""
