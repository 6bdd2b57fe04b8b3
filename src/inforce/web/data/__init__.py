"""What each page shows: frozen values, worked out by the library."""
