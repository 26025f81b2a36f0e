"""Schema.org's words in a page: JSON-LD, microdata and RDFa, all read into the same nodes."""
