"""The made-up people are named in the README with the ids that the commands take."""

from pathlib import Path

import pytest

from demo.people import officer_id

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["PC Sam Okafor-Lane", "Dale Quill", "Audrey Finch-Moor", "Addie Loom"])
def test_the_readme_names_an_officer_of_each_role_a_command_asks_for(name: str) -> None:
    (row,) = [line for line in README.splitlines() if line.startswith(f"| {name}")]
    assert f"`{officer_id(name)}`" in row
