"""What the fields of a task are called, and a word of help for each."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.spec import Kind

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SpecWords:
    """The label of a field, its help, and what stands in it while it is empty."""

    label: str
    help: str = ""
    placeholder: str = ""


def spec_words(field_id: str, kind: Kind = "process") -> SpecWords:
    """Return the words for a field of a kind of task; an unknown one is called by its name."""
    words = _of_a_container().get(field_id) if kind == "container" else None
    return words or _words().get(field_id) or SpecWords(field_id.replace("_", " ").capitalize())


def cause_word(cause: str) -> str:
    """Return the word for an end that a retry may follow."""
    return {
        "exit": translate("spec_form", "Exit code"),
        "signal": translate("spec_form", "Signal"),
        "oom": translate("spec_form", "Out of memory"),
        "timeout": translate("spec_form", "Out of time"),
        "lost": translate("spec_form", "Lost"),
        "spawn_error": translate("spec_form", "Could not be started"),
        "environment_error": translate("spec_form", "No Python environment"),
        "image_error": translate("spec_form", "No image"),
    }.get(cause, cause)


def _of_a_container() -> dict[str, SpecWords]:
    its_own = translate("spec_form", "the image's own")
    return {
        "image": SpecWords(
            translate("spec_form", "Image"),
            placeholder=translate("spec_form", "such as python:3.12-slim"),
        ),
        "command": SpecWords(translate("spec_form", "Command"), placeholder=its_own),
        "working_dir": SpecWords(translate("spec_form", "Folder"), placeholder=its_own),
        "pull": SpecWords(translate("spec_form", "Pull the image")),
        "ports": SpecWords(
            translate("spec_form", "Ports"),
            translate(
                "spec_form",
                "One a line: 8080:80. Only this machine can reach it unless an address stands "
                "before: 0.0.0.0:8080:80.",
            ),
        ),
        "volumes": SpecWords(
            translate("spec_form", "Folders"),
            translate("spec_form", "One a line: data:/data, or data:/data:ro to read only."),
        ),
        "network": SpecWords(
            translate("spec_form", "Network"),
            translate("spec_form", "none: it reaches nobody."),
            "bridge",
        ),
        "user": SpecWords(translate("spec_form", "User"), placeholder=its_own),
        "shm_size": SpecWords(translate("spec_form", "Shared memory"), placeholder="64 MB"),
        "privileged": SpecWords(
            translate("spec_form", "All rights"),
            translate("spec_form", "It may do on the node what root may."),
        ),
    }


def _words() -> dict[str, SpecWords]:
    none = translate("spec_form", "no limit")
    return {
        "name": SpecWords(
            translate("spec_form", "Name"),
            placeholder=translate("spec_form", "what the command runs"),
        ),
        "command": SpecWords(
            translate("spec_form", "Command"),
            placeholder=translate("spec_form", "a program, such as python3"),
        ),
        "args": SpecWords(
            translate("spec_form", "Arguments"),
            translate("spec_form", "One a line; quotes as in a shell."),
        ),
        "working_dir": SpecWords(
            translate("spec_form", "Folder"), placeholder=translate("spec_form", "the workspace")
        ),
        "env": SpecWords(translate("spec_form", "Variables")),
        "resources_cpu_limit": SpecWords(translate("spec_form", "CPU cores"), placeholder=none),
        "resources_memory_limit": SpecWords(translate("spec_form", "Memory"), placeholder=none),
        "resources_disk_limit": SpecWords(
            translate("spec_form", "Disk"),
            translate("spec_form", "What the task may write into its own directory."),
            none,
        ),
        "resources_gpu_limit": SpecWords(translate("spec_form", "GPUs")),
        "resources_gpus": SpecWords(
            translate("spec_form", "Which GPUs"),
            translate("spec_form", "Their UUIDs, one a line; any where it is left empty."),
        ),
        "memory_cap": SpecWords(
            translate("spec_form", "Memory cap"),
            translate("spec_form", "A limit that reserves nothing of the node."),
            none,
        ),
        "resources_pids_limit": SpecWords(
            translate("spec_form", "Processes"),
            translate("spec_form", "Processes and threads together."),
        ),
        "timeout": SpecWords(
            translate("spec_form", "Timeout"), placeholder=translate("spec_form", "none")
        ),
        "max_retries": SpecWords(translate("spec_form", "Retries")),
        "retry_delay": SpecWords(
            translate("spec_form", "First wait"), translate("spec_form", "Before the first retry.")
        ),
        "retry_factor": SpecWords(
            translate("spec_form", "Factor"), translate("spec_form", "Each wait is longer by it.")
        ),
        "retry_max_delay": SpecWords(
            translate("spec_form", "Longest wait"), translate("spec_form", "No wait is longer.")
        ),
        "retry_jitter": SpecWords(
            translate("spec_form", "Jitter"),
            translate("spec_form", "The share of a wait that varies, from 0 to 1."),
        ),
        "retry_on": SpecWords(translate("spec_form", "Retry after")),
        "retry_exit_codes": SpecWords(
            translate("spec_form", "Exit codes"),
            translate("spec_form", "If given, only these are retried."),
            translate("spec_form", "all but 0"),
        ),
        "priority": SpecWords(
            translate("spec_form", "Priority"),
            translate("spec_form", "from -100 to 100; higher runs earlier"),
        ),
        "labels": SpecWords(translate("spec_form", "Labels")),
        "requirements": SpecWords(
            translate("spec_form", "Packages"),
            translate("spec_form", "One a line, as in a requirements file."),
            "numpy>=2",
        ),
        "allow_build": SpecWords(
            translate("spec_form", "Build from source"),
            translate("spec_form", "packages without a wheel run their own set-up code"),
        ),
        "stop_signal": SpecWords(translate("spec_form", "Signal")),
        "stop_grace": SpecWords(
            translate("spec_form", "Grace"), translate("spec_form", "then it is killed")
        ),
    }
