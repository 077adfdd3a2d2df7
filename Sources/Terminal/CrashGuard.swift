import CTerminal

/// Gives the terminal back when the program falls: a trap in Swift unwinds nothing, so no `defer` would run.
package enum CrashGuard {
  /// Installs the handlers; call first thing in `main`, for every command.
  ///
  /// Even without a session it keeps the runtime from asking "Press space to interact" on a terminal for thirty
  /// seconds, unless the user set SWIFT_BACKTRACE.
  package static func install() {
    ct_crash_install()
  }
}
