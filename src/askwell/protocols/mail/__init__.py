"""Electronic mail: what came, taken apart."""
