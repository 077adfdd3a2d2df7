import Glibc
import Terminal

CrashGuard.install()
// A reader that goes away (`| head`) ends the program quietly, as it does every other filter.
signal(SIGPIPE, SIG_DFL)
Kyokumen.start(CommandLine.arguments)
