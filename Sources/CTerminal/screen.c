// Debian's header hides the wide-character half from Swift's importer unless it is asked for by name.
#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include "shim.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static bool colored;
static int shown_cursor = -1;

static bool utf8(const char *name) {
  if (!setlocale(LC_CTYPE, name)) return false;
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int ct_locale(void) {
  if (utf8("")) return CT_LOCALE_USER;
  if (utf8("C.UTF-8") || utf8("en_US.UTF-8")) return CT_LOCALE_FALLBACK;
  return CT_LOCALE_NONE;
}

static bool addressable(void) {
  return cursor_address != NULL && cursor_address != (char *)-1 && clear_screen != NULL;
}

/// After a stop and at the end curses would reset the palette, and with it colours the user gave the terminal.
/// There is no switch for it: the string itself, which lies in the library's heap, is made empty.
static void keep_palette(void) {
  char *string = tigetstr("oc");
  if (string && string != (char *)-1) *string = 0;
}

static void take_modes(void) {
  raw();
  noecho();
  nonl();
}

int ct_screen_open(void) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CT_NOT_A_TERMINAL;
  const char *name = getenv("TERM");
  int found = 0;
  if (!name || !*name || strcmp(name, "unknown") == 0) return CT_UNKNOWN_TERMINAL;
  if (strcmp(name, "dumb") == 0) return CT_DUMB_TERMINAL;
  if (setupterm(name, STDOUT_FILENO, &found) != OK) return CT_UNKNOWN_TERMINAL;
  if (!addressable()) return CT_DUMB_TERMINAL;
  // The kernel's size, not LINES and COLUMNS: those are stale in a resized window.
  use_env(FALSE);
  use_tioctl(TRUE);
  screen = newterm(name, stdout, stdin);
  if (!screen) return CT_UNKNOWN_TERMINAL;
  take_modes();
  // With waiting input curses would break off in the middle of a frame.
  typeahead(-1);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  idlok(stdscr, FALSE);
  colored = has_colors() && start_color() == OK && use_default_colors() == OK;
  keep_palette();
  shown_cursor = -1;
  return CT_OPENED;
}

void ct_screen_leave(void) {
  if (screen && !isendwin()) endwin();
}

void ct_screen_return(void) {
  reset_prog_mode();
  take_modes();
  ct_screen_forget();
}

void ct_screen_close(void) {
  if (!screen) return;
  ct_screen_leave();
  delscreen(screen);
  screen = NULL;
  colored = false;
}

void ct_screen_size(int *rows, int *cols) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    *rows = size.ws_row;
    *cols = size.ws_col;
  } else {
    *rows = LINES;
    *cols = COLS;
  }
}

void ct_screen_resize(int rows, int cols) {
  resize_term(rows, cols);
  ct_screen_forget();
}

void ct_screen_forget(void) { clearok(curscr, TRUE); }

static attr_t attributes_of(uint16_t bits) {
  attr_t all = A_NORMAL;
  if (bits & CT_BOLD) all |= A_BOLD;
  if (bits & CT_DIM) all |= A_DIM;
  if (bits & CT_ITALIC) all |= A_ITALIC;
  if (bits & CT_UNDERLINE) all |= A_UNDERLINE;
  if (bits & CT_REVERSE) all |= A_REVERSE;
  return all;
}

/// The characters of a cell, or a replacement of the same width when the C library counts otherwise.
/// Returns true when a blank must follow to make up for a narrow replacement.
static bool compose(cchar_t *out, const ct_cell *cell) {
  memset(out, 0, sizeof *out);
  out->attr = attributes_of(cell->attributes);
  out->ext_color = cell->pair;
  int width = cell->scalar < 0x7F && cell->scalar >= 0x20 ? 1 : wcwidth((wchar_t)cell->scalar);
  if (width != cell->width || width < 1) {
    out->chars[0] = width == 1 ? (wchar_t)cell->scalar : L'?';
    return cell->width == 2;
  }
  out->chars[0] = (wchar_t)cell->scalar;
  int used = 1;
  for (int i = 0; i < 4 && cell->combining[i] && used < CCHARW_MAX; i++)
    if (wcwidth((wchar_t)cell->combining[i]) == 0) out->chars[used++] = (wchar_t)cell->combining[i];
  return false;
}

void ct_row(int y, const ct_cell *cells, int count) {
  cchar_t line[512];
  int filled = 0, from = 0, x = 0;
  for (int i = 0; i < count; i++) {
    if (filled + 2 > 512) {
      mvwadd_wchnstr(stdscr, y, from, line, filled);
      filled = 0;
      from = x;
    }
    if (cells[i].width == 0) continue;
    ct_cell cell = cells[i];
    // Half a wide character at the edge would leave what stood there before.
    if (cell.width == 2 && i + 1 >= count) cell = (ct_cell){.scalar = ' ', .width = 1, .pair = cell.pair};
    bool padded = compose(&line[filled++], &cell);
    if (padded) {
      ct_cell blank = {.scalar = ' ', .attributes = cell.attributes, .width = 1, .pair = cell.pair};
      compose(&line[filled++], &blank);
    }
    x += cell.width;
  }
  if (filled) mvwadd_wchnstr(stdscr, y, from, line, filled);
}

void ct_cursor(int y, int x, bool visible) {
  wmove(stdscr, y, x);
  if (shown_cursor != visible) curs_set(visible);
  shown_cursor = visible;
}

void ct_flush(void) {
  wnoutrefresh(stdscr);
  doupdate();
}

int ct_color_count(void) { return colored ? COLORS : 0; }

int ct_pair_count(void) { return colored ? COLOR_PAIRS : 0; }

int ct_pair(int foreground, int background) {
  if (!colored) return 0;
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

bool ct_has(const char *name) {
  char *string = tigetstr(name);
  return tigetflag(name) > 0 || tigetnum(name) > 0 || (string && string != (char *)-1);
}

static uint8_t *gathered;
static size_t gathered_count, gathered_capacity;

static int gather(int byte) {
  if (gathered_count < gathered_capacity) gathered[gathered_count++] = (uint8_t)byte;
  return byte;
}

size_t ct_capability(const char *name, uint8_t *out, size_t capacity) {
  char *string = tigetstr(name);
  if (!string || string == (char *)-1) return 0;
  gathered = out;
  gathered_count = 0;
  gathered_capacity = capacity;
  tputs(string, 1, gather);
  return gathered_count;
}

void ct_beep(void) { beep(); }

bool ct_write(const uint8_t *bytes, size_t count) {
  while (count) {
    ssize_t sent = write(STDOUT_FILENO, bytes, count);
    if (sent > 0) {
      bytes += sent;
      count -= (size_t)sent;
    } else if (errno == EAGAIN) {
      struct pollfd ready = {.fd = STDOUT_FILENO, .events = POLLOUT};
      poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}
