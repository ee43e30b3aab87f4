"""What the catalogue knows of a licence: what it restricts and where it says so, duties, and how well it was read."""

from collections.abc import Iterator

from rail.catalogue.load import Catalogue
from rail.catalogue.restricts import profile_restricts
from rail.domain.profile import Conduct, GeneralLicense, Level, LicenseProfile
from rail.report.explained import Entry, Explanation, Group, group

_READ = {
    Level.FULL_TEXT: "the full text was read",
    Level.PARTIAL: "only a part of the text was read",
    Level.SECONDARY: "only what others say about it was read",
    Level.NONE: "the text was not read: every answer about it is unknown",
}


def explain_license(license_: LicenseProfile | GeneralLicense, catalogue: Catalogue) -> Explanation:
    """Return what is known of a licence."""
    if isinstance(license_, GeneralLicense):
        return _general(license_)
    return Explanation(
        kind="license",
        id=license_.id,
        title=license_.name,
        restricted=profile_restricts(license_).value,
        groups=(
            group("known as", *_names(license_)),
            group("restricts", *restrictions(license_, catalogue)),
            *_reach(license_),
            group("obliges", *_obligations(license_, catalogue)),
            group("used by", *license_.adopters),
            group("how this is known", *_sources(license_)),
        ),
    )


def restrictions(license_: LicenseProfile, catalogue: Catalogue) -> Iterator[Entry]:
    """Yield one entry for each restriction of a licence."""
    for each in license_.restrictions:
        use = catalogue.uses.get(each.use)
        label = use.label if use else ""
        yield Entry(
            says=f"{label} ({each.note})" if each.note else label,
            use=each.use,
            mode=each.mode,
            section=each.section,
            license=None,
        )


def _general(license_: GeneralLicense) -> Explanation:
    return Explanation(
        kind="license",
        id=license_.id,
        title=license_.name,
        restricted="no",
        groups=(
            group("is", f"a {license_.category} licence: it restricts no conduct"),
            group("known as", *(each for each in (license_.scancode and f"ScanCode: {license_.scancode}",) if each)),
        ),
    )


def _names(license_: LicenseProfile) -> Iterator[str]:
    known = license_.identifiers
    yield f"expression: {license_.expression}"
    for label, names in (
        ("SPDX", known.spdx),
        ("ScanCode", known.scancode),
        ("Hugging Face", (*known.huggingface, *known.license_names)),
        ("names", known.names),
        ("at", known.urls),
    ):
        if names:
            yield f"{label}: {', '.join(names)}"


def _reach(license_: LicenseProfile) -> Iterator[Group]:
    down = license_.flow_down
    how = "; ".join(each for each in (down.kind, down.section, down.how) if each)
    bound = license_.policy_by_reference
    policy = None
    if bound is not None:
        change = " and can change without the licence changing" if bound.updatable else ""
        policy = f"a policy that it binds by link{change}: {bound.url or bound.note or 'no address given'}"
    yield group(
        "reaches",
        f"what it covers: {', '.join(each.value for each in license_.artifacts)}",
        f"the next user must be bound{f' ({how})' if how else ''}" if down.required else None,
        policy,
        f"output: {license_.output}" if license_.output else None,
        f"commercial use: {license_.commercial_use}" if license_.commercial_use else None,
        f"updates: {license_.update_duty}" if license_.update_duty else None,
        "the licensor may restrict use from afar" if license_.remote_restriction else None,
        f"geography: {license_.geography}" if license_.geography else None,
    )


def _obligations(license_: LicenseProfile, catalogue: Catalogue) -> Iterator[Entry]:
    for each in license_.obligations:
        meaning = catalogue.obligations.kinds.get(each.kind, "")
        words = f"{each.kind} on {each.trigger}"
        detail = each.note or meaning
        yield Entry(says=f"{words}: {detail}" if detail else words, section=each.section)


def _sources(license_: LicenseProfile) -> Iterator[Entry]:
    seen = license_.verification
    yield Entry(says=_READ[seen.level], confidence=seen.level.value)
    if not license_.complete:
        yield Entry(says="the list of restrictions may be incomplete: a use that is not in it is unknown, not allowed")
    if license_.conduct is Conduct.VAGUE:
        yield Entry(says="its words on conduct are too vague to evaluate")
    if seen.policy:
        yield Entry(says=f"its policy: {seen.policy}")
    if seen.audited:
        yield Entry(says=f"held against the text a second time: {seen.audited}")
    for each in seen.sources:
        yield Entry(says=each)
    if license_.notes:
        yield Entry(says=license_.notes)
