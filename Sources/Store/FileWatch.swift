import Glibc

/// Tells when another process stored something, without asking again and again: a descriptor for `poll`.
package final class FileWatch {
  /// Readable when the file may have changed; also after acts of one's own.
  package let descriptor: Int32

  /// Watches a workspace file's log for writing and the file itself for being taken away.
  ///
  /// - Throws: `WorkspaceError.inputOutput` when the system has no watch to give.
  init(path: String) throws {
    descriptor = inotify_init1(Int32(O_NONBLOCK | O_CLOEXEC))
    guard descriptor >= 0 else {
      throw WorkspaceError.inputOutput(path: path, reason: systemReason())
    }
    // IN_ATTRIB is the writer's own sign that its act stands: the log is written before the act can be read.
    let gone = UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB)
    let watched =
      inotify_add_watch(descriptor, path, gone) >= 0
      && inotify_add_watch(descriptor, path + "-wal", UInt32(IN_MODIFY)) >= 0
    guard watched else {
      let reason = systemReason()
      close(descriptor)
      throw WorkspaceError.inputOutput(path: path, reason: reason)
    }
  }

  /// Reads away what was signalled, so that the descriptor is quiet until the next change; call before `refresh`.
  package func drain() { Self.drain(descriptor) }

  /// Reads away what a watch of the system signalled.
  package static func drain(_ descriptor: Int32) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }

  deinit { close(descriptor) }
}

extension Workspace {
  /// Watches the file for what others store; nil for a workspace in memory or a file nobody can write to.
  package func watch() throws -> FileWatch? {
    guard let path, access(path + "-wal", F_OK) == 0 else { return nil }
    return try FileWatch(path: path)
  }
}
