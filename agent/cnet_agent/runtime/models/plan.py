"""What a model becomes: a task that serves it, and the order of its server. Pure."""

import math
from collections.abc import Mapping
from pathlib import Path

from cnet_agent.config.schema import ModelSettings, Settings
from cnet_agent.model.served import ModelSpec, Serving
from cnet_agent.model.spec import Resources, RetryPolicy, TaskSpec
from cnet_agent.runtime.models.registry import Model, ModelVersion
from cnet_agent.serving.order import ServingOrder, VersionOrder

COMMAND = "serve"  # shown; the executor knows what that is
SOCKET = "control.sock"
"""The name of the socket in a server's folder on which the agent talks to it."""

LABEL = "model"
RETRIES = 1000  # a server is to stay

_HEAVY = {"tensorflow", "pytorch"}
_HEAVY_MEMORY = 2 * 1024**3  # bytes that their libraries need to be useful
_RETRY = RetryPolicy(
    delay=1.0,
    factor=2.0,
    max_delay=60.0,
    on=("exit", "signal", "oom", "lost", "spawn_error", "environment_error"),
)


def task_of(model: Serving, settings: ModelSettings, memory: int) -> TaskSpec:
    """Return the task that serves a model.

    Args:
        model: with absolute paths.
        settings: what holds for what it leaves out.
        memory: of the node, in bytes.
    """
    spec, usual = model.spec, settings.resource_limits
    wanted = spec.resources
    engine = engine_of(spec, settings)
    cap = max(usual.memory_limit, _HEAVY_MEMORY) if engine in _HEAVY else usual.memory_limit
    return TaskSpec(
        name=spec.name,
        type="ml",
        command=COMMAND,
        args=(spec.name,),
        resources=Resources(
            cpu_limit=wanted.cpu_limit,
            memory_limit=wanted.memory_limit,
            disk_limit=wanted.disk_limit or usual.disk_limit,
            gpu_limit=gpus_of(spec, settings),
            gpus=wanted.gpus,
        ),
        memory_cap=None if wanted.memory_limit else min(cap * spec.replicas.max, memory),
        max_retries=RETRIES,
        retry=_RETRY,
        labels={LABEL: model.id},
        allow_build=spec.allow_build,
        model=model,
    )


def order_of(
    model: Model, pythons: Mapping[str, str], folder: Path, settings: Settings, tokens: Path
) -> ServingOrder:
    """Return how a model's server is to serve it: with those versions that can be loaded.

    Args:
        model: as it is registered.
        pythons: interpreters by version, of those whose environment is ready; one at least.
        folder: of the server's files.
        settings: in force.
        tokens: the file with the tokens that its port accepts.
    """
    ml = settings.ml
    held = [version for version in model.held if version.name in pythons]
    ready = [version.name for version in held]
    divisions = [each for each in (model.traffic, model.previous) if each and {*each} <= {*ready}]
    traffic, previous = (*divisions, {}, {})[:2]
    return ServingOrder(
        model_id=model.id,
        name=model.name,
        revision=model.revision,
        versions=tuple(_version_order(version, pythons[version.name], ml) for version in held),
        traffic=traffic or {ready[-1]: 100},
        previous=previous,
        control=str(folder / SOCKET),
        tokens=str(tokens),
        local_trust=settings.agent.local_trust,
        ports=(ml.port_range.start, ml.port_range.end),
        timeout=ml.timeout,
    )


def engine_of(spec: ModelSpec, settings: ModelSettings) -> str:
    """Return the engine that a model is loaded with."""
    return spec.engine or settings.default_engine


def gpus_of(spec: ModelSpec, settings: ModelSettings) -> int:
    """Return how many GPUs a model is given."""
    return spec.resources.gpu_count or settings.resource_limits.gpu_limit


def _version_order(version: ModelVersion, python: str, settings: ModelSettings) -> VersionOrder:
    spec = version.spec
    gpus = gpus_of(spec, settings)
    cores = spec.resources.cpu_limit or settings.resource_limits.cpu_limit
    return VersionOrder(
        version=version.name,
        python=python,
        worker={
            "model": spec.name,
            "version": version.name,
            "engine": engine_of(spec, settings),
            "model_path": spec.model_path,
            "digest": version.digest,
            "script_path": spec.script_path,
            "config": spec.config.model_dump(mode="json"),
            "warmup": spec.warmup,
            "max_batch": spec.batching.max_size,
            "threads": max(1, math.floor(cores)),
            "cores": spec.resources.cpu_limit,
            "gpus": gpus,
        },
        # The server has those that are its own; TensorFlow would take all that it can see.
        environment={**({} if gpus else {"CUDA_VISIBLE_DEVICES": ""}), **spec.env},
        queue_size=spec.batching.queue_size,
        replicas=(spec.replicas.min, spec.replicas.max),
        idle=spec.idle_unload,
    )
