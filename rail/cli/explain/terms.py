"""Uses, modes and rules: what they mean, and which licences speak of them."""

from rail.catalogue.covers import Bearing, relation
from rail.catalogue.load import Catalogue
from rail.domain.profile import LicenseProfile, Restriction
from rail.errors import UsageError
from rail.report.explained import Entry, Explanation, group


def explain_use(identity: str, catalogue: Catalogue) -> Explanation:
    """Return what a use means and which licences restrict it, exactly, as part of more, or in part."""
    use = catalogue.uses[identity]
    kinds = [each.id for each in catalogue.uses.values() if each.id.startswith(f"{identity}.")]
    hits = [
        (relation(restriction.use, identity), profile, restriction)
        for profile in catalogue.profiles.values()
        for restriction in profile.restrictions
    ]
    whole = [_entry(profile, each) for bearing, profile, each in hits if bearing in {Bearing.EXACT, Bearing.COVERS}]
    part = [_entry(profile, each) for bearing, profile, each in hits if bearing is Bearing.PART]
    return Explanation(
        kind="use",
        id=use.id,
        title=use.label,
        groups=(
            group("means", use.definition, f"also called: {', '.join(use.synonyms)}" if use.synonyms else None),
            group("kinds", *kinds),
            group("may involve (check these, too)", *use.may_involve),
            group("restricted by", *whole),
            group("restricted in part by", *part),
            group("references", *use.eu_ai_act, *use.vocabularies),
        ),
    )


def explain_mode(identity: str, catalogue: Catalogue) -> Explanation:
    """Return what a mode means, what it asks, the verdict for each answer, and who uses it."""
    mode = catalogue.modes[identity]
    answers = [f"no answer: {mode.when.silent.value}"]
    if mode.when.yes:
        answers.append(f"yes: {mode.when.yes.value}")
    if mode.when.no:
        answers.append(f"no: {mode.when.no.value}")
    asks = mode.asks
    users = [p.id for p in catalogue.profiles.values() if any(r.mode == identity for r in p.restrictions)]
    return Explanation(
        kind="mode",
        id=mode.id,
        title="",
        groups=(
            group("means", mode.definition),
            group("asks", f"{asks.question}  (fact `{asks.fact}`)" if asks else "nothing"),
            group("verdict", *answers),
            group("used by", *users),
        ),
    )


def explain_rule(identity: str) -> Explanation:
    """Return what a rule says.

    Raises:
        UsageError: there is no such rule.
    """
    from rail.policy.spi import load  # noqa: PLC0415 -- a licence or a use needs no rules

    rules = {each.id: each for each in load()}
    rule = rules.get(identity)
    if rule is None:
        raise UsageError(f"no rule {identity}", hint=f"there are {', '.join(rules)}")
    paragraphs = [" ".join(each.split()) for each in rule.doc.split("\n\n")]
    return Explanation(
        kind="rule",
        id=rule.id,
        title=rule.title,
        groups=(
            group("level", rule.level.value),
            group("says", *paragraphs),
            group("to ignore", f'[[ignore]] with rule = "{rule.id}", a component and a reason'),
        ),
    )


def _entry(profile: LicenseProfile, restriction: Restriction) -> Entry:
    return Entry(
        says=restriction.note or "",
        use=restriction.use,
        mode=restriction.mode,
        section=restriction.section,
        license=profile.id,
    )
