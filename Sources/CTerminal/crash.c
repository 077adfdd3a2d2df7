#define _GNU_SOURCE
#include "shim.h"

#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static const int FATAL[] = {SIGILL, SIGSEGV, SIGBUS, SIGFPE, SIGTRAP, SIGABRT, SIGSYS, SIGQUIT};
enum { FATAL_COUNT = sizeof FATAL / sizeof *FATAL, RESET_CAPACITY = 1024, STACK_SIZE = 65536 };

static struct sigaction previous[FATAL_COUNT];
static bool installed, modes_known;
static uint8_t reset[RESET_CAPACITY];
static _Atomic size_t reset_count;
static _Atomic bool armed;
static struct termios modes;
static int caught = -1, real_error = -1;

static void write_all(int descriptor, const void *bytes, size_t count) {
  const char *next = bytes;
  while (count) {
    ssize_t sent = write(descriptor, next, count);
    if (sent <= 0) return;
    next += sent;
    count -= (size_t)sent;
  }
}

/// Standard error goes back to where it was, then what it said meanwhile.
static void release_error(void) {
  if (real_error < 0) return;
  dup2(real_error, STDERR_FILENO);
  char chunk[512];
  off_t at = 0;
  ssize_t got;
  while ((got = pread(caught, chunk, sizeof chunk, at)) > 0) {
    write_all(STDERR_FILENO, chunk, (size_t)got);
    at += got;
  }
  close(caught);
  close(real_error);
  caught = real_error = -1;
}

void ct_crash_restore(void) {
  if (!atomic_exchange(&armed, false)) return;
  write_all(STDOUT_FILENO, reset, reset_count);
  if (modes_known) tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  release_error();
}

static void strike_again(int signal, const siginfo_t *info) {
  for (int i = 0; i < FATAL_COUNT; i++)
    if (FATAL[i] == signal) sigaction(signal, &previous[i], NULL);
  // A faulting instruction runs again by itself; one that was sent, or that has already passed, does not.
  if (info->si_code <= 0 || signal == SIGTRAP || signal == SIGQUIT) raise(signal);
}

static void handle(int signal, siginfo_t *info, void *context) {
  (void)context;
  ct_crash_restore();
  strike_again(signal, info);
}

static void use_own_stack(void) {
  stack_t current;
  if (sigaltstack(NULL, &current) == 0 && !(current.ss_flags & SS_DISABLE)) return;
  stack_t stack = {.ss_sp = malloc(STACK_SIZE), .ss_size = STACK_SIZE};
  if (stack.ss_sp) sigaltstack(&stack, NULL);
}

void ct_crash_install(void) {
  if (installed) return;
  installed = true;
  use_own_stack();
  const char *wish = getenv("SWIFT_BACKTRACE");
  bool keep = wish && *wish;
  for (int i = 0; i < FATAL_COUNT; i++) {
    struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    // Everything else waits, or SIGTTOU could stop us half-way in the background.
    sigfillset(&action.sa_mask);
    sigaction(FATAL[i], &action, &previous[i]);
    if (keep) continue;
    memset(&previous[i], 0, sizeof previous[i]);
    previous[i].sa_handler = SIG_DFL;
  }
  atexit(ct_crash_restore);
}

static void catch_error(void) {
  if (!isatty(STDERR_FILENO)) return;
  caught = memfd_create("stderr", MFD_CLOEXEC);
  real_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (caught < 0 || real_error < 0 || dup2(caught, STDERR_FILENO) < 0) {
    if (caught >= 0) close(caught);
    if (real_error >= 0) close(real_error);
    caught = real_error = -1;
  }
}

void ct_crash_update(const uint8_t *bytes, size_t count) {
  if (count > RESET_CAPACITY) return;
  reset_count = 0;
  memcpy(reset, bytes, count);
  reset_count = count;
}

void ct_crash_arm(const uint8_t *bytes, size_t count) {
  // Once: in the background the modes are those of the shell's own line editor.
  if (!modes_known) modes_known = tcgetattr(STDIN_FILENO, &modes) == 0;
  ct_crash_update(bytes, count);
  catch_error();
  atomic_store(&armed, true);
}

void ct_crash_disarm(void) {
  atomic_store(&armed, false);
  release_error();
}
