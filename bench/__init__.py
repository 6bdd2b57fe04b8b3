"""Every performance claim, measured as a ratio against its baseline in one run."""
