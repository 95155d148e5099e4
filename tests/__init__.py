"""Tests, and what they share: a clock that is moved by hand, a log in memory."""
