from tests.generated import ROOT, generated


def test_every_generated_file_is_up_to_date():
    stale = [str(p.relative_to(ROOT)) for p, data in generated().items() if not p.is_file() or p.read_bytes() != data]

    assert stale == []
