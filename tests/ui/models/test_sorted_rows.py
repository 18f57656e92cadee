from hypothesis import given
from hypothesis import strategies as st

from cnet_ui.models.sorted_rows import SortedRows

ids = st.sampled_from([f"id-{number}" for number in range(12)])
keys = st.integers(0, 4)
tables = st.dictionaries(ids, keys)


def filled(table: dict[str, int], *, descending: bool) -> SortedRows:
    rows = SortedRows()
    rows.replace(table, descending=descending)
    return rows


def expected(table: dict[str, int], *, descending: bool) -> list[str]:
    return sorted(table, key=lambda one: (table[one], one), reverse=descending)


@given(tables, st.booleans())
def test_rows_are_in_the_order_of_their_keys(table: dict[str, int], descending: bool) -> None:
    rows = filled(table, descending=descending)
    assert rows.ids() == expected(table, descending=descending)
    assert [rows.row_of(one) for one in rows.ids()] == list(range(len(table)))
    assert [rows.id_at(row) for row in range(len(rows))] == rows.ids()


@given(tables, ids, keys, st.booleans())
def test_a_row_goes_where_it_is_said_to_go(
    table: dict[str, int], one: str, key: int, descending: bool
) -> None:
    table.setdefault(one, 0)
    rows = filled(table, descending=descending)
    here, there = rows.target(one, key)
    assert rows.id_at(here) == one
    rows.move(one, key)
    assert rows.id_at(there) == one
    assert rows.ids() == expected({**table, one: key}, descending=descending)
    assert rows.is_same(one, key)


@given(tables, st.dictionaries(ids, keys, min_size=1), st.booleans())
def test_new_rows_are_one_block_or_are_said_not_to_be(
    table: dict[str, int], more: dict[str, int], descending: bool
) -> None:
    more = {one: key for one, key in more.items() if one not in table} or {"new": 2}
    rows = filled(table, descending=descending)
    gap = rows.gap(more)
    whole = expected({**table, **more}, descending=descending)
    places = sorted(whole.index(one) for one in more)
    if gap is None:
        assert places != list(range(places[0], places[0] + len(more)))
        return
    rows.insert(more)
    assert places == list(range(gap, gap + len(more)))
    assert rows.ids() == whole


@given(tables, st.sets(ids))
def test_what_is_taken_away_is_gone(table: dict[str, int], gone: set[str]) -> None:
    rows = filled(table, descending=False)
    rows.remove(gone & table.keys())
    left = {one: key for one, key in table.items() if one not in gone}
    assert rows.ids() == expected(left, descending=False)
    assert all(rows.row_of(one) is None and one not in rows for one in gone)
