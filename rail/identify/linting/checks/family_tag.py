"""W-FAMILY-TAG: the card's tag stands for several licences, or for none, and no text says which.

`openrail` is the name of a family, `gemma` of several versions, `other` of nothing. A licence file in the folder or a
`license_link` settles it.
"""

from collections.abc import Iterator

from rail.domain.evidence import Form
from rail.identify.linting.card import FAMILIES, SAYS_NOTHING
from rail.identify.linting.neighbours import license_files
from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject


@check(
    "W-FAMILY-TAG",
    title="family tag without a text",
    why="nobody can tell which text binds, so a careful reader has to assume the strictest of the family",
    remedy="put the licence text beside the card and add `license_link: LICENSE`, with `license: other` and a "
    "`license_name`",
    cards=True,
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield one remark for each such tag."""
    card, file = subject.card, subject.file
    if card is None or file is None or card.links or license_files(file, card):
        return
    for tag in card.tags:
        word = tag.text.lower()
        if word in SAYS_NOTHING:
            if not card.names:
                yield Spot(f"the tag {tag.text!r} names no licence, and no text is linked", tag.line, tag.text)
            continue
        named = subject.index.find(tag.text, Form.TAG)
        if word in FAMILIES or (named is not None and named.shared):
            yield Spot(
                f"the tag {tag.text!r} stands for a family of licences, and no text is linked", tag.line, tag.text
            )
