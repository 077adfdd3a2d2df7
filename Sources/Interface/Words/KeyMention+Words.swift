import Domain

extension DefaultStringInterpolation {
  /// Names the key of an action, whichever a person gave it: `"\(key: "undo") takes it back"`.
  package mutating func appendInterpolation(key action: String) {
    let usual = ActionRegistry.action(named: action).map(Keymap.usual.text(of:)) ?? ""
    appendInterpolation(KeyMention.text(action: action, usual: usual.isEmpty ? ":" + action : usual))
  }

  /// Names a key of a form, a list or a question: those are everybody's.
  package mutating func appendInterpolation(formKey key: String) { appendInterpolation(key) }
}
