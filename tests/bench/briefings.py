"""Times and sizes of briefings, cold and warm, and the memory after a hundred of them.

Run from the checkout: python -m tests.bench.briefings
"""

import gc
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

COLD = """
import time
start = time.perf_counter()
from datetime import date
from dashboard.events.boundaries import Boundaries
from dashboard.events.dataset import read_dataset
from dashboard.events.filters import Filter
from dashboard.figures.briefing import Brief
from dashboard.handout.gather import gather
from dashboard.handout.make import make
data = read_dataset()
imported = time.perf_counter()
make(gather(data, data.view(Filter()), Brief(""), Boundaries(), date(2020, 11, 7), ""), FORM)
print(time.perf_counter() - imported, time.perf_counter() - start)
"""


def resident_mib() -> float:
    """Memory of this process in MiB, on Linux."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def main() -> None:
    """Print a line for each form, then one for the memory."""
    from dashboard.events.boundaries import Boundaries
    from dashboard.events.dataset import read_dataset
    from dashboard.events.filters import Filter
    from dashboard.figures.briefing import Brief
    from dashboard.handout.gather import gather
    from dashboard.handout.make import KINDS, make

    data, bounds = read_dataset(), Boundaries()
    everything = data.view(Filter())

    def made(form: str, paper: str = "slide") -> bytes:
        brief = Brief("", paper=paper)
        return make(gather(data, everything, brief, bounds, date(2020, 11, 7), ""), form)

    for form in KINDS:
        command = [sys.executable, "-c", COLD.replace("FORM", repr(form))]
        cold = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        size, times = len(made(form)), []
        for _ in range(5):
            start = time.perf_counter()
            made(form)
            times.append(time.perf_counter() - start)
        print(f"{form:5} cold {float(cold[0]):.2f} s (from the start {float(cold[1]):.2f})"
              f" · warm {sorted(times)[2]:.2f} s · {size / 1024:.0f} kB")  # fmt: skip
    print(f"a4    {len(made('png', 'a4')) / 1024:.0f} kB at 300 dpi")
    forms = list(KINDS)
    for round_ in range(5):
        for index in range(25):
            made(forms[index % len(forms)])
        gc.collect()
        print(f"after {25 * (round_ + 1)} more briefings: {resident_mib():.0f} MiB")


if __name__ == "__main__":
    main()
