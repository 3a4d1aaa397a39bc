"""The store of files keeps the promise of every store."""

import pytest

from tests.store.contract import StoreContract, ticking
from tests.strategies import options
from workbench.store.files import FileStore


class TestFileStore(StoreContract):
    @pytest.fixture
    def again(self, tmp_path):
        clock = ticking()
        return lambda: FileStore(tmp_path / "programmes", options(), clock)
