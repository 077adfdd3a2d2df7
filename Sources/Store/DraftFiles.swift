import Glibc

/// Files on their way to their place, so that whoever interrupts the program leaves none behind.
package enum DraftFiles {
  private static let room = 1024
  /// The paths of drafts and of folders made for them, oldest first; nil where there is none.
  private nonisolated(unsafe) static let paths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
    let paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: room)
    paths.initialize(repeating: nil, count: room)
    return paths
  }()
  /// Drafts are made by workers too.
  private nonisolated(unsafe) static var turn = pthread_mutex_t()

  /// Readies what `clear` needs, which may make nothing itself.
  package static func prepare() { _ = paths }

  /// Takes all drafts away; safe in the handler of a signal.
  package static func clear() {
    // Youngest first, so that a folder is empty when its turn comes.
    for place in stride(from: room - 1, through: 0, by: -1) {
      if let path = paths[place], unlink(path) != 0 { rmdir(path) }
    }
  }

  /// Does work while a draft lies at a path; a database in the making has files beside it, told by their endings.
  package static func with<Result>(
    _ path: String, endings: [String] = [], _ work: () throws -> Result
  ) rethrows -> Result {
    let places = ([""] + endings).map { add(path + $0) }
    defer { for place in places { remove(place) } }
    return try work()
  }

  /// A draft, or a folder of drafts, lies at a path from now on.
  ///
  /// - Returns: Its place, for `remove`; nil where there are too many.
  package static func add(_ path: String) -> Int? {
    pthread_mutex_lock(&turn)
    defer { pthread_mutex_unlock(&turn) }
    // Behind all that are older.
    let place = ((0..<room).last { paths[$0] != nil } ?? -1) + 1
    guard place < room else { return nil }
    paths[place] = strdup(path)
    return place
  }

  /// What lay at that place is gone, or where it belongs.
  package static func remove(_ place: Int?) {
    pthread_mutex_lock(&turn)
    defer { pthread_mutex_unlock(&turn) }
    guard let place, let path = paths[place] else { return }
    paths[place] = nil
    free(path)
  }
}
