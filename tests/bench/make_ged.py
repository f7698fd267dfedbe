"""Makes a file as large as UCDP GED from a sample of it: real rows, shifted days, jittered places.

Run from the checkout: python -m tests.bench.make_ged ROWS FILE
The sample is the project's copy of 1,000 rows of UCDP GED 23.1 (CC BY 4.0), kept beside it.
"""

import argparse
import csv
import random
import sys
from datetime import date, timedelta
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[3] / "shared/samples/ged231_sample_1000x49.csv"
GED = 417_968  # rows of UCDP GED 26.1
FIRST, LAST = date(1989, 1, 1), date(2024, 12, 31)
SHIFT = 365  # days, either way
JITTER = 0.3  # degrees, standard deviation; centres of areas (where_prec >= 4) stay where they are


def main() -> None:
    """Write the file, or say what is missing and end with 2."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, help=f"{GED} is the size of UCDP GED 26.1")
    parser.add_argument("file", type=Path)
    asked = parser.parse_args()
    try:
        make_ged(asked.rows, asked.file)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from error


def make_ged(rows: int, file: Path, sample: Path = SAMPLE) -> None:
    """Write `rows` records with all columns of the sample; equal arguments give an equal file.

    Raises FileNotFoundError, saying so plainly, if the sample is absent.
    """
    if not sample.exists():
        raise FileNotFoundError(f"The sample of UCDP GED is absent, so nothing is made: {sample}")
    with sample.open(encoding="utf-8-sig", newline="") as source:
        reader = csv.DictReader(source)
        real, columns = list(reader), list(reader.fieldnames or ())
    chance = random.Random(rows)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, columns)
        writer.writeheader()
        for number in range(1, rows + 1):
            writer.writerow(_moved(chance.choice(real), number, chance))


def _moved(real: dict[str, str], number: int, chance: random.Random) -> dict[str, str]:
    """A copy of a real row under an id of its own, on other days and near its place."""
    row = real | {"id": str(number), "relid": f"{real['relid']}-{number}"}
    first, last = (date.fromisoformat(real[name][:10]) for name in ("date_start", "date_end"))
    shift = timedelta(chance.randint(-SHIFT, SHIFT))
    if not FIRST <= first + shift <= last + shift <= LAST:
        shift = -shift
    row["date_start"] = f"{first + shift} 00:00:00.000"
    row["date_end"] = f"{last + shift} 00:00:00.000"
    row["year"] = str((first + shift).year)
    if int(real["where_prec"]) <= 3:
        latitude = min(89.0, max(-89.0, float(real["latitude"]) + chance.gauss(0, JITTER)))
        longitude = min(179.0, max(-179.0, float(real["longitude"]) + chance.gauss(0, JITTER)))
        row |= {"latitude": f"{latitude:.6f}", "longitude": f"{longitude:.6f}"}
        row["geom_wkt"] = f"POINT ({longitude:.6f} {latitude:.6f})"
        row["priogrid_gid"] = str(int((latitude + 90) * 2) * 720 + int((longitude + 180) * 2) + 1)
    return row


if __name__ == "__main__":
    main()
