#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static int wake_pipe[2] = {-1, -1};
static pthread_once_t wake_once = PTHREAD_ONCE_INIT;
static _Atomic uint32_t pending;

static const struct { int signal; uint32_t bit; } WATCHED[] = {
  {SIGWINCH, CT_RESIZED}, {SIGTERM, CT_TERMINATE}, {SIGHUP, CT_HANGUP},
  {SIGCONT, CT_CONTINUED}, {SIGINT, CT_INTERRUPT}, {SIGTSTP, CT_STOP},
};
enum { WATCHED_COUNT = sizeof WATCHED / sizeof *WATCHED };
static struct sigaction previous[WATCHED_COUNT];
static bool installed;

static void open_pipe(void) {
  if (pipe2(wake_pipe, O_NONBLOCK | O_CLOEXEC) != 0) wake_pipe[0] = wake_pipe[1] = -1;
}

/// The bit first, the byte after it: the reader empties the pipe before it takes the bits, so none is lost.
static void notify(uint32_t bit) {
  int saved = errno;
  atomic_fetch_or(&pending, bit);
  // A full pipe already wakes the reader.
  ssize_t ignored = write(wake_pipe[1], "!", 1);
  (void)ignored;
  errno = saved;
}

static void handle(int signal) {
  for (int i = 0; i < WATCHED_COUNT; i++)
    if (WATCHED[i].signal == signal) notify(WATCHED[i].bit);
}

int ct_wake_descriptor(void) {
  pthread_once(&wake_once, open_pipe);
  return wake_pipe[0];
}

void ct_wake(void) {
  ct_wake_descriptor();
  notify(CT_MESSAGE);
}

static void watch(int index) {
  struct sigaction action = {.sa_handler = handle, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(WATCHED[index].signal, &action, NULL);
}

void ct_signals_install(void) {
  ct_wake_descriptor();
  if (installed) return;
  for (int i = 0; i < WATCHED_COUNT; i++) {
    sigaction(WATCHED[i].signal, NULL, &previous[i]);
    // Under nohup a hang-up was switched off on purpose.
    if (WATCHED[i].signal == SIGHUP && previous[i].sa_handler == SIG_IGN) continue;
    watch(i);
  }
  installed = true;
}

void ct_signals_remove(void) {
  if (!installed) return;
  for (int i = 0; i < WATCHED_COUNT; i++) sigaction(WATCHED[i].signal, &previous[i], NULL);
  installed = false;
}

uint32_t ct_signals_take(void) {
  char bytes[256];
  while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {}
  return atomic_exchange(&pending, 0);
}

void ct_signals_forget(uint32_t mask) { atomic_fetch_and(&pending, ~mask); }

static void set_stop_action(void (*action)(int)) {
  struct sigaction stop = {.sa_handler = action};
  sigemptyset(&stop.sa_mask);
  sigaction(SIGTSTP, &stop, NULL);
}

void ct_signals_stop_by_default(bool on) {
  if (on) set_stop_action(SIG_DFL);
  else watch(WATCHED_COUNT - 1);
}

void ct_stop(void) {
  set_stop_action(SIG_IGN);
  kill(0, SIGTSTP);
  set_stop_action(SIG_DFL);
  // To this thread, so that the stop has happened when `raise` returns.
  raise(SIGTSTP);
  watch(WATCHED_COUNT - 1);
  ct_signals_forget(CT_CONTINUED | CT_STOP);
}
