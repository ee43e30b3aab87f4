"""Names: of the licence by the convention of licenses.ai, of its file, and of its SPDX reference.

https://www.licenses.ai/blog/2022/8/18/naming-convention-of-responsible-ai-licenses
"""

import re
import unicodedata

from rail.generate.answers import Answers, Artifact

_ALONE: dict[tuple[Artifact, ...], str] = {(Artifact.MODEL,): "LICENSE-MODEL", (Artifact.DATA,): "LICENSE-DATA"}
_LONGEST = 60


def license_name(answers: Answers, title: str) -> str:
    """Return for example `Kestrel OpenRAIL-MS`; `title` is the variant's word for itself."""
    return f"{answers.work.strip()} {family_name(answers, title)}"


def family_name(answers: Answers, title: str) -> str:
    """Return for example `OpenRAIL-MS`."""
    return f"{title}-{''.join(each.letter for each in answers.artifacts)}"


def license_file(answers: Answers) -> str:
    """Return the name of the licence file: `LICENSE`, or one that says that it is for the model or the data alone."""
    return answers.file or usual_file(answers.artifacts)


def usual_file(artifacts: tuple[Artifact, ...]) -> str:
    """Return the name that the file of a licence on these artefacts has where nothing else is asked for."""
    return _ALONE.get(artifacts, "LICENSE")


def reference(answers: Answers, title: str) -> str:
    """Return the `LicenseRef-` of SPDX: letters, digits, full stops and hyphens.

    https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/
    """
    plain = unicodedata.normalize("NFKD", answers.work).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^A-Za-z0-9.]+", "-", plain).strip("-.")[:_LONGEST].strip("-.")
    return f"LicenseRef-{slug}-{family_name(answers, title)}" if slug else f"LicenseRef-{family_name(answers, title)}"


def letter(position: int) -> str:
    """Return the label at a position from 0: a … z, aa, ab, … as in spreadsheets.

    >>> [letter(each) for each in (0, 25, 26, 51, 52, 701, 702)]
    ['a', 'z', 'aa', 'az', 'ba', 'zz', 'aaa']
    """
    word = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        word = chr(ord("a") + rest) + word
    return word
