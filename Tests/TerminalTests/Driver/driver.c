#define _GNU_SOURCE
#include "driver.h"

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void report(int descriptor, char kind, int value) {
  char line[32];
  int count = snprintf(line, sizeof line, "%c %d\n", kind, value);
  if (write(descriptor, line, (size_t)count) < 0) _exit(1);
}

static void clean_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int i = 1; i < 32; i++) signal(i, SIG_DFL);
}

static void run_job(char *const arguments[], char *const environment[], int log) {
  setpgid(0, 0);
  tcsetpgrp(STDIN_FILENO, getpid());
  clean_signals();
  // Some tests let it fall on purpose.
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
  if (log == 3) fcntl(3, F_SETFD, 0);
  else dup2(log, 3);
  execve(arguments[0], arguments, environment);
  _exit(127);
}

static void run_shell(char *const arguments[], char *const environment[], int reports, int orders, int log) {
  clean_signals();
  signal(SIGTTOU, SIG_IGN);
  signal(SIGTSTP, SIG_IGN);
  // Not before the test has read the terminal's modes.
  char go;
  if (read(orders, &go, 1) != 1) _exit(1);
  pid_t job = fork();
  if (job == 0) {
    signal(SIGTTOU, SIG_IGN);
    run_job(arguments, environment, log);
  }
  setpgid(job, job);
  close(log);
  report(reports, 'p', job);
  for (;;) {
    int status;
    if (waitpid(job, &status, WUNTRACED) != job) _exit(1);
    tcsetpgrp(STDIN_FILENO, getpgrp());
    if (WIFSTOPPED(status)) report(reports, 's', WSTOPSIG(status));
    else if (WIFSIGNALED(status)) report(reports, 'k', WTERMSIG(status));
    else report(reports, 'e', WEXITSTATUS(status));
    char order;
    // The terminal stays open after the program's end, so that its modes can be read.
    if (read(orders, &order, 1) != 1 || !WIFSTOPPED(status)) _exit(0);
    tcsetpgrp(STDIN_FILENO, job);
    kill(-job, SIGCONT);
  }
}

bool dr_start(dr_terminal *out, char *const arguments[], char *const environment[], int rows, int cols) {
  int reports[2], orders[2], log[2];
  if (pipe2(reports, O_CLOEXEC) || pipe2(orders, O_CLOEXEC) || pipe2(log, O_CLOEXEC)) return false;
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
  pid_t shell = forkpty(&out->master, NULL, NULL, &size);
  if (shell < 0) return false;
  if (shell == 0) {
    // Or this terminal and those of tests running beside it would never hang up.
    for (int i = 3; i < 1024; i++)
      if (i != reports[1] && i != orders[0] && i != log[1]) close(i);
    run_shell(arguments, environment, reports[1], orders[0], log[1]);
  }
  close(reports[1]);
  close(orders[0]);
  close(log[1]);
  fcntl(out->master, F_SETFD, FD_CLOEXEC);
  *out = (dr_terminal){out->master, reports[0], orders[1], log[0], shell, {0}};
  return tcgetattr(out->master, &out->before) == 0 && write(orders[1], "g", 1) == 1;
}

void dr_resize(const dr_terminal *terminal, int rows, int cols) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
  ioctl(terminal->master, TIOCSWINSZ, &size);
}

bool dr_restored(const dr_terminal *terminal) {
  struct termios now;
  if (tcgetattr(terminal->master, &now) != 0) return false;
  return now.c_iflag == terminal->before.c_iflag && now.c_oflag == terminal->before.c_oflag
      && now.c_cflag == terminal->before.c_cflag && now.c_lflag == terminal->before.c_lflag;
}

void dr_end(dr_terminal *terminal) {
  if (terminal->master >= 0) close(terminal->master);
  close(terminal->orders);
  kill(terminal->shell, SIGKILL);
  waitpid(terminal->shell, NULL, 0);
  close(terminal->reports);
  close(terminal->log);
}
