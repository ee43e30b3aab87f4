"""Models that scripts fetch or serve: shell, PowerShell and batch files, makefiles, the steps of CI services.

Reads `hf download`, `git clone https://huggingface.co/…`, `ollama pull`, `docker model run`, `vllm serve`, options that
mean a model (`--model owner/name`, `-hf owner/name`), variables (`MODEL=owner/name`) and downloads from the Hub.

Specification: https://github.com/huggingface/huggingface.js/blob/main/packages/tasks/src/local-apps.ts
"""

import re
from collections.abc import Iterator

from rail.extractors.references import _shell
from rail.extractors.references._names import report
from rail.extractors.references._whole import whole
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_MAX_BYTES = 1024 * 1024
_SERVICES = re.compile(
    r"(?:.*/)?(?:\.github/(?:workflows|actions)/.*\.ya?ml|\.gitlab-ci\.ya?ml|\.gitlab/.*\.ya?ml|\.circleci/config\.ya?ml|"
    r"azure-pipelines.*\.ya?ml|bitbucket-pipelines\.ya?ml|\.travis\.ya?ml|cloudbuild\.ya?ml|action\.ya?ml|"
    r"taskfile\.ya?ml|\.drone\.ya?ml|buildspec\.ya?ml)",
    re.IGNORECASE,
)
_STEP = re.compile(r"(?:-\s+)?(?:(?:run|script|command|cmd|bash|pwsh)\s*:\s*)?[|>]?[-+]?\s*")


@extractor(
    "*.sh", "*.bash", "*.zsh", "*.ps1", "*.bat", "*.cmd", "*.mk", "*.just", "makefile", "gnumakefile", "justfile",
    "procfile", "jenkinsfile", "*.slurm", "*.sbatch", "*.yml", "*.yaml", first_party=True,
)  # fmt: skip
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield a component and a `fetches` edge for each model that a command names."""
    steps = file.where.lower().endswith((".yml", ".yaml"))
    if steps and not _SERVICES.fullmatch(file.where):
        return
    if whole(file, _MAX_BYTES, _shell.CANDIDATE.search) is None:
        return
    commands = list(_shell.lines(file.text(_MAX_BYTES)))
    if steps:
        commands = [(line, _STEP.sub("", command, count=1)) for line, command in commands]
    yield from report(file, _shell.names(commands, file.where))
