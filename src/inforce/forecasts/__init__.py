"""What was forecast and what if: scenarios laid over the record, thresholds, exposure."""

from inforce.forecasts.errors import ScenarioError
from inforce.forecasts.exposure import Exposure, Remaining, exposure
from inforce.forecasts.laying import Laid, lay
from inforce.forecasts.ledger import Conduct, Entry, Target, entries
from inforce.forecasts.likelihood import Likelihood, Range, likelihood
from inforce.forecasts.resolve import Outcome, Resolution, resolve
from inforce.forecasts.scenario import (
    Scenario,
    SupposedAct,
    SupposedFact,
    TakenAway,
    compose,
)
from inforce.forecasts.scenario_file import parse_scenario, read_scenario
from inforce.forecasts.scores import Bounds, Calibration, Ledger, Scores, scores
from inforce.forecasts.thresholds import Missing, Needs, needs
from inforce.forecasts.whatif import Change, Coverage, TreatyEffect, WhatIf, whatif

__all__ = [
    "Bounds",
    "Calibration",
    "Change",
    "Conduct",
    "Coverage",
    "Entry",
    "Exposure",
    "Laid",
    "Ledger",
    "Likelihood",
    "Missing",
    "Needs",
    "Outcome",
    "Range",
    "Remaining",
    "Resolution",
    "Scenario",
    "ScenarioError",
    "Scores",
    "SupposedAct",
    "SupposedFact",
    "TakenAway",
    "Target",
    "TreatyEffect",
    "WhatIf",
    "compose",
    "entries",
    "exposure",
    "lay",
    "likelihood",
    "needs",
    "parse_scenario",
    "read_scenario",
    "resolve",
    "scores",
    "whatif",
]
