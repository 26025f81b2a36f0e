"""`askwell import`, `next` and `export`: the local owner's data from the terminal."""
