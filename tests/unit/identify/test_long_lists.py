from rail.identify.clauses import read_clauses
from rail.identify.clauses.labels import split_label
from rail.identify.document import read_document

LETTERS = [chr(97 + at) for at in range(26)] + [f"a{chr(97 + at)}" for at in range(10)]


def test_a_list_goes_on_after_z():
    label, rest = split_label("(ab) for fracking.")

    assert ("parena", 28) in label.readings
    assert rest == "for fracking."


def test_no_item_of_a_list_past_z_is_lost():
    items = "\n\n".join(f"({letter}) for mass surveillance in district {at};" for at, letter in enumerate(LETTERS))
    found = read_clauses(read_document(f"You agree not to use the Model:\n\n{items}\n")).restrictions

    lines = {clause.line for clause in found if clause.use.startswith("surveillance")}
    assert len(lines) == len(LETTERS)
