"""Steady: a calm minute when fear of being left takes over."""

__version__ = "0.1.0"
