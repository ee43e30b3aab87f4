"""Put a Markdown report into the one comment that rail keeps on a pull request: written anew or edited.

Run by `action.yml` as `comment.py REPORT.md`, with the variables of a GitHub Actions step and the token in
`INPUT_TOKEN`. Needs nothing but the standard library. Only a comment of the token's own account is edited, so that
nobody's words are taken for rail's. A token that may not write (a fork's pull request) is a warning, not a failure.
https://docs.github.com/en/rest/issues/comments
"""

import json
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

MARKER = "<!-- rail:report -->"
_APP = "github-actions[bot]"
_PAGES, _A_PAGE = 30, 100
_SECONDS = 20


def main(report: str) -> int:
    """Write the comment and return the exit status: 0 unless the step's own variables are wrong."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    pull = event.get("pull_request")
    if not pull:
        print("rail: not a pull request, so no comment")
        return 0
    body = Path(report).read_text(encoding="utf-8")
    comments = f"/repos/{os.environ['GITHUB_REPOSITORY']}/issues/{int(pull['number'])}/comments"
    try:
        own = _own(comments)
        if own is None:
            _ask("POST", comments, {"body": body})
        else:
            _ask("PATCH", f"/repos/{os.environ['GITHUB_REPOSITORY']}/issues/comments/{own}", {"body": body})
    except (OSError, ValueError) as fault:
        print(f"::warning title=rail::the comment was not written ({fault}); it needs `pull-requests: write`")
    return 0


def _own(comments: str) -> int | None:
    author = _author()
    for page in range(1, _PAGES + 1):
        listed = _ask("GET", f"{comments}?per_page={_A_PAGE}&page={page}")
        for each in listed:
            if each["user"]["login"] == author and each["body"].startswith(MARKER):
                return int(each["id"])
        if len(listed) < _A_PAGE:
            break
    return None


def _author() -> str:
    """Return the account behind the token; the token of a workflow run may not ask and belongs to the app."""
    try:
        return str(_ask("GET", "/user")["login"])
    except urllib.error.HTTPError:
        return _APP


def _ask(method: str, path: str, content: dict[str, str] | None = None) -> Any:
    request = urllib.request.Request(
        os.environ.get("GITHUB_API_URL", "https://api.github.com") + path,
        method=method,
        data=None if content is None else json.dumps(content).encode(),
        headers={
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {os.environ['INPUT_TOKEN']}",
            "X-GitHub-Api-Version": "2022-11-28",
        },
    )
    with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
        return json.load(answer)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
