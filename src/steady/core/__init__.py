"""What Steady means. Standard library and msgspec only; no Qt, no disk, no sound."""
