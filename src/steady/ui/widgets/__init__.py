"""What the pages are made of. Widgets map events and paint; the thinking is in `core`."""
