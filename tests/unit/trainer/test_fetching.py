"""Fetches from a real server on this machine, which breaks off, refuses or gives something else."""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from trainer.data import COURSE_FILES
from trainer.errors import DataError
from trainer.fetching import DATA_SETS, DataSet, fetch

REPOSITORY = Path(__file__).resolve().parents[3]


class Server(ThreadingHTTPServer):
    """Gives `content`, by ranges where `ranges` is on, and at most `limit` bytes an answer."""

    content = b""
    ranges = True
    limit: int | None = None
    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str | None] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/file.zip"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        wanted = self.headers.get("Range")
        self.server.asked.append(wanted)
        if self.server.status != 200:
            self.send_error(self.server.status)
            return
        start = 0
        if wanted and self.server.ranges:
            start = int(wanted.removeprefix("bytes=").partition("-")[0])
            if start >= len(self.server.content):
                self.send_error(416)
                return
            self.send_response(206)
            last = len(self.server.content) - 1
            self.send_header("Content-Range", f"bytes {start}-{last}/{last + 1}")
        else:
            self.send_response(200)
        rest = self.server.content[start:]
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(rest[: self.server.limit])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def course_zip(course_folder: Path, tmp_path: Path) -> Path:
    """A zip as the course's: the four arrays in data_cnn, and a stray file."""
    path = tmp_path / "course.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in COURSE_FILES:
            archive.write(course_folder / name, f"data_cnn/{name}")
        archive.writestr("__MACOSX/._x", b"stray")
    return path


def served(server: Server, content: bytes, unpacks_to: str | None = None) -> DataSet:
    server.content = content
    checksum = f"sha256:{hashlib.sha256(content).hexdigest()}"
    return DataSet(server.url, checksum, "file.zip", unpacks_to)


def test_a_file_arrives_whole_and_is_not_fetched_twice(server: Server, tmp_path: Path) -> None:
    content = os.urandom(3_000_000)
    data_set = served(server, content)
    path = fetch(data_set, tmp_path)
    assert path == tmp_path / "file.zip"
    assert path.read_bytes() == content
    assert fetch(data_set, tmp_path) == path
    assert len(server.asked) == 1
    assert [p.name for p in tmp_path.iterdir()] == ["file.zip"]


def test_a_broken_connection_is_taken_up_where_it_broke(server: Server, tmp_path: Path) -> None:
    content = os.urandom(1_000_000)
    server.limit = 4 * 2**16
    assert fetch(served(server, content), tmp_path).read_bytes() == content
    assert server.asked == [None, "bytes=262144-", "bytes=524288-", "bytes=786432-"]


def test_a_download_given_up_goes_on_at_the_next_command(server: Server, tmp_path: Path) -> None:
    content = os.urandom(1_000_000)
    data_set = served(server, content)
    server.limit = 2 * 2**16
    with pytest.raises(DataError, match=r"0\.7 MB are kept"):
        fetch(data_set, tmp_path)
    assert (tmp_path / "file.zip.part").stat().st_size == 10 * 2**16
    assert not (tmp_path / "file.zip").exists()
    server.limit = None
    assert fetch(data_set, tmp_path).read_bytes() == content
    assert server.asked[-1] == "bytes=655360-"


def test_a_server_without_ranges_gives_all_of_it_again(server: Server, tmp_path: Path) -> None:
    content = os.urandom(1_000_000)
    data_set = served(server, content)
    (tmp_path / "file.zip.part").write_bytes(content[:300_000])
    server.ranges = False
    assert fetch(data_set, tmp_path).read_bytes() == content


def test_a_part_that_was_complete_is_taken(server: Server, tmp_path: Path) -> None:
    content = os.urandom(100_000)
    data_set = served(server, content)
    (tmp_path / "file.zip.part").write_bytes(content)
    assert fetch(data_set, tmp_path).read_bytes() == content


def test_another_content_is_refused_and_not_kept(server: Server, tmp_path: Path) -> None:
    data_set = served(server, b"the data set")
    server.content = b"<html>Please log in</html>"
    with pytest.raises(DataError, match="is not file"):
        fetch(data_set, tmp_path)
    assert list(tmp_path.iterdir()) == []
    # And what is wrong on disk is fetched anew.
    (tmp_path / "file.zip").write_bytes(b"something else")
    server.content = b"the data set"
    assert fetch(data_set, tmp_path).read_bytes() == b"the data set"


@pytest.mark.parametrize(("status", "says"), [(404, "HTTP 404"), (503, "HTTP 503")])
def test_a_refusal_is_named(server: Server, tmp_path: Path, status: int, says: str) -> None:
    server.status = status
    with pytest.raises(DataError, match=says):
        fetch(served(server, b"x"), tmp_path)


def test_the_courses_zip_becomes_its_folder(
    server: Server, course_zip: Path, course_folder: Path, tmp_path: Path
) -> None:
    data_set = served(server, course_zip.read_bytes(), "data_cnn")
    folder = fetch(data_set, tmp_path / "data")
    assert sorted(p.name for p in folder.iterdir()) == sorted(COURSE_FILES)
    for name in COURSE_FILES:
        assert (folder / name).read_bytes() == (course_folder / name).read_bytes()
    assert fetch(data_set, tmp_path / "data") == folder
    assert len(server.asked) == 1


def test_a_copy_got_otherwise_serves_as_well(course_zip: Path, tmp_path: Path) -> None:
    checksum = f"sha256:{hashlib.sha256(course_zip.read_bytes()).hexdigest()}"
    nowhere = DataSet("http://127.0.0.1:9/x", checksum, "data_cnn.zip", "data_cnn")
    assert fetch(nowhere, tmp_path / "data", course_zip).name == "data_cnn"
    with pytest.raises(DataError, match=r"is not data_cnn\.zip"):
        fetch(nowhere, tmp_path / "other", Path(__file__))
    with pytest.raises(DataError, match="does not exist"):
        fetch(nowhere, tmp_path / "other", tmp_path / "none.zip")


