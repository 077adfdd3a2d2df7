import Glibc

/// A file for typed text that no other living session on the same workspace uses: what somebody still types is not given
/// to the next who comes. The lock is the kernel's, which takes it back however a session ends.
final class DraftClaim {
  /// Where the text is kept.
  let file: String
  private let lock: String
  private let descriptor: CInt

  /// Takes a place.
  ///
  /// - Parameter stem: The path without its ending; the folder is there.
  /// - Returns: The first not in use where text lies, else the first not in use; nil where none can be taken.
  static func take(_ stem: String) -> DraftClaim? {
    var free: DraftClaim?
    for place in 1...most {
      let path = place == 1 ? stem : stem + "-\(place)"
      if free != nil, access(path + ending, F_OK) != 0 { continue }
      guard let claim = DraftClaim(path) else { continue }
      if access(claim.file, F_OK) == 0 { return claim }
      free = free ?? claim
    }
    return free
  }

  private static let most = 32
  private static let ending = ".json"

  private init?(_ path: String) {
    file = path + Self.ending
    lock = path + ".lock"
    descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  /// Takes away the text and the place, when the workspace itself goes.
  func discard() {
    unlink(file)
    unlink(lock)
  }

  deinit {
    close(descriptor)
  }
}
