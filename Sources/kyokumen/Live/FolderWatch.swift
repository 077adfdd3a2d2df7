import Glibc
import Store

/// Tells when a file of a folder was written, replaced or taken away: a descriptor for `poll`, nothing while all rests.
final class FolderWatch {
  /// Readable when something happened.
  let descriptor: CInt

  /// Nil where there is no such folder.
  init?(_ path: String) {
    let descriptor = inotify_init1(CInt(O_NONBLOCK | O_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    // A file is looked at when its writer has closed it: half a file is no theme.
    let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)
    guard inotify_add_watch(descriptor, path, events) >= 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  /// Reads away what was signalled.
  func drain() { FileWatch.drain(descriptor) }

  deinit { close(descriptor) }
}
