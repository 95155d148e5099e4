import time
import uuid
from concurrent.futures import ThreadPoolExecutor

from steady.store.ids import new_id


def test_an_id_is_a_uuid_of_version_7_of_this_moment():
    before_ms = time.time_ns() // 1_000_000
    made = uuid.UUID(new_id())
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert before_ms <= made.int >> 80 <= time.time_ns() // 1_000_000 + 1000


def test_ids_sort_in_the_order_they_were_made():
    ids = [new_id() for _ in range(500)]
    assert ids == sorted(set(ids))


def test_threads_never_make_the_same_id():
    with ThreadPoolExecutor(4) as pool:
        ids = list(pool.map(lambda _: new_id(), range(1000)))
    assert len({made[:18] for made in ids}) == 1000
