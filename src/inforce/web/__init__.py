"""The site of ``inforce serve``: pages, an API, feeds and calendars, thin over the library."""
