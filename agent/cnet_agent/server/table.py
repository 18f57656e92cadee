"""The one table of routes. What is not in it is not served."""

from cnet_agent.server.handlers import (
    audit,
    config,
    docs,
    environments,
    files,
    images,
    log_search,
    logs,
    metrics,
    models,
    node,
    orphans,
    presets,
    proof,
    storage,
    tasks,
    tokens,
    training,
)
from cnet_agent.server.routes import Route

TABLE: tuple[Route, ...] = (
    *node.ROUTES,
    *metrics.ROUTES,
    *tasks.ROUTES,
    *logs.ROUTES,
    *log_search.ROUTES,
    *files.ROUTES,
    *training.ROUTES,
    *models.ROUTES,
    *images.ROUTES,
    *presets.ROUTES,
    *environments.ROUTES,
    *config.ROUTES,
    *tokens.ROUTES,
    *audit.ROUTES,
    *orphans.ROUTES,
    *storage.ROUTES,
    *proof.ROUTES,
    *docs.ROUTES,
)
