"""Mutated files of every format, through every loader and the reader."""
