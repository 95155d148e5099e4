"""What Steady sounds like: made here, from numbers, and played on a thread of its own. Knows no Qt and no log."""
