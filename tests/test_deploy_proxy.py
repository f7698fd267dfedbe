"""nginx before the dashboard: limits, names, what it shuts, and sign-on before everything."""

import re
import shlex
import subprocess

import pytest

from tests.deploy_files import (
    HEALTH,
    NGINX,
    PORT,
    ROOT,
    SERVICES,
    SSO,
    WITH_SSO,
    environment,
    image_environment,
    instructions,
    unit,
)


def test_all_files_mean_the_same_port_and_the_same_name() -> None:
    assert f"server app:{PORT} " in NGINX
    assert image_environment()["STREAMLIT_SERVER_PORT"] == str(PORT)
    assert ("EXPOSE", str(PORT)) in instructions()
    assert f"STREAMLIT_SERVER_PORT={PORT}" in " ".join(unit()["Environment"])
    name = re.search(r"server_name (\S+);", NGINX)
    assert name and name[1] == environment()["STREAMLIT_SERVER_ALLOWED_HOSTS"]
    listens = set(re.findall(r"listen (\d+)", NGINX))
    assert {port.split(":")[1] for port in SERVICES["proxy"]["ports"]} == listens
    assert "include /etc/nginx/sso/*.conf;" in NGINX
    assert WITH_SSO["services"]["proxy"]["volumes"] == ["./sso.conf:/etc/nginx/sso/sso.conf:ro"]
    sign_on = SERVICES["sso"]["environment"]["OAUTH2_PROXY_HTTP_ADDRESS"].rpartition(":")[2]
    assert set(re.findall(r"http://sso:(\d+)", SSO)) == {sign_on}


def test_the_proxy_ends_what_is_slow_and_holds_what_is_too_much() -> None:
    for time_out in ("client_header_timeout", "client_body_timeout", "send_timeout"):
        assert re.search(rf"^\s*{time_out} \d+s;", NGINX, re.MULTILINE)
    limited = re.findall(r"location (?:= )?(\S+) \{[^}]*?limit_req zone=", NGINX)
    assert {"/", "/_stcore/upload_file/", HEALTH} <= set(limited)
    assert re.search(r"limit_conn address \d+;", NGINX)
    largest = int(re.search(r"client_max_body_size (\d+)m;", NGINX)[1])  # type: ignore[index]
    config = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    taken = int(re.search(r"^maxUploadSize = (\d+)$", config, re.MULTILINE)[1])  # type: ignore[index]
    assert taken < largest <= taken + 5
    assert "ssl_protocols TLSv1.2 TLSv1.3;" in NGINX and "ssl_reject_handshake on;" in NGINX


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/"])
def test_the_proxy_shuts_what_no_reader_needs(path: str) -> None:
    assert re.search(rf"location {re.escape(path)} \{{\s*return 404;\s*\}}", NGINX)


def test_sign_on_stands_before_everything_but_health_and_itself() -> None:
    assert SSO.split("{")[0].count("auth_request /oauth2/auth;") == 1
    opened = re.findall(r"location (?:= )?(\S+) \{[^}]*auth_request off;", NGINX + SSO)
    assert sorted(opened) == [HEALTH, "/oauth2/", "/oauth2/auth"]


def test_the_log_of_the_proxy_holds_no_filter() -> None:
    logged = re.search(r"log_format plain '([^']*)'", NGINX)
    assert logged and "$uri" in logged[1]
    assert not {"$request ", "$request_uri", "$args", "$query_string"} & set(logged[1].split())
    assert '"$request"' not in logged[1] and "$http_referer" not in logged[1]


def test_the_guide_turns_the_file_into_one_for_a_computer_without_containers() -> None:
    guide = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
    command = re.search(r"^sed .*?(?= > /etc/nginx/nginx.conf$)", guide, re.MULTILINE | re.DOTALL)
    assert command
    words = shlex.split(command[0].replace("\\\n", " "))
    made = subprocess.run(words, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    assert f"server 127.0.0.1:{PORT} " in made
    assert set(re.findall(r"listen (\d+)", made)) == {"80", "443"}
    assert "pid /run/nginx.pid;" in made and "/tmp/" not in re.sub("#.*", "", made)
