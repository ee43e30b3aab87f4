"""Ask the registries about many components at once: the cache first, then 16 requests at a time.

What fails becomes a problem, and the component stays as unknown as it was. Only exact versions are asked for (but for
hubs whose things have no versions): what is said of another version proves nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from operator import itemgetter
from typing import NamedTuple

import msgspec

from rail.domain.component import Component, Edge, Kind, Location
from rail.domain.evidence import Evidence
from rail.domain.record import Purl
from rail.domain.report import Problem
from rail.errors import RailError, ReadError
from rail.http.cache import FactCache
from rail.http.spi import NotFoundError, Offline, OfflineError
from rail.purl import split
from rail.registries.spi import DAY, Door, Download, Fact, Registry, load

THREADS = 16
"""How many requests are under way at once."""

MAX_ROUNDS = 32
"""How far lineage is followed: the bases of the bases. What lies beyond is told as a problem."""

MAX_MET = 20_000
"""How many ancestors are asked about in all, each once; a hub that names ever more is not followed."""

STAMP = "1"
"""The shape of what is kept in the cache."""

_MISSING_KEPT = DAY / 24
_SHOWN = 3

Progress = Callable[[int, str], None]


class Answers(NamedTuple):
    """What the registries said: components met in the lineage, edges, evidence, texts, archives by component, problems.

    `texts` are whole licence texts by the statement of their evidence.
    """

    components: tuple[Component, ...] = ()
    edges: tuple[Edge, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    texts: Mapping[str, str] = {}
    downloads: Mapping[Purl, Download] = {}
    problems: tuple[Problem, ...] = ()


def ask(
    components: Iterable[Component],
    evidence: Iterable[Evidence],
    door: Door,
    cache: FactCache,
    *,
    deep: bool = False,
    progress: Progress | None = None,
) -> Answers:
    """Return what registries say of the components of which nothing is said in `evidence`.

    With `deep` all are asked about, since the archives of all are wanted.
    """
    registries = load()
    spoken = set() if deep else {each.component for each in evidence}
    every = {each.purl: each for each in components}
    wanted = [each for each in every.values() if each.purl not in spoken and _can_ask(each, registries)]
    gathered = _Gathered(deep=deep)
    room = MAX_MET
    for _ in range(MAX_ROUNDS):
        if not wanted:
            break
        met: list[Component] = []
        for component, fact in _facts(wanted, registries, door, cache, progress):
            gathered.take(component, fact)
            met += fact.components if isinstance(fact, Fact) else ()
        fresh = {each.purl: each for each in met if each.purl not in every}
        every.update(fresh)
        wanted = [each for each in fresh.values() if _can_ask(each, registries)]
        gathered.leave(wanted[room:])
        wanted = wanted[:room]
        room -= len(wanted)
    gathered.leave(wanted)
    return gathered.answers()


def _can_ask(component: Component, registries: Mapping[str, Registry]) -> bool:
    """Tell whether a registry can know this very thing: not a part of it, not a copy from elsewhere."""
    found = registries.get(split(component.purl)[0])
    plain = "#" not in component.purl and component.purl.partition("?")[2] in {"", "repository_type=dataset"}
    return found is not None and plain and component.kind is not Kind.CODE and (bool(component.version) or found.loose)


def _facts(
    wanted: list[Component],
    registries: Mapping[str, Registry],
    door: Door,
    cache: FactCache,
    progress: Progress | None,
) -> Iterator[tuple[Component, Fact | RailError]]:
    """Yield a fact, or why there is none, for each component in the order given; the cache is read and written here."""
    found: dict[Purl, Fact | RailError] = {}
    lacking: list[Component] = []
    for component in wanted:
        kept = _kept(component, registries, door, cache)
        if kept is None:
            lacking.append(component)
        else:
            found[component.purl] = kept
    for done, (component, fact) in enumerate(_from_network(lacking, registries, door)):
        found[component.purl] = fact
        if isinstance(fact, Fact):
            cache.put(_key(component, door), msgspec.msgpack.encode(fact))
        elif isinstance(fact, NotFoundError):
            cache.put(_key(component, door), b"")
        if progress is not None:
            progress(done + 1, component.name)
    for component in wanted:
        yield component, found[component.purl]


def _from_network(
    lacking: list[Component], registries: Mapping[str, Registry], door: Door
) -> Iterator[tuple[Component, Fact | RailError]]:
    def ask_one(component: Component) -> Fact | RailError:
        try:
            return registries[split(component.purl)[0]].ask(component.purl, door)
        except RailError as fault:
            return fault
        except Exception as fault:  # noqa: BLE001 -- one odd answer must not cost the report of all the others
            return ReadError(
                f"the answer could not be read: {type(fault).__name__}",
                hint="this is a fault in rail; please report it",
            )

    if isinstance(door.client, Offline) or len(lacking) < 2:  # noqa: PLR2004 -- nothing to do at once
        yield from ((each, ask_one(each)) for each in lacking)
        return
    from concurrent.futures import ThreadPoolExecutor, as_completed  # noqa: PLC0415 -- only with a network

    with ThreadPoolExecutor(THREADS) as pool:
        running = {pool.submit(ask_one, each): each for each in lacking}
        try:
            for future in as_completed(running):
                yield running[future], future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _kept(
    component: Component, registries: Mapping[str, Registry], door: Door, cache: FactCache
) -> Fact | RailError | None:
    """Return the fact in the cache while it holds; without a network, however old it is."""
    offline = isinstance(door.client, Offline)
    keep = registries[split(component.purl)[0]].keep
    content = cache.get(_key(component, door), no_older_than=None if offline else keep)
    if content:
        try:
            return msgspec.msgpack.decode(content, type=Fact)
        except (msgspec.DecodeError, RecursionError):
            return None
    if content == b"" and (offline or cache.get(_key(component, door), no_older_than=_MISSING_KEPT) is not None):
        return NotFoundError("the registry does not know it", hint="is it published there?")
    return None


def _key(component: Component, door: Door) -> str:
    """Return the key of a fact: the component, and which addresses were asked."""
    addresses = blake2b(repr(sorted(door.settings.bases.items())).encode(), digest_size=8).hexdigest()
    return f"{component.purl} {addresses}"


class _Gathered:
    def __init__(self, *, deep: bool) -> None:
        self._deep = deep
        self._facts: list[Fact] = []
        self._downloads: dict[Purl, Download] = {}
        self._failed: dict[tuple[str, str, str], list[Component]] = {}

    def take(self, component: Component, fact: Fact | RailError) -> None:
        """Take what came of asking about one component."""
        if isinstance(fact, Fact):
            self._facts.append(fact)
            if fact.download is not None:
                self._downloads[component.purl] = fact.download
            if fact.lacking and not self._deep:
                self._fail(component, fact.lacking, "", "--deep reads the archive instead")
            return
        place = "" if isinstance(fact, OfflineError | NotFoundError) else fact.place
        self._fail(component, fact.problem, place, fact.hint)

    def leave(self, components: list[Component]) -> None:
        """Say of which ancestors nobody was asked, because the lineage is too long or too wide."""
        for each in components:
            self._fail(each, "the lineage goes on further than it is followed", "", "look at these by hand")

    def _fail(self, component: Component, problem: str, place: str, hint: str) -> None:
        host = place.partition("://")[2].partition("/")[0] or place
        self._failed.setdefault((problem, host, hint), []).append(component)

    def answers(self) -> Answers:
        """Return everything, problems of one cause told once."""
        return Answers(
            components=tuple(dict.fromkeys(each for fact in self._facts for each in fact.components)),
            edges=tuple(dict.fromkeys(each for fact in self._facts for each in fact.edges)),
            evidence=tuple(dict.fromkeys(each for fact in self._facts for each in fact.evidence)),
            texts={name: text for fact in self._facts for name, text in fact.texts.items()},
            downloads=self._downloads,
            problems=tuple(
                _problem(*cause, concerned) for cause, concerned in sorted(self._failed.items(), key=itemgetter(0))
            ),
        )


def _problem(problem: str, host: str, hint: str, concerned: list[Component]) -> Problem:
    """Tell one cause with the components that it leaves unknown; the first gives the place."""
    first = concerned[0]
    where = first.locations[0] if first.locations else Location(path=first.purl)
    names = ", ".join(f"{each.name} {each.version or ''}".strip() for each in concerned[:_SHOWN])
    more = f" and {len(concerned) - _SHOWN} more" if len(concerned) > _SHOWN else ""
    said = f"{host}: {problem}" if host else problem
    return Problem(location=where, message=f"{said}; not known from the registry: {names}{more}", hint=hint)
