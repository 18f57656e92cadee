"""Colours that can be read on their ground. Pure."""

import functools

READABLE = 4.5
"""The least contrast of text, by WCAG."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, each as ``#rrggbb``: 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@functools.lru_cache(maxsize=4096)
def readable(colour: str, ground: str) -> str:
    """Return ``colour``, as much lighter or darker as it must be to be read on ``ground``."""
    if contrast(colour, ground) >= READABLE:
        return colour
    end = max(("#000000", "#ffffff"), key=lambda each: contrast(each, ground))
    for step in range(1, 20):
        mixed = mix(colour, end, step / 20)
        if contrast(mixed, ground) >= READABLE:
            return mixed
    return end


def mix(one: str, other: str, share: float) -> str:
    """Return a colour between two: ``share`` of the other, 0 to 1."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = (
        share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4
        for share in (channel / 255 for channel in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
