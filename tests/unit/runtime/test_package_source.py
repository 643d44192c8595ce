from __future__ import annotations

import urllib.request
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from eurosat_qgis.runtime.package_source import PackageSource, proxy_address


def test_a_folder_of_wheels_takes_the_indexs_place() -> None:
    options = PackageSource(Path("/wheels")).pip_options()
    assert options == ["--no-index", "--find-links", "/wheels"]
    assert PackageSource().pip_options() == []


def test_user_and_password_survive_in_the_address_of_a_proxy() -> None:
    parts = urlsplit(proxy_address("proxy.example", 3128, "me@work", "p:s/w@rd"))
    assert (parts.hostname, parts.port) == ("proxy.example", 3128)
    assert unquote(parts.username or "") == "me@work"
    assert unquote(parts.password or "") == "p:s/w@rd"


def test_without_a_host_there_is_no_proxy() -> None:
    assert proxy_address("", 3128, "", "") == ""
    assert PackageSource().environment({"A": "b"}) == {"A": "b"}


def test_python_finds_the_proxy_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    source = PackageSource(proxy=proxy_address("proxy.example", 8080, "", ""))
    for name, value in source.environment({}).items():
        monkeypatch.setenv(name, value)
    assert urllib.request.getproxies()["https"] == "http://proxy.example:8080"
