"""What hangs together through links: the groups that pairs make."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def linked(
    places: Iterable[int],
    pairs: Iterable[tuple[int, int]],
    holds: Callable[[tuple[int, int]], bool] | None = None,
) -> tuple[tuple[int, ...], ...]:
    """The places in groups, each linked to the others of its group by some chain of pairs.

    Groups come in the order of their first places, and each in its own order; a place without a
    link is a group of one. Pairs must be of the places. With ``holds`` only the pairs of which it
    is true count; it is not asked of two places that hang together already.
    """
    ordered = sorted(places)
    parent = {place: place for place in ordered}

    def root(place: int) -> int:
        while parent[place] != place:
            place = parent[place]
        return place

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        if first != second and (holds is None or holds((one, other))):
            parent[second] = first
    groups: dict[int, list[int]] = {}
    for place in ordered:
        groups.setdefault(root(place), []).append(place)
    return tuple(map(tuple, groups.values()))
