"""Gets EuroSAT: the course's subset, all RGB images, or the multispectral patches."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pooch
import requests

from trainer.data import COURSE_FILES, is_course_folder, read_course_arrays
from trainer.downloads import ResumingDownload
from trainer.errors import DataError
from trainer.unpacking import unpack
from trainer.whole_files import whole_file, write_error


@dataclass(frozen=True)
class DataSet:
    """A public copy of EuroSAT: where it is, `algorithm:checksum`, and what it is named here.

    `unpacks_to` is the folder of arrays that its zip holds; other zips are read as they are.
    """

    url: str
    checksum: str
    file_name: str
    unpacks_to: str | None = None


DATA_SETS: dict[str, DataSet] = {
    # The file and checksum that the course's notebook gives to pooch.
    "course": DataSet(
        "https://unils-my.sharepoint.com/:u:/g/personal/tom_beucler_unil_ch/"
        "EUB7KobuofVIs9kbBlPsh8wByNhXgThqpzijsFCViy9wHw?download=1",
        "sha256:acb7d0a0f5c74d69ade3c27777f1c150cfe03781b51925642381983b137bb61c",
        "data_cnn.zip",
        unpacks_to="data_cnn",
    ),
    # Zenodo record 7711810, by EuroSAT's authors.
    "rgb": DataSet(
        "https://zenodo.org/records/7711810/files/EuroSAT_RGB.zip",
        "md5:f46e308c4d50d4bf32fedad2d3d62f3b",
        "EuroSAT_RGB.zip",
    ),
    "ms": DataSet(
        "https://zenodo.org/records/7711810/files/EuroSAT_MS.zip",
        "md5:091174add3c8e680a49244acf185b9f0",
        "EuroSAT_MS.zip",
    ),
}


def fetch(data_set: DataSet, folder: Path, copy: Path | None = None) -> Path:
    """Put a data set into `folder`, unless it is there already; return what `--data` takes.

    `copy` is a file got in another way, taken instead of downloading if its checksum is right.

    Raises DataError when the download fails or a checksum is not the data set's, TrainerError when
    `folder` cannot be written.
    """
    unpacked = folder / data_set.unpacks_to if data_set.unpacks_to else None
    if unpacked is not None and is_course_folder(unpacked):
        read_course_arrays(unpacked)
        return unpacked
    archive = folder / data_set.file_name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if copy is not None:
            _take_copy(data_set, copy, archive)
        else:
            _download(data_set, archive)
    except OSError as error:
        raise write_error(archive, error) from error
    if unpacked is None:
        return archive
    unpack(archive, COURSE_FILES, unpacked, check=read_course_arrays)
    return unpacked


def _take_copy(data_set: DataSet, copy: Path, archive: Path) -> None:
    if not copy.is_file():
        raise DataError(f"{copy} does not exist: give the file with --from.")
    if not _is_the_data_set(copy, data_set):
        raise DataError(
            f"{copy} is not {data_set.file_name} ({data_set.checksum} expected): get it again "
            f"from {data_set.url}"
        )
    if not (archive.exists() and archive.samefile(copy)):
        with whole_file(archive) as part:
            shutil.copyfile(copy, part)


def _download(data_set: DataSet, archive: Path) -> None:
    # Its log lines repeat what the progress bar says.
    pooch.get_logger().setLevel("ERROR")
    part = archive.with_name(f"{archive.name}.part")
    try:
        pooch.retrieve(
            data_set.url,
            known_hash=data_set.checksum,
            fname=archive.name,
            path=archive.parent,
            downloader=ResumingDownload(part, archive.name),
        )
    except requests.RequestException as error:
        kept = f" {part.stat().st_size / 1e6:.1f} MB are kept." if part.exists() else ""
        raise DataError(
            f"{archive.name} could not be downloaded ({_reason(error, data_set.url)}).{kept} Run "
            f"the command again to go on, or get {data_set.url} in another way and give it with "
            "--from FILE."
        ) from error
    except ValueError as error:
        raise DataError(
            f"What {data_set.url} gave is not {archive.name} ({data_set.checksum} expected): run "
            "the command again, or get the file with a browser and give it with --from FILE."
        ) from error


def _is_the_data_set(path: Path, data_set: DataSet) -> bool:
    algorithm, _, expected = data_set.checksum.partition(":")
    return pooch.file_hash(str(path), alg=algorithm) == expected


def _reason(error: requests.RequestException, url: str) -> str:
    if error.response is not None:
        return f"HTTP {error.response.status_code} {error.response.reason}"
    host = urlsplit(url).netloc
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return f"{host} broke off"
    return f"no answer from {host}; is there a network?"
