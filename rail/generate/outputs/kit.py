"""The words that go along: NOTICE, cards, a summary, and what those need who pass the work on.

What is to be copied elsewhere is in text files, lest a scanner takes them for the manifest or card of something.
"""

from typing import Any

from rail.generate import naming
from rail.generate.answers import Artifact
from rail.generate.compose import Composition, context
from rail.generate.render import snippet

_FOLDER = "rail-license"
_ALWAYS = {
    "NOTICE": "NOTICE.j2",
    f"{_FOLDER}/summary.md": "summary.md.j2",
    f"{_FOLDER}/for-front-page.txt": "readme-block.md.j2",
    f"{_FOLDER}/for-end-users.txt": "end-user-notice.md.j2",
    f"{_FOLDER}/for-services.txt": "terms-of-service.md.j2",
    f"{_FOLDER}/for-passing-on.txt": "passing-on.md.j2",
    f"{_FOLDER}/for-pyproject.txt": "pyproject.toml.j2",
    f"{_FOLDER}/for-package-json.txt": "package.json.j2",
    f"{_FOLDER}/for-reuse.txt": "REUSE.toml.j2",
    f"{_FOLDER}/for-sbom.txt": "spdx.txt.j2",
}


def kit(made: Composition) -> dict[str, bytes]:
    """Return the files by path."""
    variables = _variables(made)
    files = dict(_ALWAYS)
    chosen = made.answers.artifacts
    if Artifact.DATA in chosen:
        files[f"{_FOLDER}/for-dataset.txt"] = "dataset-card.md.j2"
    if Artifact.MODEL in chosen:
        files[f"{_FOLDER}/for-model.txt"] = "model-card.md.j2"
    return {path: snippet(template, variables).encode() for path, template in sorted(files.items())}


def _variables(made: Composition) -> dict[str, Any]:
    answers, variant = made.answers, made.variant
    items = [
        {
            "code": item.clause.code,
            "title": item.clause.title,
            "text": item.clause.text,
            "exception": "; ".join(made.exceptions[each] for each in item.clause.carve_outs),
        }
        for item in made.items
    ]
    return {
        **context(made),
        "slug": made.reference.removeprefix("LicenseRef-").lower(),
        "family": naming.family_name(answers, variant.title),
        "permitted": variant.means.permitted,
        "conditions": variant.means.conditions,
        "items": items,
        "eu": [
            {"code": item.clause.code, "title": item.clause.title, "points": ", ".join(item.clause.eu_ai_act)}
            for item in made.items
            if item.clause.eu_ai_act
        ],
        "inherited": answers.inherited,
        "base_models": [each.source.removeprefix("hf:") for each in answers.inherited if each.source.startswith("hf:")],
        "copyright": f"{f'{answers.year} ' if answers.year else ''}{answers.licensor}",
        "opening": _OPENING[variant.variant],
    }


_OPENING = {
    "openrail": "You may use, change and pass it on, commercially too.",
    "research": "You may use, change and pass it on for research.",
    "rail": "You may use it inside your organization; it may not be passed on.",
}
