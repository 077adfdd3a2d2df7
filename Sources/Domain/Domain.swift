// Domain decides. A command either yields changes or a refusal that says which guard said no and
// which record is at fault. No clock, no ids of its own, no input or output, no terminal.
