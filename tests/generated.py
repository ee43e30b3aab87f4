"""The files that are made from the code: `python -m tests.generated` writes them, `--check` tells which are stale."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def generated() -> dict[Path, bytes]:
    """Return what each generated file has to hold."""
    from rail.catalogue import schema as catalogue_schema
    from rail.config.published import schema_json
    from rail.generate import schema as generate_schema
    from rail.identify.linting.reference import as_markdown
    from rail.report import schema as report_schema
    from tests.reference import pages

    files = {ROOT / "licenses" / "schema" / name: data for name, data in catalogue_schema.schemas().items()}
    files |= {ROOT / "docs" / "schema" / name: data for name, data in report_schema.schemas().items()}
    files |= {ROOT / "docs" / "schema" / name: data for name, data in generate_schema.schemas().items()}
    files[ROOT / "docs" / "schema" / "rail-config.json"] = schema_json()
    files[ROOT / "docs" / "reference" / "lint.md"] = as_markdown().encode()
    files |= pages(ROOT / "docs" / "reference")
    return files


def main(arguments: list[str]) -> int:
    """Write the stale files, or with `--check` only name them; return the process status."""
    stale = [path for path, data in generated().items() if not path.is_file() or path.read_bytes() != data]
    for path in stale:
        if "--check" in arguments:
            print(f"stale: {path.relative_to(ROOT)} (run `make generated`)")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(generated()[path])
            print(f"wrote {path.relative_to(ROOT)}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
