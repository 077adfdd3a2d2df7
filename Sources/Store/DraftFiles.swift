import CDrafts

/// Files on their way to their place, so that whoever interrupts the program leaves none behind.
package enum DraftFiles {
  /// From now on these signals take all drafts away and say so before they end the program, with 128 and the number.
  ///
  /// A signal that the program was started to ignore stays ignored.
  ///
  /// - Parameters:
  ///   - signals: Their numbers.
  ///   - farewell: What standard error gets.
  package static func clear(at signals: [Int32], farewell: String) {
    // For good: the handler may make nothing itself.
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: farewell.utf8.count)
    _ = bytes.initialize(from: farewell.utf8)
    for number in signals { cd_interrupt_catch(number, bytes.baseAddress, bytes.count) }
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
  /// - Returns: Its place, for `remove`.
  package static func add(_ path: String) -> Int32 { cd_draft_add(path) }

  /// What lay at that place is gone, or where it belongs.
  package static func remove(_ place: Int32) { cd_draft_remove(place) }
}
