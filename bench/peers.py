"""The peers that rail is measured beside, each in an environment of its own; made on first use under bench/.peers."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FOLDER = Path(os.environ.get("RAIL_PEERS") or HERE / ".peers")
RAIL = Path(sys.executable).parent / "rail"


def tool(package: str, command: str) -> Path:
    """Return the command of a peer, installed from PyPI on first use."""
    home = FOLDER / "v" / package
    if not (home / "bin" / command).exists():
        _make(home)
        _pip(home, package)
    return home / "bin" / command


def environment() -> Path:
    """Return the environment of 313 distributions (`environment.txt`, without their dependencies)."""
    home = FOLDER / "env300"
    if not (home / "bin" / "python").exists():
        _make(home)
        _pip(home, "--no-deps", "-r", str(HERE / "environment.txt"))
    return home


def node_tool(package: str) -> list[str]:
    """Return the command of a peer from npm, installed on first use; Node.js and npm must be there."""
    home = FOLDER / "npmtools"
    command = home / "node_modules" / ".bin" / package
    if not command.exists():
        home.mkdir(parents=True, exist_ok=True)
        _npm(home, "install", package)
    return ["node", str(command)]


def node_project() -> Path:
    """Return a project with some 900 packages installed (`npm.json`, without running their scripts)."""
    home = FOLDER / "npm600"
    if not (home / "node_modules" / ".package-lock.json").exists():
        home.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "npm.json", home / "package.json")
        _npm(home, "install")
    return home


def _npm(home: Path, *arguments: str) -> None:
    print(f"npm {' '.join(arguments)} in {home} (once)", file=sys.stderr)
    command = ["npm", *arguments, "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(command, cwd=home, check=True, stdin=subprocess.DEVNULL)


def _make(home: Path) -> None:
    print(f"making {home} (once)", file=sys.stderr)
    home.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)


def _pip(home: Path, *arguments: str) -> None:
    command = [
        str(home / "bin" / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        *arguments,
    ]
    subprocess.run(command, check=True)
