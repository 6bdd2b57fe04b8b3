"""Every participant's status under a treaty on a day, as a CSV or Parquet file."""

from __future__ import annotations

import io

from inforce.catalogue.model import Treaty
from inforce.dates import PartialDate
from inforce.law import matrix, timelines
from inforce.publishing.names import Namer, participant_name
from inforce.record.view import TreatyRecord

COLUMNS = ("participant", "name", "treaty", "on", "status", "consent", "in_force", "end")


def status_table(
    treaty: Treaty, record: TreatyRecord, on: PartialDate, catalogue: Namer, *, ending: str
) -> bytes:
    """The file, ``ending`` csv or parquet; days are EDTF, an unsettled status is empty."""
    import polars as pl

    statuses = matrix([treaty], record.participants, on, {treaty.id: record})
    rows = []
    for who, line in timelines(treaty, record).items():
        status = statuses[who, treaty.id]
        one = line.episodes[-1] if line.episodes else None
        rows.append(
            (
                who,
                participant_name(catalogue, who),
                treaty.id,
                on.edtf,
                status.value if status else None,
                one.consent.date.edtf if one and one.consent.date else None,
                one.force.partial.edtf if one and one.force and one.force.first else None,
                one.end.partial.edtf if one and one.end and one.end.first else None,
            )
        )
    frame = pl.DataFrame(rows, schema=dict.fromkeys(COLUMNS, pl.String), orient="row")
    out = io.BytesIO()
    if ending == "parquet":
        frame.write_parquet(out)
    else:
        frame.write_csv(out)
    return out.getvalue()
