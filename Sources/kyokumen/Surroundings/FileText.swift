import Glibc

/// Small files as wholes.
enum FileText {
  /// All of a file as UTF-8; nil when it cannot be read.
  static func read(_ path: String) -> String? {
    bytes(path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// All bytes of a file; nil when it cannot be read.
  static func bytes(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count > 0 { all += buffer[..<count] }
      if count == 0 { return all }
      if count < 0, errno != EINTR { return nil }
    }
  }

  /// Whether anything lies under that path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a pipe or a device lies under that path; what `/dev` names is one, wherever it leads.
  static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return path.hasPrefix("/dev/") || ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// Whether a folder lies under that path.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Replaces a file as a whole, for its owner alone: a crash leaves the old one or the new one.
  ///
  /// - Parameters:
  ///   - text: All that will stand in it.
  ///   - path: Where it lies; its folder is there.
  ///   - isPrecious: The same holds when the power goes; that waits for the disk.
  /// - Returns: What the system has against it; nil when it is written.
  @discardableResult
  static func write(_ text: String, to path: String, isPrecious: Bool = false) -> String? {
    let draft = path + ".new-\(getpid())"
    let descriptor = open(draft, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return systemReason() }
    var reason: String?
    if !writeAll(Array(text.utf8), to: descriptor) || isPrecious && fsync(descriptor) != 0 {
      reason = systemReason()
    }
    // Some file systems tell only now that there is no room.
    if close(descriptor) != 0 || reason == nil && rename(draft, path) != 0 {
      reason = reason ?? systemReason()
    }
    if reason != nil { unlink(draft) }
    return reason
  }

  /// What the system last had against a call, in its own words.
  static func systemReason() -> String { String(cString: strerror(errno)) }

  /// Writes all bytes to a descriptor, however many calls it takes.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
