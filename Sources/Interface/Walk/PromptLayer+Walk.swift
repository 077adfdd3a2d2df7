import Domain

/// What becomes of the lines that a walk asks for.
extension PromptLayer {
  /// The question is kept at once; once it is, the answer is asked for.
  func ask(_ text: String, at place: WalkPlace, _ model: inout Model) -> LayerResult {
    guard !text.isEmpty else { return .closes }
    model.walk.next = .answer(place)
    return .closes([.perform(model.keep(place, [(WalkStop.asked, text)]), .walk)])
  }

  func answer(_ text: String, at place: WalkPlace, _ model: Model) -> LayerResult {
    .closes([.perform(model.keep(place, [(WalkStop.answered, text)]), .walk)])
  }

  func note(_ text: String, at place: WalkPlace, _ model: Model) -> LayerResult {
    guard !text.isEmpty else { return .closes }
    let record = place.record.map { model.assessment.label(of: $0) + " " + model.shownName(of: $0) }
    let heading = [place.stop, record ?? model.say(place.title)].filter { !$0.isEmpty }
    return .closes([.writeNote(text, about: heading.joined(separator: " "))])
  }

  func openNotes(_ path: String, at place: WalkPlace, _ model: inout Model) -> LayerResult {
    guard !path.isEmpty else { return .closes }
    model.walk.noteAt = place
    return .closes([.openNotes(path)])
  }

  func endWalk(_ conclusion: String, _ model: Model) -> LayerResult {
    guard let walk = model.walk.walk else { return .closes }
    let end = Command.set(walk, Slot(Walk.endedOn.key), .day(model.presentDay))
    let said = Command.set(walk, Slot(Walk.conclusion.key), conclusion.isEmpty ? nil : .text(conclusion))
    return .closes([.perform([said, end], .walk)])
  }
}
