import Domain

extension Model {
  /// A blind round went on: the layer learns it, a new round comes to the front, and a sentence says what happened.
  mutating func acceptEstimate(_ changes: [Change]) {
    if var layer = layers.popLast() {
      layer.saved(changes, self)
      if !layer.isDone { layers.append(layer) }
    }
    for case .created(let round, .estimateRound, _, _) in changes { jump(to: round) }
    prepare()
    notice = Notice(Sentence.estimated(changes, assessment, language, keymap), .success)
  }

  /// Where a refusal leaves a way: the reveal without those whose openings are lost, the round another opened.
  ///
  /// - Returns: False when it leaves none.
  mutating func offerInstead(of refusal: EstimateRefusal) -> Bool {
    switch refusal {
    case .unopened(let round, _):
      let sentence = Sentence.words(refusal, assessment)
      layers.append(
        ConfirmLayer(
          Words(sentence.en + " Reveal without them now?", sentence.ja + "今は除いて開示しますか？"),
          onYes: .effects([.reveal(round, leavingOut: true)])))
      return true
    case .openRound(let round, _):
      jump(to: round)
      return true
    case .revealed, .revealStands, .offScale, .castOnly, .castStays, .nothingCast, .noCriteria, .notRevealed,
      .weakSalt:
      return false
    }
  }
}

extension Sentence {
  /// What an act of a blind round brought about.
  static func estimated(
    _ changes: [Change], _ assessment: Assessment, _ language: Language, _ keymap: Keymap
  ) -> String {
    var cast: RecordID?
    for change in changes {
      switch change {
      case .created(let round, .estimateRound, _, _):
        let label = assessment.label(of: round)
        let words = Words(
          "\(label) is open: \(key: "estimate-turns") in turn, \(key: "estimate-cards") cards, or people join.",
          "\(label) を開始: \(key: "estimate-turns") 順番に、\(key: "estimate-cards") カードで、又は各自の端末から。")
        return keymap.say(words, language)
      case .created(let decision, .decision, _, _):
        let label = assessment.label(of: decision)
        let words = Words(
          "\(label) recorded, the risk is rated. \(key: "undo") undoes it.",
          "\(label) を記録し、リスクを評価しました。\(key: "undo") で元に戻せます。")
        return keymap.say(words, language)
      case .set(let round, let slot, _, _) where slot.key == EstimateRound.revealed.key:
        let count = EstimateWords.count(assessment.result(of: round)?.casts.count ?? 0)
        let words = Words(
          "Revealed: \(count.en). \(key: "estimate-decide") records the decision.",
          "開示しました（\(count.ja)）。\(key: "estimate-decide") で決定を記録します。")
        return keymap.say(words, language)
      case .set(let estimate, let slot, _, _) where slot.key == Estimate.seal.key: cast = estimate
      case .created, .set, .removed, .phase: continue
      }
    }
    guard let facts = cast.flatMap({ assessment[$0, Estimate.round] }).flatMap({ RoundFacts($0, assessment) })
    else { return saved(changes, assessment, language, keymap) }
    return EstimateWords.progress(facts.cast.count, facts.participants.count)[language]
  }
}
