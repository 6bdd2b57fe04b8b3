"""How well the reader reads: annotated documents, a scorer, and floors that only rise."""
