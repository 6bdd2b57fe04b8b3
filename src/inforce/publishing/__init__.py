"""The publishing room."""
