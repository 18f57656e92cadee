from cnet_ui.page_history import LONGEST, PageHistory


def visited(*places: str) -> PageHistory[str]:
    history: PageHistory[str] = PageHistory()
    for place in places:
        history.visit(place)
    return history


def test_one_goes_back_the_way_one_came_and_forth_again() -> None:
    history = visited("dashboard", "tasks", "logs")
    assert [history.back(), history.back(), history.back()] == ["tasks", "dashboard", None]
    assert [history.forward(), history.forward(), history.forward()] == ["tasks", "logs", None]


def test_going_somewhere_else_forgets_what_lay_ahead() -> None:
    history = visited("dashboard", "tasks")
    history.back()
    history.visit("logs")
    assert history.forward() is None
    assert history.back() == "dashboard"


def test_staying_is_no_step() -> None:
    history = visited("dashboard", "dashboard", "tasks", "tasks")
    assert history.back() == "dashboard"
    assert history.back() is None


def test_places_that_are_gone_are_left_out_without_doubling_their_neighbours() -> None:
    history = visited("a", "gone", "a", "b")
    history.forget(lambda place: place == "gone")
    assert history.back() == "a"
    assert history.back() is None


def test_where_one_is_may_be_gone_as_well() -> None:
    history = visited("gone", "a", "gone")
    history.forget(lambda place: place == "gone")
    assert history.back() is None
    history.visit("b")
    assert history.back() == "a"
    history.forget(lambda _: True)
    assert history.back() is None


def test_what_is_long_ago_is_forgotten() -> None:
    history = visited(*(str(number) for number in range(LONGEST + 5)))
    steps = 0
    while history.back() is not None:
        steps += 1
    assert steps == LONGEST - 1
