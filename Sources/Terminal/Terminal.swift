// Terminal owns curses, alone, on the main thread: presents frames, decodes keys, restores the terminal
// whatever happens.