def rewritten(course_zip: Path, target: Path, change: dict[str, bytes | None]) -> Path:
    with zipfile.ZipFile(course_zip) as source, zipfile.ZipFile(target, "w") as archive:
        for info in source.infolist():
            content = change.get(info.filename, source.read(info))
            if content is not None:
                archive.writestr(info, content, zipfile.ZIP_DEFLATED)
        for name in change.keys() - set(source.namelist()):
            archive.writestr(name, change[name] or b"")
    return target


def fetched(archive: Path, folder: Path) -> Path:
    checksum = f"sha256:{hashlib.sha256(archive.read_bytes()).hexdigest()}"
    return fetch(DataSet("", checksum, "data_cnn.zip", "data_cnn"), folder, archive)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"data_cnn/y_test.npy": None}, "y_test.npy 0 times"),
        ({"again/x_test.npy": b"x"}, "x_test.npy 2 times"),
        ({"data_cnn/x_test.npy": b"no array"}, "x_test.npy"),
        ({"data_cnn/x_train.npy": bytes(2**28 + 1)}, "would take 268 MB"),
    ],
)
def test_a_zip_that_is_not_the_courses_is_refused(
    course_zip: Path, tmp_path: Path, change: dict[str, bytes | None], says: str
) -> None:
    archive = rewritten(course_zip, tmp_path / "odd.zip", change)
    with pytest.raises(DataError, match=says):
        fetched(archive, tmp_path / "data")
    assert [p.name for p in (tmp_path / "data").iterdir()] == ["data_cnn.zip"]


def test_a_link_in_a_zip_is_refused(course_zip: Path, tmp_path: Path) -> None:
    archive = rewritten(course_zip, tmp_path / "odd.zip", {"data_cnn/x_test.npy": None})
    link = zipfile.ZipInfo("data_cnn/x_test.npy")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(archive, "a") as content:
        content.writestr(link, "/etc/passwd")
    with pytest.raises(DataError, match="as a link"):
        fetched(archive, tmp_path / "data")


def test_a_path_out_of_the_folder_leads_nowhere(course_zip: Path, tmp_path: Path) -> None:
    escaping = {"../../escaped.npy": b"x", "/tmp/escaped_too.npy": b"x"}
    archive = rewritten(course_zip, tmp_path / "odd.zip", dict(escaping))
    folder = fetched(archive, tmp_path / "a" / "b")
    assert sorted(p.name for p in folder.iterdir()) == sorted(COURSE_FILES)
    assert not list(tmp_path.rglob("escaped*"))


def test_a_zip_with_a_damaged_member_is_refused(course_zip: Path, tmp_path: Path) -> None:
    content = bytearray(course_zip.read_bytes())
    content[len(content) // 3] ^= 0xFF
    (tmp_path / "odd.zip").write_bytes(content)
    with pytest.raises(DataError, match="is damaged"):
        fetched(tmp_path / "odd.zip", tmp_path / "data")
    assert not (tmp_path / "data" / "data_cnn").exists()


def test_what_a_killed_unpacking_left_is_not_taken_for_data(
    course_zip: Path, tmp_path: Path
) -> None:
    left = tmp_path / "data" / ".part.data_cnn"
    left.mkdir(parents=True)
    (left / "x_train.npy").write_bytes(b"half of it")
    folder = fetched(course_zip, tmp_path / "data")
    assert len(np.load(folder / "x_train.npy")) == 40
    assert not left.exists()


def test_a_damaged_folder_is_named_and_left_alone(course_zip: Path, tmp_path: Path) -> None:
    folder = fetched(course_zip, tmp_path / "data")
    (folder / "x_train.npy").write_bytes(b"damaged")
    with pytest.raises(DataError, match=r"x_train\.npy"):
        fetched(course_zip, tmp_path / "data")


def trainer(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "trainer", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.parametrize("name", DATA_SETS)
def test_offline_is_one_clear_line(name: str, tmp_path: Path) -> None:
    # A proxy that nobody listens at stands for a machine without a network.
    done = trainer("fetch", "--dataset", name, "--data-dir", tmp_path, HTTPS_PROXY="127.0.0.1:9")
    assert done.returncode == 2, done.stderr
    (line,) = done.stderr.splitlines()
    assert "no answer from" in line
    assert "--from FILE" in line
    assert DATA_SETS[name].url in line


def test_a_wrong_copy_is_one_line(tmp_path: Path) -> None:
    done = trainer("fetch", "--dataset", "rgb", "--data-dir", tmp_path, "--from", __file__)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "md5:f46e308c4d50d4bf32fedad2d3d62f3b" in done.stderr


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    content = os.urandom(500_000)
    (tmp_path / "copy.zip").write_bytes(content)
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from trainer.errors import TrainerError\n"
        "from trainer.fetching import DataSet, fetch\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try:\n"
        "    fetch(DataSet('', sys.argv[1], 'file.zip'), Path(sys.argv[2]), Path(sys.argv[3]))\n"
        "except TrainerError as error:\n"
        "    print(error)\n"
    )
    checksum = f"sha256:{hashlib.sha256(content).hexdigest()}"
    done = subprocess.run(
        [sys.executable, "-c", script, checksum, str(tmp_path / "d"), str(tmp_path / "copy.zip")],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        check=True,
    )
    assert "file.zip cannot be written (File too large)" in done.stdout
    assert list((tmp_path / "d").iterdir()) == []
