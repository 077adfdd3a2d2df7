// Terminal owns curses, alone, on the main thread: presents frames, decodes keys, restores the terminal
// whatever happens.
//
// Keys are read as bytes, not by `get_wch`: that loses a character cut in two by a read, types unknown sequences
// as text and blocks while it waits for the rest of an Escape. The terminal database still names the keys.
