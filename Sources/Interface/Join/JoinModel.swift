package import Canvas
package import Domain

/// An order of a participant's own terminal.
package enum JoinEffect: Hashable, Sendable {
  /// Add the participant.
  case perform([Command])
  case cast(Ballot)
  case suspend
  case redraw
  case quit
}

/// A participant's own terminal: the estimate card of the round in front and nothing else.
package struct JoinModel: Sendable {
  package var assessment: Assessment
  package var context: Context
  package let language: Language
  package var glyphs: Glyphs
  package var size: Size
  /// A sentence at the foot until the next key.
  package var notice: Notice?
  /// Who sits here, as named on the command line.
  let name: String
  /// Nil until it is known for which organisation the person sits here.
  private(set) var participant: RecordID?
  /// The organisations to choose from while that is not known.
  private(set) var choices: [RecordID] = []
  private(set) var cursor = 0
  private(set) var digits = BallotDigits()
  private(set) var isShown = false
  /// The round in front was revealed when last looked at.
  private var isOver = false
  /// The open round, or the one whose result is shown until the next is opened; nil while none was.
  private(set) var round: RecordID?

  package init(
    assessment: consuming Assessment, context: Context, name: String, language: Language, glyphs: Glyphs,
    size: Size
  ) {
    self.assessment = assessment
    self.context = context
    self.name = name
    self.language = language
    self.glyphs = glyphs
    self.size = size
  }

  /// Finds out who this is: the participant of that name, of `party` if one is named.
  ///
  /// - Returns: The order that adds whoever is not known yet; empty when it must be asked for which organisation.
  package mutating func sitDown(for party: RecordID?) -> [JoinEffect] {
    follow()
    let namesakes = assessment.participantsInOrder.filter { assessment[$0, Participant.name] == name }
      .filter { party == nil || assessment.party(of: $0) == party }
    if namesakes.count == 1 {
      become(namesakes[0])
      return []
    }
    let organisations = namesakes.isEmpty ? assessment.ids(.party) : namesakes.compactMap(assessment.party)
    if let only = party ?? (organisations.count == 1 ? organisations[0] : nil) { return add(to: only) }
    choices = organisations
    return []
  }

  private mutating func become(_ participant: RecordID) {
    self.participant = participant
    context.party = assessment.party(of: participant)
    choices = []
  }

  private func add(to party: RecordID) -> [JoinEffect] {
    var draft = Draft(.participant, party: party)
    draft.set(Participant.name, name)
    return [.perform([.create(draft)])]
  }

  // MARK: What happened

  /// Takes one event in.
  package mutating func update(_ event: TerminalEvent) -> [JoinEffect] {
    switch event {
    case .key(let key): return press(key)
    case .resize(let size):
      self.size = size
      return []
    case .suspendRequested: return [.suspend]
    case .interrupt: return press(.control("c"))
    case .terminate, .hangup: return [.quit]
    case .paste, .mouse, .focusGained: return []
    }
  }

  /// Others' acts are folded in: a round may have been opened or revealed.
  package mutating func follow() {
    let open = assessment.ids(.estimateRound).last { !assessment.isRevealed($0) }
    if let round, !assessment.exists(round) { self.round = nil }
    if let open, open != round {
      round = open
      digits = BallotDigits()
      notice = nil
    }
    if let round, assessment.isRevealed(round), !isOver {
      digits = BallotDigits()
      notice = nil
    }
    isOver = round.map(assessment.isRevealed) ?? false
  }

  /// An order was carried out, or was not.
  package mutating func finish(_ outcome: Outcome) {
    switch outcome {
    case .done(let changes):
      for case .created(let id, .participant, _, _) in changes { become(id) }
      let isCast = changes.contains {
        if case .set(_, Slot(Estimate.seal.key), _, _) = $0 { true } else { false }
      }
      if isCast {
        digits = BallotDigits()
        isShown = false
        notice = Notice(JoinWords.isCast[language], .success)
      }
    case .refused(let refusal):
      notice = Notice(Sentence.refusal(refusal, assessment, language), .error)
    case .failed(let sentence): notice = Notice(sentence, .error)
    }
    follow()
  }

  // MARK: Keys

  private mutating func press(_ key: Key) -> [JoinEffect] {
    notice = nil
    switch key {
    case .control("z"): return [.suspend]
    case .control("l"): return [.redraw]
    case .control("c"): return [.quit]
    default: break
    }
    if key.halfWidth == .character("q") { return [.quit] }
    return participant == nil ? choose(key) : fill(key)
  }

  private mutating func choose(_ key: Key) -> [JoinEffect] {
    switch key.halfWidth {
    case .up, .character("k"): cursor = max(0, cursor - 1)
    case .down, .character("j"): cursor = min(choices.count - 1, cursor + 1)
    case .enter where choices.indices.contains(cursor):
      let party = choices[cursor]
      let known = assessment.ids(.participant, of: party).first { assessment[$0, Participant.name] == name }
      guard let known else { return add(to: party) }
      become(known)
    default: break
    }
    return []
  }

  private mutating func fill(_ key: Key) -> [JoinEffect] {
    guard let facts, facts.result == nil, let participant else { return [] }
    switch key {
    case .enter:
      if let ballot = digits.ballot(facts.round, participant) { return [.cast(ballot)] }
      notice = Notice(JoinWords.twoDigits[language], .warning)
    case .backspace: _ = digits.takeBack()
    case .escape: digits = BallotDigits()
    case .tab: isShown.toggle()
    default:
      if let digit = key.digit, let problem = digits.type(digit, facts) {
        notice = Notice(problem[language], .error)
      }
    }
    return []
  }

  // MARK: What is shown

  /// The round in front; nil while none is.
  var facts: RoundFacts? { round.flatMap { RoundFacts($0, assessment) } }

  /// Whether an estimate of this participant is in the open round.
  var hasCast: Bool {
    guard let facts, let participant else { return false }
    return facts.cast.contains(participant)
  }
}
