#pragma once
// A pseudo-terminal with a job-control "shell" in it: the program under test is a job of its own that can be
// stopped and continued, as at a real prompt. Swift cannot fork.
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

typedef struct {
  /// The terminal's side: what the program writes is read here, keys are written here.
  int master;
  /// Lines from the shell: `p PID`, `s SIGNAL` stopped, `e STATUS` exited, `k SIGNAL` killed.
  int reports;
  /// One byte here continues a stopped program.
  int orders;
  /// What the program writes to its descriptor 3.
  int log;
  pid_t shell;
  /// The terminal's modes before the program touched them.
  struct termios before;
} dr_terminal;

/// Starts `arguments[0]` with exactly `environment`. False when the system has no pseudo-terminal left.
bool dr_start(dr_terminal *out, char *const arguments[], char *const environment[], int rows, int cols);

/// Changes the size, which sends SIGWINCH to the program.
void dr_resize(const dr_terminal *terminal, int rows, int cols);

/// Whether the terminal's modes are what they were before the program.
bool dr_restored(const dr_terminal *terminal);

/// Hangs up, ends the shell and closes everything.
void dr_end(dr_terminal *terminal);
