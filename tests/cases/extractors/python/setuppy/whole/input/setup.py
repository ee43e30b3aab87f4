#!/usr/bin/env python
"""Build script."""
from setuptools import find_packages, setup

VERSION = "1.2.0"
BASE = ["requests>=2", "numpy==1.26.4"]
EXTRAS = {
    "gpu": ["torch>=2"],
    "all": BASE + ["colorama"],
}


def main():
    setup(
        name="precinct-board",
        version=VERSION,
        license="CreativeML Open RAIL-M",
        classifiers=[
            "Programming Language :: Python :: 3",
            "License :: Other/Proprietary License",
        ],
        packages=find_packages(),
        install_requires=[*BASE, "click"],
        setup_requires="setuptools-scm",
        tests_require=("pytest",),
        extras_require=EXTRAS,
    )


if __name__ == "__main__":
    main()
