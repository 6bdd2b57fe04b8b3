"""The pages: each asks the library, and renders what it answers."""
