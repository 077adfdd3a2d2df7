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
    notice = Notice(Sentence.estimated(changes, assessment, language), .success)
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
  static func estimated(_ changes: [Change], _ assessment: Assessment, _ language: Language) -> String {
    var cast: RecordID?
    for change in changes {
      switch change {
      case .created(let round, .estimateRound, _, _):
        let label = assessment.label(of: round)
        return Words(
          "\(label) is open: a in turn, c cards, or people join.",
          "\(label) を開始: a 順番に、c カードで、又は各自の端末から。")[language]
      case .created(let decision, .decision, _, _):
        let label = assessment.label(of: decision)
        return Words(
          "\(label) recorded, the risk is rated. u undoes it.", "\(label) を記録し、リスクを評価しました。u で元に戻せます。")[
            language]
      case .set(let round, let slot, _, _) where slot.key == EstimateRound.revealed.key:
        let count = EstimateWords.count(assessment.result(of: round)?.casts.count ?? 0)
        return Words("Revealed: \(count.en). d records the decision.", "開示しました（\(count.ja)）。d で決定を記録します。")[
          language]
      case .set(let estimate, let slot, _, _) where slot.key == Estimate.seal.key: cast = estimate
      case .created, .set, .removed, .phase: continue
      }
    }
    guard let facts = cast.flatMap({ assessment[$0, Estimate.round] }).flatMap({ RoundFacts($0, assessment) })
    else { return saved(changes, assessment, language) }
    return EstimateWords.progress(facts.cast.count, facts.participants.count)[language]
  }
}
