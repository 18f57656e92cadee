"""The part of an agent that a test plays which settings are about."""

from collections.abc import Mapping
from typing import Any

from cnet_agent.config.fields import FIELDS
from cnet_agent.model.errors import FieldError, InvalidRequest, NotFound
from cnet_agent.wire.audit import AuditEntry, AuditView
from cnet_agent.wire.node import (
    ConfigView,
    EnvironmentInfo,
    OrphanView,
    Setting,
    StorageView,
    TokenView,
)
from cnet_agent.wire.requests import Role
from helpers.factories import EPOCH
from helpers.fake_training import FakeTraining


def make_environment(number: int = 1, *packages: str, size: int = 10**8) -> EnvironmentInfo:
    """Return a cached environment."""
    return EnvironmentInfo(
        id=f"env-{number}",
        python="/usr/bin/python3",
        packages=list(packages) or ["joblib==1.5"],
        size=size,
        created_at=EPOCH,
        last_used=EPOCH + number,
        seconds=1.0,
    )


def make_orphan(number: int = 1, **fields: Any) -> OrphanView:
    """Return a process that an agent left behind."""
    given = {
        "id": f"process-{number}",
        "kind": "process",
        "what": f"Process {number}: sleep 60",
        "why": "Its task has ended.",
        "since": EPOCH,
        "first_seen": EPOCH,
    }
    return OrphanView(**{**given, **fields})


class FakeAdministration:
    """Settings, tokens, environments, orphans and an audit log, in memory."""

    def __init__(self) -> None:
        self.settings = {
            key: Setting(
                key=key,
                value=list(field.default) if isinstance(field.default, tuple) else field.default,
                unchanged=field.default,
                source="default",
                live=field.live,
            )
            for key, field in FIELDS.items()
        }
        self.refused_settings: dict[str, str] = {}  # why a setting cannot be changed
        self.named_tokens: list[TokenView] = []
        self.cached: list[EnvironmentInfo] = []
        self.orphaned: list[OrphanView] = []
        self.audited: list[AuditEntry] = []
        self.training = FakeTraining(lambda: getattr(self, "tasks", {}))

    def set_setting(self, key: str, **fields: Any) -> None:
        """Let a setting be otherwise."""
        self.settings[key] = self.settings[key].model_copy(update=fields)

    def _answer(self, name: str, what: Any = None) -> None:
        """Remember a question; raise what a test wants to have raised."""

    async def config(self) -> ConfigView:
        self._answer("config")
        return self._config()

    async def change_config(self, settings: Mapping[str, Any]) -> ConfigView:
        self._answer("change_config", dict(settings))
        for key, value in settings.items():
            if key in self.refused_settings:
                raise InvalidRequest(
                    self.refused_settings[key],
                    errors=(FieldError(("settings", key), self.refused_settings[key]),),
                )
            old = self.settings[key]
            pending = not old.live and value != old.unchanged and value is not None
            taken = {"value": value, "source": "api", "pending": pending}
            back = {"value": old.unchanged, "source": "default", "pending": False}
            self.set_setting(key, **(back if value is None else taken))
        return self._config()

    def _config(self) -> ConfigView:
        return ConfigView(file="/etc/cnet/config.yaml", settings=list(self.settings.values()))

    async def tokens(self) -> list[TokenView]:
        self._answer("tokens")
        return list(self.named_tokens)

    async def create_token(self, name: str, role: Role) -> TokenView:
        self._answer("create_token", (name, role))
        number = len(self.named_tokens) + 1
        made = TokenView(id=f"token-{number}", name=name, role=role, created_at=EPOCH)
        self.named_tokens.append(made)
        return made.model_copy(update={"token": "cnet_secret"})

    async def revoke_token(self, token_id: str) -> None:
        self._answer("revoke_token", token_id)
        self.named_tokens = [each for each in self.named_tokens if each.id != token_id]

    async def environments(self) -> list[EnvironmentInfo]:
        self._answer("environments")
        return list(self.cached)

    async def delete_environment(self, environment_id: str) -> None:
        self._answer("delete_environment", environment_id)
        self.cached = [each for each in self.cached if each.id != environment_id]

    async def orphans(self, *, look: bool = False) -> list[OrphanView]:
        self._answer("orphans", look)
        return list(self.orphaned)

    async def remove_orphan(self, orphan_id: str) -> None:
        self._answer("remove_orphan", orphan_id)
        if all(each.id != orphan_id for each in self.orphaned):
            raise NotFound(f"There is no orphan {orphan_id!r}.")
        self.orphaned = [each for each in self.orphaned if each.id != orphan_id]

    async def audit(self, *, who: str | None = None, limit: int = 100) -> AuditView:
        self._answer("audit", (who, limit))
        found = [each for each in self.audited if who in (None, each.who, each.name)]
        return AuditView(entries=found[:limit], more=len(found) > limit)

    async def storage(self) -> StorageView:
        self._answer("storage")
        parts = {
            "tasks": 4 * 10**9,
            "environments": 10**9,
            "logs": 10**7,
            "databases": 10**8,
            "other": 10**6,
        }
        return StorageView(path="/data", parts=parts, total=10**11, free=6 * 10**10)
