"""What is shipped is whole: built, installed where nothing else is, and run there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path, PurePosixPath
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


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_an_installed_digest_builds_and_verifies(
    shipped: Shipped, tmp_path: Path, kind: str
) -> None:
    """In a clean environment outside the checkout: the base alone, and with the extra for HTML."""
    bin_ = environment(tmp_path, f"{getattr(shipped, kind)}{'[html]' if kind == 'sdist' else ''}")
    for seed in THREE_SEEDS:
        copy = tmp_path / "seeds" / seed
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(SEEDS / seed, copy)
    told = run([str(bin_ / "digest"), "build", "seeds"], tmp_path)
    made = {path.parent.name: path for path in (tmp_path / "out").glob("*/*/*/digest.json")}
    assert set(made) == {"09", "23"}
    if kind == "sdist":
        assert told.startswith("3 articles, ")
        assert told.endswith(" 2 days → out/index.html\n")
    else:
        assert 'HTML needs more packages: pip install "digest[html]"' in told
    assert json.loads(made["09"].read_bytes())["schema"] == "digest/2"
    assert "all hold" in run([str(bin_ / "digest"), "verify", "out"], tmp_path)
    assert "Usage: digest" in run([str(bin_ / "python"), "-m", "digest"], tmp_path)


def environment(folder: Path, requirement: str) -> Path:
    """A fresh virtual environment with one thing installed; its folder of programs."""
    run([sys.executable, "-m", "venv", str(folder / "venv")], folder)
    bin_ = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run([str(bin_ / "python"), "-m", "pip", "install", "--quiet", requirement], folder)
    place = "import digest; print(digest.__file__)"
    assert str(folder / "venv") in run([str(bin_ / "python"), "-c", place], folder)
    return bin_
