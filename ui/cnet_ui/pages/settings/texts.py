"""What the settings of the agent are called, and what they do, for a person."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cnet_ui.pages.settings.placement import PLACES

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SettingText:
    """A name and an explanation; ``empty`` is what stands in an empty field."""

    name: str
    help: str = ""
    empty: str = ""


def text_for(key: str) -> SettingText:
    """Return the words for a setting."""
    section = key.partition(".")[0]
    return {
        "agent": _agent,
        "resources": _resources,
        "tasks": _tasks,
        "logging": _logging,
        "training": _training,
        "containers": _containers,
    }[section](key)


def name_of(key: str) -> str:
    """Return what a setting is called; its key where it stands nowhere on the page."""
    is_placed = any(key in keys for groups in PLACES.values() for keys in groups.values())
    return text_for(key).name if is_placed else key


def choice_word(value: str) -> str:
    """Return the word for one of the values that a setting may have."""
    return {
        "same-user": translate("settings", "Trusted"),
        "token": translate("settings", "Token"),
        "auto": translate("settings", "Best available"),
        "cgroups": "cgroups",
        "systemd": "systemd",
        "watch": translate("settings", "Watching"),
        "DEBUG": translate("settings", "Debug"),
        "INFO": translate("settings", "Info"),
        "WARNING": translate("settings", "Warning"),
        "ERROR": translate("settings", "Error"),
    }.get(value, value)


def _agent(key: str) -> SettingText:
    match key.partition(".")[2]:
        case "node_name":
            return SettingText(
                translate("settings", "Node name"),
                translate("settings", "What this node is called in lists."),
                translate("settings", "Host name"),
            )
        case "region":
            return SettingText(
                translate("settings", "Region"),
                translate("settings", "Where the node is, in the large."),
            )
        case "datacenter":
            return SettingText(
                translate("settings", "Data centre"),
                translate("settings", "Where the node is, in the small."),
            )
        case "workspace":
            return SettingText(
                translate("settings", "Workspace"),
                translate("settings", "The folder where relative paths of tasks start."),
                translate("settings", "CNET in the home folder"),
            )
        case "data_dir":
            return SettingText(
                translate("settings", "Data directory"),
                translate("settings", "Where the agent keeps tasks, logs and environments."),
                translate("settings", "The user's own"),
            )
        case "address":
            return SettingText(
                translate("settings", "Address"),
                translate("settings", "Where to listen. Beyond this machine with TLS and tokens."),
            )
        case "port":
            return SettingText(
                translate("settings", "Port"),
                translate("settings", "0 takes a free one."),
            )
        case "local_trust":
            return SettingText(
                translate("settings", "Own programs on this machine"),
                translate("settings", "Whether they are trusted without a token."),
            )
    return SettingText(
        translate("settings", "Plain HTTP beyond this machine"),
        translate("settings", "Without TLS, everybody on the way can read and change all."),
    )


def _resources(key: str) -> SettingText:
    match key.partition(".")[2]:
        case "interval":
            return SettingText(
                translate("settings", "Time between samples"),
                translate("settings", "Such as 1s or 10s. Shorter is finer, and costs more."),
            )
        case "cpu":
            return SettingText(translate("settings", "Measure the processor"))
        case "memory":
            return SettingText(translate("settings", "Measure memory and swap"))
        case "disk":
            return SettingText(translate("settings", "Measure disks"))
    return SettingText(translate("settings", "Measure network interfaces"))


def _tasks(key: str) -> SettingText:
    match key.partition(".")[2]:
        case "max_concurrent":
            return SettingText(
                translate("settings", "Tasks at a time"),
                translate("settings", "More wait in the queue until one has ended."),
            )
        case "queue_size":
            return SettingText(
                translate("settings", "Tasks that may wait"),
                translate("settings", "Beyond them, new tasks are refused."),
            )
        case "timeout":
            return SettingText(
                translate("settings", "Default timeout"),
                translate("settings", "For tasks that name none. Such as 30m or 2h."),
                translate("settings", "None"),
            )
        case "limited_by":
            return SettingText(
                translate("settings", "Limits are enforced by"),
                translate("settings", "Control groups hold hard; watching stops what is over."),
            )
        case "python":
            return SettingText(
                translate("settings", "Python for tasks"),
                translate("settings", "Runs Python scripts, and environments are built on it."),
                translate("settings", "The first python3 on the path"),
            )
        case "keep_environments_for":
            return SettingText(
                translate("settings", "Keep unused environments for"),
                translate("settings", "Such as 90d; then they are removed."),
            )
    return _retention(key)


def _retention(key: str) -> SettingText:
    match key.partition(".")[2]:
        case "disk_reserve":
            return SettingText(
                translate("settings", "Room that stays free"),
                translate("settings", "New tasks are refused below it; at most 5 % of the disk."),
            )
        case "cleanup":
            return SettingText(
                translate("settings", "Remove old finished tasks"),
                translate("settings", "By the rules below, and unused environments as well."),
            )
        case "keep":
            return SettingText(
                translate("settings", "Finished tasks to keep"),
                translate("settings", "The oldest beyond them are removed with their logs."),
            )
        case "keep_for":
            return SettingText(
                translate("settings", "Keep finished tasks for"),
                translate("settings", "Such as 12h or 30d."),
            )
    return SettingText(
        translate("settings", "Room for finished tasks"),
        translate("settings", "Such as 10 GB. 0 is a quarter of the disk."),
    )


def _logging(key: str) -> SettingText:
    match key.partition(".")[2]:
        case "level":
            return SettingText(
                translate("settings", "Least level on the terminal"),
                translate("settings", "The file takes everything, Debug as well."),
            )
        case "max_size":
            return SettingText(
                translate("settings", "Size of a log file"),
                translate("settings", "Then the next one begins. Such as 10 MB."),
            )
        case "backups":
            return SettingText(translate("settings", "Earlier log files to keep"))
    return SettingText(
        translate("settings", "Keep earlier log files for"),
        translate("settings", "Such as 7d."),
    )


def _training(key: str) -> SettingText:
    match key.partition(".")[2]:
        case "image":
            return SettingText(
                translate("settings", "Image"),
                translate("settings", "Jobs run in it where it is on this node."),
            )
        case "max_retries":
            return SettingText(
                translate("settings", "Retries"),
                translate("settings", "How often a job that failed is tried again."),
            )
        case "timeout":
            return SettingText(
                translate("settings", "Timeout of a job"),
                translate("settings", "An attempt that takes longer is stopped."),
            )
        case "memory_limit":
            return SettingText(
                translate("settings", "Memory of a job"),
                translate("settings", "At most so much; nothing is reserved for it."),
            )
        case "queue_size":
            return SettingText(
                translate("settings", "Jobs that may wait"),
                translate("settings", "More are refused until some have started."),
            )
        case "log_dir":
            return SettingText(
                translate("settings", "Folder of training logs"),
                translate("settings", "Of the workspace, unless it is a whole path."),
            )
        case _:
            return _training_port()


def _containers(key: str) -> SettingText:
    if key == "containers.allow_privileged":
        return SettingText(
            translate("settings", "Containers may have all rights"),
            translate("settings", "Such a container may do on the node what root may."),
        )
    return SettingText(
        translate("settings", "Folders that containers may see"),
        translate("settings", "Beside the workspace; one a line."),
        translate("settings", "only the workspace"),
    )


def _training_port() -> SettingText:
    return SettingText(
        translate("settings", "Second port"),
        translate(
            "settings", "On this machine only, for clients of the training service. 0: none."
        ),
    )
