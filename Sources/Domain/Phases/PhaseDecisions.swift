extension Assessment {
  /// The facts a phase event would bring about now.
  ///
  /// - Throws: The refusal that names the guard.
  func decide(_ event: PhaseEvent, _ context: Context) throws(Refusal) -> [Change] {
    []
  }
}
