"""Engines load models. They are plug-ins: see ``base``."""
