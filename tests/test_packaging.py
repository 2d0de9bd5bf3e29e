"""What is shipped is whole: built, installed where nothing else is, and run there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZipFile

import pytest
from commands import ROOT, SEEDS

if TYPE_CHECKING:
    from collections.abc import Sequence

THREE_SEEDS = (
    "northern-wire/2020-09-09-astrazeneca-trials-halted.txt",
    "hilltop-courier/2020-06-23-siberian-summer.md",
    "city-ledger/2020-09-09-what-a-trial-pause-means.html",
)


class Shipped(NamedTuple):
    """The two distributions."""

    wheel: Path
    sdist: Path


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """The sdist of this checkout, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder)], ROOT)
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return Shipped(wheel, sdist)


def run(arguments: Sequence[str], folder: Path) -> str:
    """What a command that ends well writes; it knows nothing of this checkout."""
    kept = ("PATH", "HOME", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "http_proxy", "https_proxy")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    pip = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    ran = subprocess.run(
        arguments,
        cwd=folder,
        env={**environment, **pip},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


def in_wheel(shipped: Shipped) -> set[str]:
    with ZipFile(shipped.wheel) as wheel:
        return set(wheel.namelist())


def in_sdist(shipped: Shipped) -> set[str]:
    with tarfile.open(shipped.sdist) as sdist:
        members = [member.name for member in sdist.getmembers() if member.isfile()]
    return {PurePosixPath(*PurePosixPath(name).parts[1:]).as_posix() for name in members}


def tracked(*below: str) -> set[str]:
    """The files that are kept in versions, or a reason to skip."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", *below], cwd=ROOT, capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("is no checkout")
    return {name for name in listed.stdout.decode().split("\0") if (ROOT / name).is_file()}


def test_the_wheel_carries_the_package_with_its_data_and_the_templates(shipped: Shipped) -> None:
    package = tracked("digest") | {f"digest/{name}" for name in tracked("templates")}
    assert package - in_wheel(shipped) == set()
    assert {"digest/py.typed", "digest/clustering/background.tsv"} <= package
    assert {"digest/rendering/schema.json", "digest/templates/digest.html.jinja"} <= package
    assert any(name.startswith("digest/language/english/entities/") for name in package)


def test_the_wheel_carries_nothing_else_but_its_own_metadata(shipped: Shipped) -> None:
    tops = {name.partition("/")[0] for name in in_wheel(shipped)}
    assert sorted(tops) == ["digest", f"{shipped.wheel.name.rpartition('-py3')[0]}.dist-info"]
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in in_wheel(shipped))


def test_the_sdist_carries_all_that_is_kept_in_versions(shipped: Shipped) -> None:
    """Seeds, tests, templates, benchmarks, training and the pictures of the README too."""
    assert tracked() - in_sdist(shipped) == set()


def test_the_sdist_carries_nothing_that_was_generated(shipped: Shipped) -> None:
    tops = {name.partition("/")[0] for name in in_sdist(shipped)}
    assert tops & {"out", "dist", ".venv", ".git", ".hypothesis", ".mypy_cache"} == set()
    assert not any("__pycache__" in name for name in in_sdist(shipped))


class Installed(NamedTuple):
    """What an installed command told, the days it built, and what verification told."""

    told: str
    days: tuple[str, ...]
    verified: str


@pytest.fixture(scope="module")
def bin_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh virtual environment outside the checkout."""
    folder = tmp_path_factory.mktemp("venv")
    run([sys.executable, "-m", "venv", str(folder)], folder)
    return folder / ("Scripts" if os.name == "nt" else "bin")


@pytest.fixture(scope="module")
def by_wheel(shipped: Shipped, bin_: Path) -> Installed:
    """The base alone, as the wheel brings it."""
    return installed(bin_, str(shipped.wheel))


@pytest.fixture(scope="module")
def by_sdist(shipped: Shipped, bin_: Path, by_wheel: Installed) -> Installed:  # noqa: ARG001
    """The sdist with the extra for HTML, in place of the wheel."""
    return installed(bin_, f"{shipped.sdist}[html]")


def installed(bin_: Path, requirement: str) -> Installed:
    """Install one thing, and build and verify a few seeds with it."""
    python, digest = str(bin_ / "python"), str(bin_ / "digest")
    pip = [python, "-m", "pip", "install", "--quiet", "--no-compile"]
    run([*pip, requirement], bin_)
    place = "import digest; print(digest.__file__)"
    assert str(bin_.parent) in run([python, "-c", place], bin_)
    with TemporaryDirectory() as name:
        folder = Path(name)
        for seed in THREE_SEEDS:
            copy = folder / "seeds" / seed
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(SEEDS / seed, copy)
        told = run([digest, "build", "seeds"], folder)
        pages = (folder / "out").glob("*/*/*/digest.json")
        days = sorted("-".join(page.parts[-4:-1]) for page in pages)
        return Installed(told, tuple(days), run([digest, "verify", "out"], folder))


def test_an_installed_wheel_builds_and_verifies_without_web_pages(by_wheel: Installed) -> None:
    assert 'HTML needs more packages: pip install "digest[html]"' in by_wheel.told
    assert by_wheel.days == ("2020-06-23", "2020-09-09")
    assert by_wheel.verified.endswith(" checked, all hold\n")


def test_an_installed_sdist_builds_and_verifies_with_web_pages(by_sdist: Installed) -> None:
    assert by_sdist.told.startswith("3 articles, ")
    assert by_sdist.told.endswith(" 2 days → out/index.html\n")
    assert by_sdist.days == ("2020-06-23", "2020-09-09")
    assert by_sdist.verified.endswith(" checked, all hold\n")


def test_an_installed_package_runs_as_a_module(by_sdist: Installed, bin_: Path) -> None:
    assert by_sdist.days != ()
    assert "Usage: digest" in run([str(bin_ / "python"), "-m", "digest"], bin_)
