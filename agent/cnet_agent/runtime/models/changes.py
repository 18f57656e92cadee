"""What people do to a model's versions. Pure: each returns the model as it is afterwards."""

from collections.abc import Mapping
from types import MappingProxyType

from cnet_agent.model.errors import Conflict, FieldError, InvalidRequest, NotFound
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.served import ModelSpec
from cnet_agent.runtime.models.registry import Model, ModelVersion
from cnet_agent.wire.models import VersionBody

_WHOLE = 100  # percent
_NOTHING: Mapping[str, int] = MappingProxyType({})


def spec_of_version(live: ModelVersion, body: VersionBody) -> dict[str, object]:
    """Return the fields of a version's specification: what is asked for, over what is live."""
    given = body.model_dump(exclude={"source", "live"}, exclude_unset=True)
    fields = live.spec.model_dump()
    if body.model_path or body.source is not None:
        fields["model_path"] = ""
        if "requirements" not in given and live.origin is not None:
            fields["requirements"] = ()  # they were those of another task
    return {**fields, **{name: value for name, value in given.items() if _says(name, value)}}


def check_known(model: Model, name: str) -> None:
    """Check that a model has a version.

    Raises:
        NotFound: it has not.
    """
    if all(version.name != name for version in model.versions):
        raise NotFound(
            Sentence(
                "The model {name} has no version {version}.",
                name=model.name,
                version=repr(name[:100]),
            )
        )


def check_new(model: Model, name: str) -> None:
    """Check that a model has no version of a name yet.

    Raises:
        Conflict: it has.
    """
    if any(version.name == name for version in model.versions):
        raise Conflict(
            Sentence(
                "The model {name} has a version {version} already.", name=model.name, version=name
            )
        )


def with_version(
    model: Model, version: ModelVersion, *, live: bool, served: Mapping[str, int] = _NOTHING
) -> Model:
    """Return a model with one more version, which takes all requests if it is to be live.

    Args:
        model: as it is.
        version: to be added.
        live: whether it is to take all requests.
        served: as of ``with_traffic``.

    Raises:
        Conflict: it has one of that name.
    """
    check_new(model, version.name)
    grown = _changed(model, versions=(*model.versions, version))
    return with_traffic(grown, {version.name: _WHOLE}, served) if live else grown


def with_traffic(
    model: Model, traffic: Mapping[str, int], served: Mapping[str, int] = _NOTHING
) -> Model:
    """Return a model whose requests are divided so.

    Args:
        model: as it is.
        traffic: percent by version, 100 together.
        served: how they are divided now, where that is another thing than what was wanted last: a
            rollback is to lead to what worked.

    Raises:
        InvalidRequest: that is not all of them, or there is no such version.
    """
    wanted = {name: percent for name, percent in traffic.items() if percent}
    if sum(wanted.values()) != _WHOLE:
        raise _invalid(Sentence("must be 100 percent together"))
    for name in wanted:
        check_known(model, name)
    again = tuple(  # environments that could not be made are tried again
        version.model_copy(update={"problem": ""}) if version.name in wanted else version
        for version in model.versions
    )
    if wanted == model.traffic:
        return _changed(model, versions=again)
    before = dict(served) if served and wanted != served else model.traffic
    return _changed(model, versions=again, traffic=wanted, previous=before)


def rolled_back(model: Model) -> Model:
    """Return a model whose requests are divided as they were before.

    Raises:
        Conflict: there was nothing before.
    """
    if not model.previous:
        raise Conflict(
            Sentence("There is nothing to go back to: {name} was always so.", name=model.name)
        )
    return _changed(model, traffic=model.previous, previous=model.traffic)


def without(model: Model, name: str, served: Mapping[str, int] = _NOTHING) -> Model:
    """Return a model without a version.

    Args:
        model: as it is.
        name: of the version.
        served: how requests are divided now, where that is known: what is wanted may not be loaded.

    Raises:
        NotFound: there is no such version.
        Conflict: it is in use.
    """
    check_known(model, name)
    if name in model.traffic:
        raise Conflict(
            Sentence("Version {version} gets requests; have others get them first.", version=name)
        )
    if name in served:
        raise Conflict(
            Sentence(
                "Version {version} still gets requests: those that are to get them are not loaded.",
                version=name,
            )
        )
    left = tuple(version for version in model.versions if version.name != name)
    previous = {} if name in model.previous else model.previous
    return _changed(model, versions=left, previous=previous)


def with_environment(
    model: Model, name: str, *, python: str = "", environment: str = "", problem: str = ""
) -> Model:
    """Return a model with what was found out about a version's environment."""
    found = {"python": python, "environment": environment, "problem": problem}
    versions = tuple(
        version.model_copy(update=found) if version.name == name else version
        for version in model.versions
    )
    return _changed(model, versions=versions)


def _says(name: str, value: object) -> bool:
    """Tell whether a field says something: null does where it is what a model may have."""
    return value is not None or ModelSpec.model_fields[name].default is None


def _changed(model: Model, **fields: object) -> Model:
    return model.model_copy(update={**fields, "revision": model.revision + 1})


def _invalid(sentence: str) -> InvalidRequest:
    return InvalidRequest(sentence, errors=(FieldError(("traffic",), sentence),))
