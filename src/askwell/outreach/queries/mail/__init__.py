"""What is to be read of mailboxes and of what goes through them."""
