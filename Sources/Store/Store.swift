// Store keeps. One SQLite file: the insert-only journal, and projections that can be rebuilt from it.
