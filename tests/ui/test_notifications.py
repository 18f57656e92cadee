import pytest

from cnet_ui.notifications import KEPT, Notice, Notifications

pytestmark = pytest.mark.gui


class Scene:
    def __init__(self, *, away: bool = False) -> None:
        self.away = away
        self.popped: list[tuple[str, str]] = []
        self.notifications = Notifications(lambda: self.away)
        self.notifications.desktop = lambda title, text: self.popped.append((title, text))

    def add(self, title: str, *, loud: bool = True, **fields: object) -> None:
        self.notifications.add(Notice(1.0, title, is_loud=loud, **fields))  # type: ignore[arg-type]

    def titles(self) -> list[str]:
        return [notice.title for notice in self.notifications.notices]


def test_the_newest_stand_first_and_the_oldest_are_forgotten(qapp: object) -> None:
    scene = Scene()
    for number in range(KEPT + 5):
        scene.add(str(number))
    assert scene.titles()[0] == str(KEPT + 4)
    assert scene.titles()[-1] == "5"
    assert scene.notifications.unread == KEPT


def test_what_somebody_has_seen_is_not_new_any_more(qapp: object) -> None:
    scene = Scene()
    scene.add("a")
    scene.add("b")
    assert scene.notifications.see() == 2
    assert scene.notifications.unread == 0
    scene.add("c")
    assert scene.notifications.unread == 1
    assert scene.titles() == ["c", "b", "a"]


def test_nothing_pops_up_on_the_desktop_while_one_looks_at_the_window(qapp: object) -> None:
    scene = Scene()
    scene.add("seen")
    scene.away = True
    scene.add("unseen", text="It ended.")
    scene.add("quiet by nature", loud=False)
    assert scene.popped == [("unseen", "It ended.")]


def test_nobody_is_disturbed_who_does_not_want_to_be_and_the_history_goes_on(qapp: object) -> None:
    scene = Scene(away=True)
    scene.notifications.be_quiet(True)
    scene.add("later")
    assert scene.popped == []
    assert scene.titles() == ["later"]
    assert scene.notifications.unread == 1


def test_a_node_has_notices_of_its_own(qapp: object) -> None:
    scene = Scene()
    scene.add("here", address="127.0.0.1:8080")
    scene.add("there", address="node-7:8080")
    assert [notice.title for notice in scene.notifications.of("node-7:8080")] == ["there"]


def test_clearing_forgets_all_and_says_so(qapp: object) -> None:
    scene = Scene()
    scene.add("a")
    changes: list[None] = []
    scene.notifications.changed.connect(lambda: changes.append(None))
    scene.notifications.clear()
    assert (scene.titles(), scene.notifications.unread, len(changes)) == ([], 0, 1)


def test_a_window_that_takes_the_place_of_another_has_its_history(qapp: object) -> None:
    before, after = Scene(), Scene()
    before.add("a")
    before.notifications.see()
    before.add("b")
    after.add("said again by the agent")
    after.notifications.take_over(before.notifications)
    assert after.titles() == ["b", "a"]
    assert after.notifications.unread == 1
