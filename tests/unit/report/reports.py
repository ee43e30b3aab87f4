"""A report with one of everything, made by hand."""

from rail.domain.component import Component, Edge, Engagement, Kind, Location, Relation
from rail.domain.evidence import BoundUse, Evidence, Form, Origin, Resolution, Restricted, Role, Status
from rail.domain.finding import Finding, Level, Suppression
from rail.domain.record import Purl
from rail.domain.report import CatalogueStamp, Problem, Report, Summary, Tool
from rail.domain.verdict import Determination, Step, Verdict

ROOT = Purl("pkg:generic/precinct")
MODEL = Purl("pkg:huggingface/acme/bloom-risk@9f2c1ab")
PARENT = Purl("pkg:huggingface/bigscience/bloom")
PACKAGE = Purl("pkg:pypi/visionkit@2.1.0")
FREE = Purl("pkg:pypi/requests@2.31.0")
CODE = Location(path="services/score/model.py", line=18)
LINE = '    pipe = pipeline("text-classification", model="acme/bloom-risk")\n'


def excerpt(path: str, line: int) -> str | None:
    return LINE if (path, line) == (CODE.path, CODE.line) else None


def report(**changes: object) -> Report:
    components = (
        Component(purl=ROOT, kind=Kind.CODE, name="precinct", root=True),
        Component(purl=MODEL, kind=Kind.MODEL, name="acme/bloom-risk", version="9f2c1ab", locations=(CODE,)),
        Component(purl=PARENT, kind=Kind.MODEL, name="bigscience/bloom", engagement=Engagement.REFERENCES),
        Component(purl=PACKAGE, kind=Kind.PACKAGE, name="visionkit", version="2.1.0"),
        Component(purl=FREE, kind=Kind.PACKAGE, name="requests", version="2.31.0"),
    )
    edges = (
        Edge(
            source=MODEL, relation=Relation.FINETUNED_FROM, target=PARENT, location=Location(path="README.md", line=7)
        ),
        Edge(source=ROOT, relation=Relation.DEPENDS_ON, target=FREE),
    )
    evidence = (
        Evidence(
            component=PACKAGE,
            form=Form.CLASSIFIER,
            role=Role.DECLARED,
            statement="License :: Other/Proprietary License",
            source="python/distinfo",
        ),
        Evidence(
            component=PACKAGE, form=Form.TEXT, role=Role.OBSERVED, statement="LICENSE.md", source="python/distinfo"
        ),
    )
    bound = BoundUse(
        use="law-enforcement",
        mode="prohibited",
        section="Attachment A (m)",
        license="bigscience-bloom-rail-1.0",
        origin=Origin.INHERITED,
        from_=PARENT,
    )
    resolutions = (
        Resolution(
            component=ROOT,
            status=Status.MISSING,
            restricted=Restricted.UNKNOWN,
            complete=False,
            reason="no licence was found",
        ),
        Resolution(
            component=MODEL,
            status=Status.MISSING,
            restricted=Restricted.YES,
            restrictions=(bound,),
            reason="no licence was found",
        ),
        Resolution(
            component=PARENT,
            status=Status.RESOLVED,
            restricted=Restricted.YES,
            expression="LicenseRef-scancode-bigscience-rail-1.0",
            licenses=("bigscience-bloom-rail-1.0",),
            restrictions=(
                BoundUse(use="law-enforcement", mode="prohibited"),
                BoundUse(use="minors", mode="prohibited"),
            ),
        ),
        Resolution(
            component=PACKAGE,
            status=Status.UNRECOGNISED,
            restricted=Restricted.UNKNOWN,
            complete=False,
            reason="the words are not understood",
        ),
        Resolution(
            component=FREE,
            status=Status.RESOLVED,
            restricted=Restricted.NO,
            expression="Apache-2.0",
            licenses=("Apache-2.0",),
        ),
    )
    trail = (
        Step(says="licence: BigScience RAIL License v1.0 (bigscience-bloom-rail-1.0)"),
        Step(says="clause: Attachment A (m) bars law-enforcement (prohibited); covers the declared use"),
        Step(says="free: nothing else touches it"),
    )
    findings = (
        Finding(
            rule="RAIL301",
            level=Level.WARNING,
            message="licence not recognised",
            component=PACKAGE,
            verdict=Verdict.UNKNOWN,
            location=Location(path="poetry.lock", line=212),
            help="add an [[override]] with a reason",
            fingerprint="b",
        ),
        Finding(
            rule="RAIL101",
            level=Level.ERROR,
            message="prohibited use: law-enforcement.crime-prediction",
            component=MODEL,
            use_case="precinct-dashboard",
            verdict=Verdict.PROHIBITED,
            location=CODE,
            trail=trail,
            help="change the model, or narrow the use case",
            fingerprint="a",
        ),
        Finding(
            rule="RAIL305",
            level=Level.NOTE,
            message="unpinned",
            component=PARENT,
            fingerprint="c",
            suppressed=Suppression(reason="pinned by digest"),
        ),
    )
    values: dict[str, object] = {
        "tool": Tool(name="rail", version="0.0.0"),
        "catalogue": CatalogueStamp(version="2026.11", digest="d" * 12),
        "inputs": (".",),
        "components": components,
        "edges": edges,
        "evidence": evidence,
        "resolutions": resolutions,
        "determinations": (
            Determination(
                component=MODEL,
                use_case="precinct-dashboard",
                use="law-enforcement.crime-prediction",
                verdict=Verdict.PROHIBITED,
                trail=trail,
            ),
        ),
        "findings": findings,
        "problems": (
            Problem(location=Location(path="uv.lock", line=3), message="not TOML", hint="lock the project anew"),
        ),
        "summary": Summary(
            components=5,
            files=3,
            restricted={"no": 1, "unknown": 2, "by-reference": 0, "yes": 2},
            verdicts={"allowed": 1, "conditional": 0, "unknown": 1, "prohibited": 1},
            findings={"error": 1, "warning": 1, "note": 0},
            ignored=1,
            unread=1,
            use_cases=1,
        ),
    }
    return Report(**{**values, **changes})  # type: ignore[arg-type]
