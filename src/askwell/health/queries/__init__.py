"""Whether Askwell works, and what waits."""
