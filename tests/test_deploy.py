"""The files in deploy/ fit the program, and take away every right that it does not need."""

import ast
import http.client
import os
import re
import shlex
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from dashboard.page.guard import settings
from tests.browser.server import run_server
from tests.deploy_files import (
    COMPOSE,
    DEPLOY,
    HEALTH,
    PORT,
    ROOT,
    SERVICES,
    environment,
    image_environment,
    instructions,
    unit,
)

SOCKET = {"Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
HARDENED = [
    *["DynamicUser", "ProtectHome", "PrivateTmp", "PrivateDevices", "NoNewPrivileges"],
    *["RestrictSUIDSGID", "RemoveIPC", "ProtectKernelTunables", "ProtectKernelModules"],
    *["ProtectKernelLogs", "ProtectControlGroups", "ProtectClock", "ProtectHostname"],
    *["LockPersonality", "RestrictNamespaces", "RestrictRealtime"],
]


@pytest.mark.parametrize("name", SERVICES)
def test_each_container_has_no_right_that_it_does_not_need(name: str) -> None:
    service = SERVICES[name]
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", service["user"])  # neither root nor its group
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"] and "cap_add" not in service
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not service.get("privileged")
    assert service["mem_limit"] and service["pids_limit"] and service["restart"] == "unless-stopped"
    assert all("noexec" in mount for mount in service.get("tmpfs", []))
    writable = [v for v in service.get("volumes", []) if not v.endswith(":ro")]
    assert writable == (["workspace:/workspace"] if name == "app" else [])


def test_the_app_reaches_nothing_and_only_the_proxy_reaches_it() -> None:
    app = SERVICES["app"]
    assert "ports" not in app
    assert app["networks"] == ["inside"]
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]


def test_the_image_runs_as_the_user_of_the_compose_file_and_owns_nothing_but_the_workspace() -> (
    None
):
    steps = instructions()
    users = [rest for word, rest in steps if word == "USER"]
    assert users == [SERVICES["app"]["user"]]
    user, group = users[0].split(":")
    owned = [rest for _, rest in steps if "chown" in rest or f"-o {user}" in rest]
    assert owned == [f"install -d -o {user} -g {group} -m 0700 /workspace"]
    assert image_environment()["DASHBOARD_WORKSPACE"] == "/workspace"


def test_the_image_installs_what_the_lock_says_and_nothing_else() -> None:
    installs = [rest for word, rest in instructions() if word == "RUN" and "pip install" in rest]
    assert len(installs) == 1
    for flag in ("--require-hashes", "--only-binary=:all:", "-r /requirements.txt"):
        assert flag in installs[0]


def test_what_the_image_copies_is_there_and_is_sent_to_be_built() -> None:
    ignore = (DEPLOY / "Containerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    assert "*" in ignore
    sent = [line.removeprefix("!") for line in ignore if line.startswith("!")]
    copied = [
        rest.split()[0] for word, rest in instructions() if word == "COPY" and "--from" not in rest
    ]
    assert sorted(copied) == sorted(sent)
    assert all((ROOT / path).exists() for path in copied)
    assert not any(fnmatch(path, "tests*") or fnmatch(path, ".git*") for path in sent)


def test_only_settings_that_the_program_knows_are_set() -> None:
    ours = {v for v in vars(settings).values() if isinstance(v, str) and v.startswith("DASHBOARD_")}
    assert {name for name in environment() if name.startswith("DASHBOARD_")} == ours
    given = {name: shlex.split(text)[0] for name, text in environment().items()}
    read = settings.read_settings(given)
    assert read.sessions == settings.Settings().sessions
    assert read.uploads == settings.Settings().uploads
    assert read.frame_ancestors.startswith("'self' ")  # the quotes outlive the file
    guide = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
    assert [name for name in environment() if f"| `{name}`" not in guide] == []


def test_the_unit_takes_every_right_away() -> None:
    given = unit()
    for name in HARDENED:
        assert given.get(name) == ["yes"], name
    assert given["ProtectSystem"] == ["strict"]
    assert given["CapabilityBoundingSet"] == given["AmbientCapabilities"] == [""]
    assert given["SystemCallFilter"] == ["@system-service", "~@privileged"]
    assert (given["IPAddressDeny"], given["IPAddressAllow"]) == (["any"], ["localhost"])
    assert int(given["LimitNOFILE"][0]) >= 4 * settings.Settings().sessions * 2
    assert given["MemoryMax"] and given["TasksMax"]


def test_the_unit_writes_to_its_workspace_only() -> None:
    given = unit()
    assert "ReadWritePaths" not in given
    sets = dict(pair.split("=", 1) for line in given["Environment"] for pair in line.split())
    assert sets["DASHBOARD_WORKSPACE"] == f"/var/lib/{given['StateDirectory'][0]}"
    assert sets["STREAMLIT_SERVER_ADDRESS"] == "127.0.0.1"
    assert given["ExecStart"][0].endswith("-m streamlit run app.py")


def health_check() -> str:
    """The Python that asks the server for its health, as in the image."""
    image = next(rest for word, rest in instructions() if word == "HEALTHCHECK")
    return ast.literal_eval(image.partition("CMD")[2].strip())[2]


def is_healthy(address: str) -> bool:
    code = health_check().replace(f"http://127.0.0.1:{PORT}", address)
    assert address in code
    return subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def opened(address: str, name: str) -> int:
    """The answer to a browser that opens a session at an address with this name."""
    asked = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    headers = {"Host": name, "Connection": "Upgrade", "Upgrade": "websocket", **SOCKET}
    asked.request("GET", "/_stcore/stream", headers=headers)
    return asked.getresponse().status


@pytest.mark.parametrize("start", ["image", "asgi"])
def test_the_server_starts_with_the_settings_of_the_image(tmp_path: Path, start: str) -> None:
    command = [*shlex.split(unit()["ExecStart"][0])[1:], "--server.port", "{port}"]
    if start == "asgi":
        command = ["-m", "uvicorn", "app:app", "--port", "{port}"]
    env = {**os.environ, **image_environment(), "PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    env["MPLCONFIGDIR"] = str(tmp_path)
    env |= {"DASHBOARD_WORKSPACE": str(tmp_path), "STREAMLIT_SERVER_ADDRESS": "127.0.0.1"}
    env |= {"STREAMLIT_SERVER_ALLOWED_HOSTS": "records.example.org records.example.net"}
    with run_server([sys.executable, *command], ROOT, HEALTH, env, tmp_path / "log.txt") as address:
        assert is_healthy(address)
        assert opened(address, "foreign.example.org") == 403
        # An ASGI server reads .streamlit/config.toml and no variable, as docs/deploy.md says.
        names = ["records.example.org", "records.example.net", "localhost"]
        expected = [101, 101, 403] if start == "image" else [403, 403, 101]
        assert [opened(address, name) for name in names] == expected
    assert not is_healthy(address)


def test_health_is_not_asked_too_often() -> None:
    check = SERVICES["app"]["healthcheck"]
    assert (check["interval"], check["timeout"], check["retries"]) == ("10s", "5s", 3)
    image = next(rest for word, rest in instructions() if word == "HEALTHCHECK")
    assert "--interval=10s --timeout=5s --retries=3" in image
    assert check["test"] == ["CMD", "python", "-c", health_check()]
    assert f":{PORT}{HEALTH}" in health_check()


def test_the_image_starts_as_the_unit_does() -> None:
    command = next(rest for word, rest in instructions() if word == "CMD")
    assert ast.literal_eval(command)[1:] == shlex.split(unit()["ExecStart"][0])[1:]
