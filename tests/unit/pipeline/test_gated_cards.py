"""Model cards whose words of access bar uses that their licence allows."""

import pytest

from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.domain.evidence import Restricted
from rail.pipeline.scanning import scan


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ("extra_gated_prompt: You agree not to put the weights to work in weapons.", Restricted.YES),
        ("extra_gated_fields:\n  I agree not to put the weights to work in weapons: checkbox", Restricted.YES),
        ("extra_gated_heading: You may not use this to watch people.", Restricted.YES),
        ("extra_gated_prompt: You may only ask twice.", Restricted.UNKNOWN),
        ("extra_gated_prompt: Please tell us your name. We will not share it.", Restricted.NO),
        ("extra_gated_fields:\n  Name: text\n  Country: country", Restricted.NO),
    ],
)
def test_the_words_to_which_access_is_bound_are_read_like_a_licence(tmp_path, fields, answer):
    (tmp_path / "README.md").write_text(f"---\nlicense: apache-2.0\n{fields}\n---\n# Gated\n")

    found = scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=tmp_path)

    (model,) = [each for each in found.components if "artifact=model" in each]
    assert found.resolutions[model].restricted is answer
