"""The menu of what can be done with the tasks that are chosen."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from cnet_ui.icons import icon
from cnet_ui.pages import task_offers
from cnet_ui.pages.task_actions import TaskActions
from cnet_ui.pages.task_offers import Offer

_SHORTCUTS = {task_offers.COPY_ROWS: "Ctrl+C"}
_GROUPS_END = {task_offers.SIGNAL, task_offers.EDIT, task_offers.REMOVE}


def task_menu(
    actions: TaskActions, ids: Sequence[str], parent: QWidget, *, without: Sequence[str] = ()
) -> QMenu:
    """Return a menu for tasks. What cannot be done is disabled and says why.

    Args:
        actions: what does it.
        ids: of the tasks.
        parent: of the menu.
        without: keys of offers to leave out.
    """
    menu = QMenu(parent)
    tasks = actions.tasks(ids)
    key_of_delete = task_offers.REMOVE if all(t.phase.is_final for t in tasks) else task_offers.STOP
    for each in task_offers.offers(tasks, actions.standing()):
        if each.key in without:
            continue
        if each.key == task_offers.SIGNAL:
            _add_signals(menu, each, actions, ids)
        else:
            action = _add(menu, each, each.text)
            action.triggered.connect(lambda _=False, key=each.key: actions.do(key, ids))
            shortcut = "Del" if each.key == key_of_delete else _SHORTCUTS.get(each.key, "")
            if shortcut:
                action.setText(f"{each.text}\t{shortcut}")
        if each.key in _GROUPS_END:
            menu.addSeparator()
    return menu


def _add_signals(menu: QMenu, offer: Offer, actions: TaskActions, ids: Sequence[str]) -> None:
    if offer.why_not:
        _add(menu, offer, offer.text)
        return
    signals = menu.addMenu(icon(offer.icon), offer.text)
    for name in task_offers.SIGNALS:
        action = signals.addAction(name)
        action.triggered.connect(lambda _=False, name=name: actions.send(ids[0], name))


def _add(menu: QMenu, offer: Offer, text: str) -> QAction:
    action = menu.addAction(icon(offer.icon, "bad" if offer.dangerous else "text_secondary"), text)
    action.setEnabled(not offer.why_not)
    action.setToolTip(offer.why_not or offer.text)
    return action
