"""What portfolio's pages say: its codes as words."""
