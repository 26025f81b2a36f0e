"""What is decided about mail: pure."""
