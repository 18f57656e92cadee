"""Requests and their times, counted by route."""

import pytest

from cnet_agent.server.traffic import BOUNDS, Traffic
from cnet_agent.wire.exposition import render
from helpers.exposition import lint, parsed, value


def test_requests_are_counted_by_route_method_and_class_of_status() -> None:
    traffic = Traffic()
    for status in (200, 201, 404):
        traffic.saw("GET", "/api/tasks/{id}", status, 0.003)
    families = parsed(render(traffic.families()))
    labels = {"method": "GET", "route": "/api/tasks/{id}", "status": "2xx"}
    assert value(families, "cnet_http_requests_total", **labels) == 2
    bucket = "cnet_http_request_duration_seconds_bucket"
    assert value(families, bucket, le="0.0025", **labels) == 0
    assert value(families, bucket, le="0.005", **labels) == 2
    assert value(families, "cnet_http_request_duration_seconds_sum", **labels) == pytest.approx(
        0.006
    )
    assert lint(families.values()) == []


def test_the_longest_have_a_place_too() -> None:
    traffic = Traffic()
    traffic.saw("GET", "/x", 200, BOUNDS[-1] + 1)
    families = parsed(render(traffic.families()))
    labels = {"method": "GET", "route": "/x", "status": "2xx"}
    bucket = "cnet_http_request_duration_seconds_bucket"
    assert value(families, bucket, le="10.0", **labels) == 0
    assert value(families, bucket, le="+Inf", **labels) == 1


def test_a_stream_counts_and_has_no_duration() -> None:
    traffic = Traffic()
    traffic.saw("GET", "/api/events", 200, None)
    families = parsed(render(traffic.families()))
    assert set(families) == {"cnet_http_requests"}


def test_what_nobody_knows_has_one_name() -> None:
    traffic = Traffic()
    for number in range(1000):
        traffic.saw(f"METHOD{number}", None, 404, 0.0)
    (requests, _) = traffic.families()
    assert [(labels, count) for labels, count in requests.values] == [
        ({"method": "unknown", "route": "unknown", "status": "4xx"}, 1000)
    ]
