"""What is installed is what was locked: pins, hashes, floors of advisories, bill of materials."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.version import Version

from tests.supply.lock import ROOT, Pin, read_lock
from tests.supply.sbom import bill

LOCKS = sorted(ROOT.glob("requirements*.txt"))
PROJECT = "conflict-dashboard"

# No version below these, in any lock: the reason stands beside each.
FLOORS = {
    "streamlit": "1.60.0",  # scripts in tooltips of maps (#15820); CVE-2026-33682, CVE-2026-10804
    "starlette": "1.3.1",  # CVE-2026-54283 limits of forms; CVE-2026-48818, CVE-2026-48710
    "python-multipart": "0.0.30",  # CVE-2026-53537, CVE-2026-53538; CVE-2026-42561 headers
    "uvicorn": "0.52.0",  # aborts websockets whose headers are not ASCII, with websockets >= 17
    "h11": "0.16.0",  # CVE-2025-43859 request smuggling
    "pyarrow": "14.0.1",  # CVE-2023-47248 a Parquet file runs code
    "duckdb": "1.1.0",  # CVE-2024-41672 reads files that it should not
    "pillow": "13.0.0",  # CVE-2026-96639 and others: writes out of bounds
    "lxml": "6.1.0",  # CVE-2026-41066 external entities read files
    "pypdf": "6.16.1",  # CVE-2026-84310, CVE-2026-84311 time and memory without end
    "fonttools": "4.60.2",  # CVE-2025-66034 writes a file anywhere
    "orjson": "3.11.6",  # CVE-2025-67221 recursion without limit
    "protobuf": "6.33.5",  # CVE-2026-0994, CVE-2025-4565 recursion without limit
    "jinja2": "3.1.6",  # CVE-2025-27516 out of the sandbox
    "filelock": "3.20.3",  # CVE-2025-68146, CVE-2026-22701 follows links
    "urllib3": "2.7.0",  # CVE-2026-44431, CVE-2026-44432 redirects, decompression
    "requests": "2.32.4",  # CVE-2024-47081 gives credentials away
    "idna": "3.7",  # CVE-2024-3651 time without end
    "certifi": "2024.7.4",  # CVE-2024-39689 distrusted roots
    "pygments": "2.20.0",  # CVE-2026-4539 time without end
}


def faults(pins: list[Pin]) -> list[str]:
    """What is wrong with a lock, a line each."""
    found = []
    for pin in pins:
        if pin.requirement.url:
            found.append(f"{pin.name}: from an address, {pin.requirement.url}")
        if not pin.version:
            found.append(f"{pin.name}: not pinned to one version")
        if not pin.hashes:
            found.append(f"{pin.name}: no hash")
        found += [
            f"{pin.name}: {h}" for h in pin.hashes if not re.fullmatch("sha256:[0-9a-f]{64}", h)
        ]
        floor = FLOORS.get(pin.name)
        if floor and pin.version and Version(pin.version) < Version(floor):
            found.append(f"{pin.name}: {pin.version} is below {floor}")
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_each_package_has_one_version_hashes_and_no_known_fault(lock: Path) -> None:
    pins = read_lock(lock)
    assert pins
    assert faults(pins) == []


def test_every_floor_is_of_a_package_that_is_locked() -> None:
    locked = {pin.name for pin in read_lock(ROOT / "requirements.txt")}
    assert set(FLOORS) - locked == set()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("pillow==12.1.1 \\\n    --hash=sha256:" + "0" * 64, "pillow: 12.1.1 is below 13.0.0"),
        ("idna>=3.20 \\\n    --hash=sha256:" + "0" * 64, "idna: not pinned to one version"),
        ("idna==3.* \\\n    --hash=sha256:" + "0" * 64, "idna: not pinned to one version"),
        ("idna==3.20", "idna: no hash"),
        ("idna==3.20 \\\n    --hash=md5:0", "idna: md5:0"),
        (
            "idna @ https://example.org/idna.whl",
            "idna: from an address, https://example.org/idna.whl",
        ),
    ],
)
def test_a_lock_with_a_fault_is_found(tmp_path: Path, text: str, fault: str) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text(text, encoding="utf-8")
    assert fault in faults(read_lock(lock))


@pytest.mark.parametrize("line", ["-e .", "--index-url https://example.org", "--find-links files"])
def test_a_lock_takes_packages_from_nowhere_else(tmp_path: Path, line: str) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text(line, encoding="utf-8")
    with pytest.raises(ValueError, match=r"requirements\.txt:1"):
        read_lock(lock)


def test_the_bill_lists_every_package_with_version_hashes_and_purl() -> None:
    pins = read_lock(ROOT / "requirements.txt")
    parts = [part for part in bill()["components"] if part["type"] == "library"]
    listed = {
        (part["purl"], h["content"])
        for part in parts
        for h in part["externalReferences"][0]["hashes"]
    }
    expected = {
        (f"pkg:pypi/{pin.name}@{pin.version}", given.removeprefix("sha256:"))
        for pin in pins
        for given in pin.hashes
    }
    assert listed == expected
    assert len(parts) == len(pins)
    assert {(p["name"], p["version"]) for p in parts} == {(p.name, p.version) for p in pins}


def test_the_bill_is_whole_as_cyclonedx_wants_it() -> None:
    body = bill()
    assert (body["bomFormat"], body["specVersion"]) == ("CycloneDX", "1.6")
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", body["serialNumber"])
    refs = [PROJECT, *(part["bom-ref"] for part in body["components"])]
    assert len(refs) == len(set(refs))
    assert [entry["ref"] for entry in body["dependencies"]] == refs
    needed = {ref for entry in body["dependencies"] for ref in entry["dependsOn"]}
    assert needed == set(refs) - {PROJECT}  # each is there for a reason, and nothing is missing


def test_the_bill_says_what_needs_what_and_when_a_package_is_for_some_systems_only() -> None:
    body = bill()
    needs = {entry["ref"]: entry["dependsOn"] for entry in body["dependencies"]}
    of = {part["name"]: part for part in body["components"]}
    assert of["streamlit"]["bom-ref"] in needs[PROJECT]
    assert of["uvicorn"]["bom-ref"] in needs[of["streamlit"]["bom-ref"]]
    assert of["h11"]["bom-ref"] not in needs[PROJECT]
    assert of["watchdog"]["properties"][0]["value"] == 'sys_platform != "darwin"'
    assert {part["name"] for part in body["components"] if part["type"] == "file"} == {
        path.name for path in (ROOT / "dashboard/page/static/fonts").glob("*.woff2")
    }


def test_one_command_writes_the_bill_and_the_same_bytes_again() -> None:
    command = [sys.executable, "-m", "tests.supply.sbom"]
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1606780800"}
    first, again = (
        subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True).stdout
        for _ in range(2)
    )
    assert first == again
    body = json.loads(first)
    assert body["metadata"].pop("timestamp") == "2020-12-01T00:00:00Z"
    assert body == bill()


def test_security_says_whom_to_tell_what_is_supported_and_how_it_is_watched() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    for needed in ("## Tell us of a fault", "72 hours", "## Supported versions", "## What leaves"):
        assert needed in text
    for command in ("pip-audit --strict", "python -m tests.supply.sbom"):
        assert command in text
    assert all((ROOT / path).exists() for path in re.findall(r"\]\(([^)]+)\)", text))
