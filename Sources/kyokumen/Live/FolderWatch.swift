import Glibc
import Store

/// Tells when a file of a folder was written, replaced or taken away, or the folder itself: a descriptor for `poll`,
/// nothing while all rests.
final class FolderWatch {
  /// Readable when something happened.
  let descriptor: CInt
  private let path: String

  /// Nil where neither the folder is nor the one it would lie in.
  init?(_ path: String) {
    self.path = path
    descriptor = inotify_init1(CInt(O_NONBLOCK | O_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    // The folder may be put in the place of another, or come only later.
    let comings = UInt32(IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)
    let isAbove = inotify_add_watch(descriptor, Workspace.folder(of: path), comings) >= 0
    guard watch() || isAbove else {
      close(descriptor)
      return nil
    }
  }

  /// Reads away what was signalled, and from now on watches the folder that now bears the name.
  func drain() {
    FileWatch.drain(descriptor)
    _ = watch()
  }

  /// Twice does no harm.
  private func watch() -> Bool {
    // A file is looked at when its writer has closed it: half a file is no theme.
    let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)
    return inotify_add_watch(descriptor, path, events) >= 0
  }

  deinit { close(descriptor) }
}
