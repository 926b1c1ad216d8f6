"""What is remembered of uploads, and for how long."""

from gxcheck.web.sessions import Sessions


def test_an_upload_is_there_until_its_time_is_over():
    now = 0.0
    sessions = Sessions(5, 100, 60, clock=lambda: now)
    token = sessions.add("年报.txt", b"x", "zh")
    now = 59.0
    assert sessions.get(token).name == "年报.txt"
    now = 60.0
    assert sessions.get(token) is None


def test_the_oldest_make_room():
    sessions = Sessions(2, 100, 60)
    tokens = [sessions.add(str(number), b"x", "zh") for number in range(3)]
    assert [sessions.get(token) is not None for token in tokens] == [False, True, True]


def test_no_more_bytes_are_held_than_there_is_room_for():
    sessions = Sessions(10, 10, 60)
    tokens = [sessions.add(str(number), b"12345", "zh") for number in range(4)]
    assert [sessions.get(token) is not None for token in tokens] == [False, False, True, True]


def test_an_upload_can_be_forgotten_once():
    sessions = Sessions(2, 100, 60)
    token = sessions.add("a", b"", "zh")
    assert sessions.remove(token)
    assert not sessions.remove(token)
    assert sessions.get(token) is None


def test_tokens_cannot_be_guessed():
    sessions = Sessions(1000, 100, 60)
    tokens = {sessions.add("a", b"", "zh") for _ in range(100)}
    assert len(tokens) == 100
    assert {len(token) for token in tokens} == {24}
