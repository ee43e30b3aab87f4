"""The drawing of the lineage: nothing overlaps, ancestors stand above, circles and crowds are survived."""

from hypothesis import given
from hypothesis import strategies as st

from rail.domain.component import Edge, Relation
from rail.report._lineage import HEIGHT, MOST, WIDTH, drawing


def edges(*pairs):
    return [Edge(source=f"pkg:x/{a}", relation=Relation.FINETUNED_FROM, target=f"pkg:x/{b}") for a, b in pairs]


def places(drawn):
    return {each.purl.removeprefix("pkg:x/"): (each.x, each.y) for each in drawn.boxes}


def test_without_lineage_there_is_nothing_to_draw():
    assert drawing([]) is None
    assert drawing([Edge(source="pkg:x/a", relation=Relation.DEPENDS_ON, target="pkg:x/b")]) is None
    assert drawing(edges(("a", "a"))) is None


def test_an_ancestor_stands_right_above_its_descendant():
    at = places(drawing(edges(("child", "parent"), ("parent", "grandparent"))))

    assert at["grandparent"][1] < at["parent"][1] < at["child"][1]
    assert at["grandparent"][0] == at["parent"][0] == at["child"][0]


def test_an_ancestor_of_one_late_thing_stands_low():
    at = places(drawing(edges(("c", "b"), ("b", "a"), ("c", "other"))))

    assert at["other"][1] == at["b"][1]


def test_families_stand_apart():
    at = places(drawing(edges(("a", "b"), ("c", "d"))))

    assert abs(at["a"][0] - at["c"][0]) >= WIDTH


def test_a_crowd_is_cut_and_the_rest_counted():
    drawn = drawing(edges(*((f"m{n:03}", "base") for n in range(200))))

    assert len(drawn.boxes) == MOST
    assert drawn.left_out == 201 - MOST


names = st.sampled_from("abcdefghij")


@given(st.lists(st.tuples(names, names), max_size=40))
def test_boxes_never_overlap_and_lie_on_the_page(pairs):
    drawn = drawing(edges(*pairs))
    if drawn is None:
        assert all(a == b for a, b in pairs)
        return
    boxes = drawn.boxes
    for at, one in enumerate(boxes):
        assert 0 <= one.x <= drawn.width - WIDTH
        assert 0 <= one.y <= drawn.height - HEIGHT
        for other in boxes[at + 1 :]:
            assert abs(one.x - other.x) >= WIDTH or abs(one.y - other.y) >= HEIGHT
    assert {each.purl for each in boxes} == {f"pkg:x/{name}" for pair in pairs if pair[0] != pair[1] for name in pair}


@given(st.lists(st.tuples(names, names), max_size=40), st.randoms(use_true_random=False))
def test_the_order_of_the_edges_does_not_matter(pairs, random):
    shuffled = list(pairs)
    random.shuffle(shuffled)

    assert drawing(edges(*pairs)) == drawing(edges(*shuffled))
