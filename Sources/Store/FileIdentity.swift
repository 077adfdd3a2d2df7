import Glibc

/// Which file a path leads to, so that one removed or replaced while open is noticed.
struct FileIdentity: Equatable {
  private let device: UInt64
  private let node: UInt64
  let isRegular: Bool

  /// Nil when there is nothing at the path.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    node = UInt64(status.st_ino)
    isRegular = status.st_mode & S_IFMT == S_IFREG
  }

  static func == (one: FileIdentity, other: FileIdentity) -> Bool {
    one.device == other.device && one.node == other.node
  }
}

/// What the system says of its last failure.
func systemReason() -> String { String(cString: strerror(errno)) }
