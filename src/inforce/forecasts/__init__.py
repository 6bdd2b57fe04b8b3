"""What was forecast and what if: scenarios laid over the record, thresholds, exposure."""

from inforce.forecasts.errors import ScenarioError
from inforce.forecasts.exposure import Exposure, Remaining, exposure
from inforce.forecasts.laying import Laid, lay
from inforce.forecasts.scenario import (
    Scenario,
    SupposedAct,
    SupposedFact,
    TakenAway,
    compose,
)
from inforce.forecasts.scenario_file import parse_scenario, read_scenario
from inforce.forecasts.thresholds import Missing, Needs, needs
from inforce.forecasts.whatif import Change, Coverage, TreatyEffect, WhatIf, whatif

__all__ = [
    "Change",
    "Coverage",
    "Exposure",
    "Laid",
    "Missing",
    "Needs",
    "Remaining",
    "Scenario",
    "ScenarioError",
    "SupposedAct",
    "SupposedFact",
    "TakenAway",
    "TreatyEffect",
    "WhatIf",
    "compose",
    "exposure",
    "lay",
    "needs",
    "parse_scenario",
    "read_scenario",
    "whatif",
]
