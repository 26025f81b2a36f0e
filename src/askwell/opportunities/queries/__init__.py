"""What pages and higher apps read of opportunities."""
