import Domain

/// Persons named for the first time: each comes into being once per act, however often it is named there.
struct Newcomers {
  private struct Key: Hashable {
    let name: String
    let party: RecordID
  }

  /// The next number free for a draft of the act.
  private(set) var pending: Int
  private(set) var commands: [Command] = []
  private var known: [Key: RecordID] = [:]
  private var names: [RecordID: String] = [:]

  init(pending: Int) {
    self.pending = pending
  }

  /// The stand-in for a new person of that name.
  mutating func person(_ name: String, of party: RecordID) -> RecordID {
    let key = Key(name: name, party: party)
    if let id = known[key] { return id }
    var draft = Draft(.person, party: party, pending: takeNumber())
    draft.set(Person.name, name)
    commands.append(.create(draft))
    known[key] = draft.id
    names[draft.id] = name
    return draft.id
  }

  mutating func takeNumber() -> Int {
    defer { pending += 1 }
    return pending
  }

  /// The name a stand-in goes by; nil for records that exist.
  func name(of id: RecordID) -> String? { names[id] }

  /// Those named after the first `count` were named by a line that will not be stored.
  mutating func forget(after count: Int) {
    for case .create(let draft) in commands[count...] {
      guard let name = names.removeValue(forKey: draft.id), let party = draft.party else { continue }
      known[Key(name: name, party: party)] = nil
    }
    commands.removeSubrange(count...)
  }
}
