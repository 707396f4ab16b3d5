from pathlib import Path

import pytest


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder that does not exist yet, in one that does not either."""
    return tmp_path / "www" / "site"
