import Domain

/// One thing the doctor looked at.
struct Symptom {
  /// How it stands.
  enum State: String {
    case ok
    /// Worth knowing: it works, but less well than it could.
    case note
    /// It does not work.
    case problem

    /// The word at the beginning of the line.
    var words: Words {
      switch self {
      case .ok: Words("ok", "良好")
      case .note: Words("note", "注意")
      case .problem: Words("problem", "異常")
      }
    }
  }

  /// The key in JSON.
  let id: String
  let title: Words
  let state: State
  /// What was found.
  let found: Words
  /// What to do; nil when there is nothing to do.
  let advice: Words?

  init(_ id: String, _ title: Words, _ state: State = .ok, _ found: Words, _ advice: Words? = nil) {
    self.id = id
    self.title = title
    self.state = state
    self.found = found
    self.advice = advice
  }
}
