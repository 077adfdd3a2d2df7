#pragma once
// The only door to ncursesw. Swift cannot import its macros, variadic functions and mutable globals, so
// each function below is here for the reason its comment gives. All but the `ct_wake` and crash families
// belong to the main thread: this ncurses is not built to be re-entrant.
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: screen.c

/// What `ct_locale` found.
enum { CT_LOCALE_NONE = 0, CT_LOCALE_USER = 1, CT_LOCALE_FALLBACK = 2 };

/// What `ct_screen_open` found.
enum { CT_OPENED = 0, CT_NOT_A_TERMINAL = 1, CT_UNKNOWN_TERMINAL = 2, CT_DUMB_TERMINAL = 3 };

/// Attribute bits of ours: the library's `A_*` are macros with casts, which Swift does not import.
enum {
  CT_BOLD = 1, CT_DIM = 2, CT_ITALIC = 4, CT_UNDERLINE = 8, CT_REVERSE = 16,
};

/// One screen position: `combining` are the scalars drawn over `scalar` (0 ends them early).
/// `width` 0 marks the second half of a wide cell, which curses fills by itself.
typedef struct {
  uint32_t scalar;
  uint32_t combining[4];
  uint16_t attributes;
  uint8_t width;
  int32_t pair;
} ct_cell;

/// Until the character type is set, `wcwidth` knows no kana and curses cannot show them: takes the user's
/// locale, or C.UTF-8 where that is not UTF-8. Only LC_CTYPE, so that numbers keep their form.
int ct_locale(void);

/// `newterm` instead of `initscr`, which would print and exit on an unknown TERM; raw, no echo, no NL
/// translation. Nothing is sent before the first flush. A capability is checked because TERM=dumb "succeeds".
int ct_screen_open(void);

/// Gives the terminal back (shell modes, normal screen); the next flush takes it again and repaints.
void ct_screen_leave(void);

/// Takes the raw modes again after `ct_screen_leave` and forgets what the terminal shows.
void ct_screen_return(void);

/// `ct_screen_leave`, then the memory.
void ct_screen_close(void);

/// The kernel's idea of the size, which is right even when LINES and COLUMNS in the environment are not;
/// the library's own where the kernel says 0.
void ct_screen_size(int *rows, int *cols);

/// `resize_term`, not `resizeterm`: the latter also pushes a key into a queue that nobody reads here.
void ct_screen_resize(int rows, int cols);

/// The next flush clears and repaints everything (Ctrl-L; after a stop).
void ct_screen_forget(void);

/// Writes one whole row of the virtual screen. `mvwadd_wchnstr` neither wraps nor scrolls, so the bottom-right
/// cell is safe; whatever width the C library disputes is replaced, so that columns never shift.
void ct_row(int y, const ct_cell *cells, int count);

/// Places the hardware cursor (input methods anchor at it even when it is hidden) for the next flush.
void ct_cursor(int y, int x, bool visible);

/// One `doupdate`: sends the difference and nothing when there is none.
void ct_flush(void);

/// COLORS is a mutable global; 0 where the terminal has no colour.
int ct_color_count(void);

/// The most pairs that `ct_pair` may give, again a global.
int ct_pair_count(void);

/// `alloc_pair`, which caches pairs by itself; -1 is the terminal's own colour. Pair 0 when refused.
int ct_pair(int foreground, int background);

/// Whether terminfo knows the boolean, number or string `name` (RGB comes in all three kinds).
bool ct_has(const char *name);

/// The string capability with its padding removed, or 0 bytes. Returns the length.
size_t ct_capability(const char *name, uint8_t *out, size_t capacity);

/// The audible bell, or the visible one where that is all there is.
void ct_beep(void);

/// A whole `write(2)`: goes around curses' buffer (which is empty between flushes), survives EINTR and EAGAIN.
/// False when the terminal is gone.
bool ct_write(const uint8_t *bytes, size_t count);

// MARK: signals.c

/// Bits of `ct_signals_take`.
enum {
  CT_RESIZED = 1, CT_TERMINATE = 2, CT_HANGUP = 4, CT_CONTINUED = 8, CT_INTERRUPT = 16, CT_STOP = 32,
  CT_MESSAGE = 64,
};

/// The read end of the self-pipe, made on first use; -1 when the process has no descriptors left.
int ct_wake_descriptor(void);

/// What a worker calls after it posted a message: sets CT_MESSAGE, writes one byte. Any thread.
void ct_wake(void);

/// Handlers that only set a bit and write one byte. Must run before `ct_screen_open`: curses takes those that
/// are still default, and its SIGTERM handler ends the process without saving.
void ct_signals_install(void);

/// Puts back what `ct_signals_install` found.
void ct_signals_remove(void);

/// Empties the pipe and returns all bits since the last call.
uint32_t ct_signals_take(void);

/// Forgets the bits in `mask`: what arrived while somebody else had the terminal was not meant for us.
void ct_signals_forget(uint32_t mask);

/// While an editor has the terminal its Ctrl-Z must stop us too: gives SIGTSTP back its default, or takes it.
void ct_signals_stop_by_default(bool on);

/// Stops the whole process group as the terminal driver would, so that a wrapping script stops too. SIGTSTP, not
/// SIGSTOP: where no shell could continue us the kernel drops it. Returns when continued.
void ct_stop(void);

// MARK: crash.c

/// Handlers on an alternate stack for SIGILL, SIGSEGV, SIGBUS, SIGFPE, SIGTRAP, SIGABRT, SIGSYS and SIGQUIT. They restore
/// the armed terminal, put the previous action back (the default one unless SWIFT_BACKTRACE is set: the
/// runtime's backtrace would ask the terminal a question for thirty seconds) and let the signal strike again.
void ct_crash_install(void);

/// Remembers what restores the terminal: `bytes` are copied; the terminal modes are those of the first call.
/// Also catches standard error (when it is the terminal) until disarmed, so that no library writes into the picture
/// and the words of a fatal error are still there when the picture is gone.
void ct_crash_arm(const uint8_t *bytes, size_t count);

/// Replaces the bytes and keeps the modes.
void ct_crash_update(const uint8_t *bytes, size_t count);

/// The terminal is in order again: nothing to restore. What standard error caught is printed.
void ct_crash_disarm(void);

/// Restores the armed terminal at once, once; safe in a signal handler. Also runs at `exit`.
void ct_crash_restore(void);
