from steady.store.waiting import WaitingList


def one(log):
    raise NotImplementedError


def other(log):
    raise NotImplementedError


def test_things_come_in_the_order_in_which_they_first_came():
    waiting = WaitingList()
    waiting.add(("a",), one)
    waiting.add(("b",), one)
    waiting.add(("a",), other)
    keys = []
    while waiting:
        turn = waiting.first()
        keys.append((turn.key, turn.write))
        waiting.over(turn)
    assert keys == [(("a",), other), (("b",), one)]
    assert waiting.first() is None


def test_a_newer_state_that_comes_while_the_older_is_written_still_waits():
    waiting = WaitingList()
    early = waiting.add(("a",), one)
    turn = waiting.first()
    late = waiting.add(("a",), other)
    waiting.over(turn)
    assert (early.done, late.done) == (True, False)
    assert waiting.first().write is other
    waiting.over(waiting.first())
    assert late.done
    assert not waiting


def test_letting_go_keeps_the_things_and_nobody_waiting():
    waiting = WaitingList()
    receipt = waiting.add(("a",), one)
    waiting.let_go()
    assert receipt.done
    assert waiting
    assert waiting.first().write is one
