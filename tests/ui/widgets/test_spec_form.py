import pytest
from pytestqt.qtbot import QtBot

from cnet_agent.model.errors import FieldError
from cnet_agent.wire.task import MASK
from cnet_ui.models.spec_fields import spec_fields
from cnet_ui.widgets.disclosure import Disclosure
from cnet_ui.widgets.fields import FieldEditor
from cnet_ui.widgets.spec_form import SpecForm

pytestmark = pytest.mark.gui
MEMORY = ("resources", "memory_limit")


@pytest.fixture
def form(qtbot: QtBot) -> SpecForm:
    made = SpecForm(can_browse=True)
    qtbot.addWidget(made)
    made.show()
    return made


def section(form: SpecForm, loc: tuple[str, ...]) -> Disclosure:
    return next(each for each, locs in form._sections if loc in locs)


def field(form: SpecForm, *loc: str) -> FieldEditor:
    editor = form.editors[loc]
    assert isinstance(editor, FieldEditor)
    return editor


def test_everything_that_a_task_may_be_told_has_an_editor(form: SpecForm) -> None:
    assert set(form.editors) == {each.loc for each in spec_fields("process")}


def test_a_container_is_asked_for_its_image_and_for_nothing_of_a_process(qtbot: QtBot) -> None:
    form = SpecForm("container", can_browse=True)
    qtbot.addWidget(form)
    assert set(form.editors) == {each.loc for each in spec_fields("container")}
    assert form.problems() == [("Image", "")]
    field(form, "image").set_value("busybox:1")
    field(form, "ports").set_value("8080:80\n")
    field(form, "shm_size").set_value("1 GB")
    assert form.body() == {
        "type": "container",
        "image": "busybox:1",
        "ports": ["8080:80"],
        "shm_size": "1 GB",
    }
    assert form.check()
    field(form, "ports").set_value("web")
    assert not form.check()
    assert "'web' is no port" in field(form, "ports")._problem.text()
    others = form.show_errors([FieldError(("requirements",), "is not for containers")])
    assert others == ["requirements: is not for containers"]


def test_an_empty_form_asks_for_nothing_but_a_command_and_calls_nothing_wrong(
    form: SpecForm,
) -> None:
    assert form.body() == {}
    assert form.problems() == [("Command", "")]
    assert not field(form, "command")._problem.isVisible()
    assert not form.is_edited


def test_what_is_typed_becomes_the_request(form: SpecForm) -> None:
    field(form, "command").set_value("python3")
    field(form, "args").set_value("-c\nprint(1)")
    field(form, *MEMORY).set_value("1.5 GB")
    request = form.request()
    assert request is not None
    assert request.content == {
        "command": "python3",
        "args": ["-c", "print(1)"],
        "resources": {"memory_limit": "1.5 GB"},
    }
    assert form.check()
    assert form.is_edited


def test_what_is_wrong_is_said_below_the_field_as_one_types(form: SpecForm) -> None:
    section(form, MEMORY).set_open(True)
    editor = field(form, *MEMORY)
    editor.set_value("much")
    assert editor._problem.isVisible()
    assert editor._problem.text().startswith("'much' is not a size")
    editor.set_value("1.5 GB")
    assert not editor._problem.isVisible()


def test_a_folded_section_says_what_is_set_in_it_and_no_secret(form: SpecForm) -> None:
    limits, variables = section(form, MEMORY), section(form, ("env",))
    assert limits._summary.accessibleName() == "not set"
    field(form, *MEMORY).set_value("1.5 GB")
    form.editors["env",].set_value({"API_KEY": "abc"})
    assert limits._summary.accessibleName() == "Memory 1.5 GB"
    assert variables._summary.accessibleName() == "API_KEY"


def test_a_mistake_in_a_folded_section_unfolds_it(form: SpecForm) -> None:
    field(form, "command").set_value("x")
    field(form, *MEMORY).set_value("much")
    assert not form.check()
    assert section(form, MEMORY).is_open


def test_what_the_agent_refuses_stands_at_its_field_until_it_is_edited(form: SpecForm) -> None:
    field(form, "command").set_value("x")
    errors = [FieldError(MEMORY, "asks for 64 GB; this node has 8 GB"), FieldError((), "no")]
    assert form.show_errors(errors) == [": no"]
    assert form.told() == [("Memory", "asks for 64 GB; this node has 8 GB")]
    assert section(form, MEMORY).is_open
    assert field(form, *MEMORY)._problem.text() == "Asks for 64 GB; this node has 8 GB."
    field(form, *MEMORY).set_value("1 GB")
    assert form.told() == []


def test_a_task_fills_the_form_in_without_counting_as_typed(form: SpecForm) -> None:
    body = {
        "command": "sh",
        "args": ["-c", "a\nb"],
        "resources": {"memory_limit": 10**9, "pids_limit": 10},
        "retry": {"on": ["oom"], "exit_codes": [1, 2]},
        "allow_build": True,
        "env": {"LEVEL": "1"},
    }
    form.set_body(body)
    assert not form.is_edited
    assert form.body() == {**body, "resources": {"memory_limit": "1 GB", "pids_limit": 10}}


def test_a_secret_that_the_agent_kept_is_asked_for_again_and_says_so(form: SpecForm) -> None:
    form.set_body({"command": "x", "env": {"API_KEY": MASK}})
    assert form.problems() == [
        ("Variables", "Give API_KEY again: the agent keeps secrets to itself.")
    ]
    assert not form.check()


def test_a_variable_name_that_cannot_be_is_refused_by_the_agents_model(form: SpecForm) -> None:
    field(form, "command").set_value("x")
    form.editors["env",].set_value({"A=B": "1"})
    assert form.problems()[0][0] == "Variables"
    assert "must be a variable name" in form.problems()[0][1]


def test_values_that_were_typed_elsewhere_do_not_replace_what_was_typed_here(
    form: SpecForm,
) -> None:
    field(form, "name").set_value("mine")
    form.take_over({("name",): "theirs", ("timeout",): "5m"})
    assert form.body() == {"name": "mine", "timeout": "5m"}
    assert form.edited() == {("name",): "mine"}
    form.set_body({"command": "x", "timeout": 60})
    form.take_over({("timeout",): "5m", ("name",): "theirs"})
    assert form.body() == {"command": "x", "timeout": "1 m", "name": "theirs"}


def test_an_open_quote_is_told_and_makes_no_request(form: SpecForm) -> None:
    field(form, "command").set_value("x")
    field(form, "args").set_value("'open")
    assert form.request() is None
    assert form.problems() == [("Arguments", "the quote in line 1 is not closed")]
