"""Reading languages in which order does not tell who acts: by forms, cases and nearness."""
