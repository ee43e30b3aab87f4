"""A project's configuration on top of its organisation's: what the organisation decides comes first."""

import msgspec

from rail.config.schema import Config, FailOn, Loaded
from rail.errors import UsageError

_SHAREABLE = frozenset({"policy", "fail_on", "fail_on_rules"})
_STRICTEST = (FailOn.CONDITIONAL, FailOn.UNKNOWN, FailOn.PROHIBITED, FailOn.NEVER)


def extend(own: Loaded, shared: Loaded) -> Loaded:
    """Return the project's configuration with the shared policies before its own, and the stricter `fail-on`.

    Raises:
        UsageError: the shared file says what only a project can say, or both have a policy of one id.
    """
    for name in Config.__struct_fields__:
        if name not in _SHAREABLE and getattr(shared.config, name) != getattr(Config(), name):
            key = name.replace("_", "-")
            raise UsageError(
                f"`{key}` in a shared policy file",
                place=shared.path or "",
                hint="it may hold policy tables, fail-on and fail-on-rules; the rest is for each project to say",
            )
    ids = {each.id for each in shared.config.policy}
    for each in own.config.policy:
        if each.id in ids:
            raise UsageError(
                f"policy `{each.id}` is the organisation's: {shared.path}",
                place=f"{own.path}:{each.line}",
                hint="give it another id; the shared one decides first",
            )
    config = msgspec.structs.replace(
        own.config,
        policy=(*shared.config.policy, *own.config.policy),
        fail_on=min(own.config.fail_on, shared.config.fail_on, key=_STRICTEST.index),
        fail_on_rules=tuple(dict.fromkeys((*shared.config.fail_on_rules, *own.config.fail_on_rules))),
        extends=None,
    )
    return msgspec.structs.replace(own, config=config)
