"""How long it takes to judge every licence of the catalogue against every use: `python bench/judge.py`.

Prints milliseconds, of processor time, best of several runs in one process: the catalogue's loading is not counted.
"""

import sys
import time

from measure import limit

from rail.catalogue.load import Catalogue, load
from rail.domain.component import Component, Kind
from rail.domain.evidence import Resolution, Restricted, Status
from rail.domain.record import Purl, SpdxExpression
from rail.domain.use import UseCase
from rail.policy.determine import Bench

RUNS = 5


def judge_all(catalogue: Catalogue, cases: list[tuple[Component, Resolution]]) -> int:
    """Return how many verdicts were given."""
    use_case = UseCase(id="all", uses=tuple(catalogue.uses))
    bench = Bench(use_case, catalogue, strict=False)
    return sum(len(bench.rule_on(component, resolution)) for component, resolution in cases)


def main() -> int:
    """Measure and print; return 1 when it takes too long."""
    catalogue = load()
    cases = []
    for profile in catalogue.profiles.values():
        purl = Purl(f"pkg:generic/{profile.id}")
        expression = SpdxExpression(profile.expression)
        component = Component(purl=purl, kind=Kind.MODEL, name=profile.id)
        resolution = Resolution(
            component=purl, status=Status.RESOLVED, restricted=Restricted.YES, expression=expression
        )
        cases.append((component, resolution))
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        verdicts = judge_all(catalogue, cases)
        times.append((time.process_time() - start) * 1000)
    work = f"{len(cases)} licences x {len(catalogue.uses)} uses = {verdicts} verdicts"
    print(f"  {work}, best of {RUNS} runs")
    return 0 if limit("milliseconds of processor time", min(times), 100) else 1


if __name__ == "__main__":
    sys.exit(main())
