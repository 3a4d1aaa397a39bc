"""The store of a database keeps the promise of every store."""

import pytest

from tests.store.contract import StoreContract, ticking


class TestPostgres(StoreContract):
    @pytest.fixture
    def again(self, opening):
        clock = ticking()
        return lambda: opening(clock)
