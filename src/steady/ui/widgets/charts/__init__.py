"""Charts of what was logged: pyqtgraph draws the shapes, Steady all words. Each can be read by mark and as a table.

Nothing here imports pyqtgraph as it is loaded: `late` does, on a thread of its own, when progress is first looked at.
"""
