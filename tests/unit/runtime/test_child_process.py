from __future__ import annotations

import asyncio
import sys
import threading
from pathlib import Path

import pytest

from eurosat_qgis.runtime import child_process
from eurosat_qgis.runtime.child_process import clean_environment
from tests.unit.runtime.processes import runs, wait_until


@pytest.mark.parametrize(
    "name",
    [
        "PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONNOUSERSITE", "__PYVENV_LAUNCHER__",
        "GDAL_DATA", "GDAL_DRIVER_PATH", "OGR_DRIVER_PATH", "GEOTIFF_CSV", "PROJ_LIB", "PROJ_DATA",
        "QGIS_PREFIX_PATH", "QGIS_PLUGINPATH", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM",
        "QML2_IMPORT_PATH", "OSGEO4W_ROOT", "O4W_QT_PREFIX", "DYLD_LIBRARY_PATH", "LD_PRELOAD",
        "VIRTUAL_ENV", "PIP_TARGET", "PIP_USER", "Pythonpath",
    ],
)  # fmt: skip
def test_what_leads_to_qgis_own_libraries_is_dropped(name: str) -> None:
    assert clean_environment({name: "x", "HOME": "/home/me"}) == {"HOME": "/home/me"}


@pytest.mark.parametrize(
    "name",
    [
        "PATH", "HOME", "TEMP", "SYSTEMROOT", "HTTPS_PROXY", "https_proxy", "NO_PROXY",
        "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "PIP_INDEX_URL", "PIP_CERT", "PIP_CONFIG_FILE",
        "CUDA_VISIBLE_DEVICES", "OMP_NUM_THREADS", "GDAL_HTTP_PROXY", "GDAL_CACHEMAX",
    ],
)  # fmt: skip
def test_what_the_user_has_set_stays(name: str) -> None:
    assert clean_environment({name: "x"}) == {name: "x"}


def test_library_folders_of_a_bundle_go_and_others_stay(tmp_path: Path) -> None:
    app, cuda, qgis = tmp_path / "app", tmp_path / "cuda", tmp_path / "opt-qgis"
    for folder in (app / "usr" / "lib", cuda, qgis):
        folder.mkdir(parents=True)
    (qgis / "libqgis_core.so.3.22").touch()
    folders = f"{app}/usr/lib:{cuda}:{qgis}:"
    clean = clean_environment({"APPDIR": str(app), "LD_LIBRARY_PATH": folders})
    assert clean["LD_LIBRARY_PATH"] == str(cuda)


def test_no_library_folder_left_means_no_variable(tmp_path: Path) -> None:
    clean = clean_environment({"SNAP": str(tmp_path), "LD_LIBRARY_PATH": str(tmp_path / "lib")})
    assert "LD_LIBRARY_PATH" not in clean


def test_debians_prefix_is_no_bundle(tmp_path: Path) -> None:
    environment = {"QGIS_PREFIX_PATH": "/usr", "LD_LIBRARY_PATH": "/usr/no-such-folder/cuda"}
    assert clean_environment(environment) == {"LD_LIBRARY_PATH": "/usr/no-such-folder/cuda"}
    assert tmp_path.exists()


def open_files() -> int:
    """How many there are, once what earlier tests started is closed."""
    assert wait_until(lambda: not [t for t in threading.enumerate() if is_a_process(t)])
    return len(list(Path("/proc/self/fd").iterdir()))


def is_a_process(thread: threading.Thread) -> bool:
    return thread.name == "eurosat-process"


def started(code: str, **options: int) -> child_process.Process:
    given = {"stdin": child_process.NO_INPUT, "stderr": child_process.UNHEARD, **options}
    return child_process.start([sys.executable, "-c", code], **given)


def test_input_output_and_errors_have_pipes_of_their_own() -> None:
    process = started(
        "import sys; sys.stdout.write(sys.stdin.read()[::-1]); print('no', file=sys.stderr)",
        stdin=child_process.PIPE,
        stderr=child_process.PIPE,
    )
    with child_process.pipe(process.stdin) as stdin:
        stdin.write(b"pots")
    assert process.communicate(timeout_s=30) == (b"stop", b"no\n")
    assert process.poll() == 0


def test_more_than_a_pipe_holds_is_read_from_both() -> None:
    process = started(
        "import sys\nfor _ in range(999): sys.stdout.write('o' * 999); sys.stderr.write('e' * 999)",
        stderr=child_process.PIPE,
    )
    assert [len(part) for part in process.communicate(timeout_s=30)] == [998001, 998001]


def test_the_exit_status_is_the_process_own() -> None:
    assert started("raise SystemExit(3)").wait(30) == 3
    killed = started("import os; os.kill(os.getpid(), 9)")
    assert killed.wait(30) == -9


def test_a_process_that_takes_longer_is_told_of_and_can_be_ended() -> None:
    process = started("import time; time.sleep(600)")
    with pytest.raises(child_process.TimedOut):
        process.communicate(timeout_s=0.2)
    assert process.poll() is None
    child_process.end(process)
    assert process.poll() == -9


@pytest.mark.parametrize("command", [["/no/such/program"], ["/etc/passwd"], ["/bin/echo", "\0"]])
def test_what_cannot_be_started_says_why_and_leaves_nothing_open(command: list[str]) -> None:
    before = open_files()
    with pytest.raises((OSError, ValueError)):
        child_process.start(command, stdin=child_process.PIPE, stderr=child_process.PIPE)
    assert wait_until(lambda: open_files() == before)


def test_no_thread_is_left_when_a_process_has_ended() -> None:
    started("pass").communicate(timeout_s=30)
    assert wait_until(lambda: not [t for t in threading.enumerate() if is_a_process(t)])


def test_a_loop_policy_of_another_plugin_is_no_matter() -> None:
    class Broken(asyncio.DefaultEventLoopPolicy):
        def new_event_loop(self) -> asyncio.AbstractEventLoop:
            raise RuntimeError("not this one")

    asyncio.set_event_loop_policy(Broken())
    try:
        assert started("print(1)").communicate(timeout_s=30)[0] == b"1\n"
    finally:
        asyncio.set_event_loop_policy(None)


def test_ending_a_process_ends_what_it_started() -> None:
    code = (
        "import subprocess; child = subprocess.Popen(['sleep', '600'])\n"
        "print(child.pid, flush=True); child.wait()"
    )
    process = started(code)
    with process.stdout as stdout:
        grandchild = int(stdout.readline())
    child_process.end(process)
    assert wait_until(lambda: not runs(grandchild))
