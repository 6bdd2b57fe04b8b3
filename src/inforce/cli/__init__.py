"""The command line: one thin verb for each question that the library answers."""

import gc

# A short process makes much and throws little away: the default, a search for rings every 700
# objects, costs a fortieth of a cold start.
gc.set_threshold(50_000, 20, 20)
