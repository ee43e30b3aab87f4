"""Licences made up for the tests: their own words, in the shape of real ones."""

from rail.identify.build import KnownText, compile_index
from rail.identify.fingerprints import Fingerprints

KITE = """The Kite Licence, version 1.0

Copyright (c) 2020 The Kite Club

Whoever holds a copy of the kite may fly it, paint it and lend it to a neighbour, as long as these conditions are met:

1. Each borrower gets this page together with the kite, and the page stays as it is.
2. The name of the club adorns neither the tail nor any advertising without leave in writing.

The kite comes as it is. The club answers for no broken window, lost hat or ruined picnic, however it came about and
whether or not somebody had warned of the wind beforehand.
"""

KITE_2 = KITE.replace("version 1.0", "version 2.0").replace(
    "without leave in writing.", "without leave in writing.\n3. Nobody flies the kite over a harbour at night."
)

BOAT = """Boat sharing terms

Members of the rowing society take out a boat after signing the book at the landing stage. The steersman checks oars and
rudder before leaving and reports damage on the same day. Boats return before the lamps are lit; a member who is late
pays for the supper of those who waited. Children row in company of a grown member only. The society keeps the right to
close the landing stage in storms, floods and regattas, and owes nobody a replacement for a cancelled outing.
"""

TEXTS = (
    KnownText("kite-1", is_profile=False, keys=("kite-1.0",), text=KITE),
    KnownText("kite-2", is_profile=True, keys=("kite-2.0", "kite-two"), text=KITE_2),
    KnownText("boat", is_profile=False, keys=("boat",), text=BOAT),
)


def small_index() -> Fingerprints:
    return Fingerprints(compile_index(TEXTS))
