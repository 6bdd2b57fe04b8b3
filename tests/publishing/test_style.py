"""The style sheet: every verdict readable by contrast, in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import inforce.publishing
from inforce.terms import VerdictKind

STYLE = (Path(inforce.publishing.__file__).parent / "templates" / "dossier.css").read_text("utf-8")
AA = 4.5
"""WCAG 2.2, success criterion 1.4.3."""


def colours(scheme: str) -> dict[str, str]:
    light, _, dark = STYLE.partition("@media (prefers-color-scheme: dark)")
    text = light if scheme == "light" else dark.partition("* {")[0]
    found = dict(re.findall(r"--([a-z_-]+): (#[0-9a-f]{3,6});", text))
    return {
        name: value if len(value) == 7 else "#" + "".join(c * 2 for c in value[1:])
        for name, value in found.items()
    }


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    lighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_reckoned_as_the_guidelines_do() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("verdict", [*(kind.value for kind in VerdictKind), "none"])
def test_every_verdict_can_be_read_on_its_own_ground_and_on_the_page(
    scheme: str, verdict: str
) -> None:
    found = colours(scheme)
    assert contrast(found[verdict], found[f"{verdict}-bg"]) >= AA
    assert contrast(found[verdict], found["sheet"]) >= AA
    assert contrast(found["ink"], found[f"{verdict}-bg"]) >= AA


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_links_and_bars_can_be_read(scheme: str) -> None:
    found = colours(scheme)
    for text in ("ink", "soft", "link"):
        assert contrast(found[text], found["paper"]) >= AA
        assert contrast(found[text], found["sheet"]) >= AA
    for ground in ("party", "running", "former"):
        assert contrast(found["ink"], found[ground]) >= AA


def test_every_verdict_is_underlined_in_its_own_way() -> None:
    for kind in VerdictKind:
        assert kind is VerdictKind.CONTRADICTED or f"mark.v-{kind.value}" in STYLE
