// The executable: one file per command, the main loop and the runner of effects.
