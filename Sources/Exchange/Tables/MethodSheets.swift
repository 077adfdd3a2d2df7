package import Domain

/// The risk criteria as sheets: the matrix with its risks, coloured by band, and the method in words.
package enum MethodSheets {
  /// A matrix and a method for every set of criteria in force.
  package static func sheets(_ assessment: Assessment, _ language: Language) -> [TableSheet] {
    let criteria = assessment.participants.compactMap { assessment.criteriaInForce(for: $0) }.distinct()
    return criteria.flatMap { criteria -> [TableSheet] in
      guard let method = assessment.method(criteria) else { return [] }
      return [
        matrix(criteria, method, assessment, language), wording(criteria, method, assessment, language),
      ]
    }
  }

  private static func name(
    _ words: Words, _ criteria: RecordID, _ assessment: Assessment, _ language: Language
  )
    -> String
  {
    words[language] + " " + assessment.label(of: criteria)
  }

  /// Likelihood downwards from the highest, consequence to the right; each cell its level, band and risks.
  private static func matrix(
    _ criteria: RecordID, _ method: CriteriaMethod, _ assessment: Assessment, _ language: Language
  ) -> TableSheet {
    let corner = Words("Likelihood \\ Consequence", "起こりやすさ＼結果")[language]
    var sheet = TableSheet(
      name: name(Words("Matrix", "マトリックス"), criteria, assessment, language),
      heads: [corner] + method.consequence.enumerated().map { "\($0 + 1) " + $1.label[language] })
    var risks: [Rating: [String]] = [:]
    for risk in assessment.ids(.risk) {
      guard let rating = assessment.rating(risk), rating.criteria == criteria else { continue }
      risks[rating, default: []].append(assessment.label(of: risk))
    }
    for likelihood in stride(from: method.likelihood.count, through: 1, by: -1) {
      var cells: [TableSheet.Cell] = [
        .text("\(likelihood) " + method.likelihood[likelihood - 1].label[language])
      ]
      var fills: [Int: UInt32] = [:]
      for consequence in 1...method.consequence.count {
        let level = method.level(likelihood: likelihood, consequence: consequence) ?? 0
        let here = risks[Rating(likelihood: likelihood, consequence: consequence, criteria: criteria)] ?? []
        let text = "\(level) " + method.band(level).label[language]
        cells.append(.text(([text] + here).joined(separator: "\n")))
        fills[consequence] = fill(method.bandIndex(level), of: method.bands.count)
      }
      sheet.append(cells, fills: fills)
    }
    return sheet
  }

  /// From pale to strong, apart in lightness so that it holds without colour.
  private static let ramp: [UInt32] = [0xF2F7FB, 0xFDF0C4, 0xF9C98B, 0xEE8E72, 0xC9605F]

  private static func fill(_ band: Int, of count: Int) -> UInt32 {
    guard count > 1 else { return ramp[0] }
    return ramp[band * (ramp.count - 1) / (count - 1)]
  }

  private static func wording(
    _ criteria: RecordID, _ method: CriteriaMethod, _ assessment: Assessment, _ language: Language
  ) -> TableSheet {
    func say(_ words: Words) -> String { words[language] }
    var sheet = TableSheet(
      name: name(Words("Method", "評価の方法"), criteria, assessment, language),
      heads: [Words("Scale", "尺度"), Words("Step", "段階"), Words("Name", "名称"), Words("Meaning", "意味")].map(say)
    )
    func add(_ scale: Words, _ steps: [ScaleStep]) {
      for (index, step) in steps.enumerated() {
        sheet.append([
          .text(say(scale)), .number(Double(index + 1)), .text(say(step.label)), .text(say(step.meaning)),
        ])
      }
    }
    add(Words("Likelihood", "起こりやすさ"), method.likelihood)
    add(Words("Consequence", "結果の大きさ"), method.consequence)
    for (index, label) in method.lossScale.enumerated() {
      sheet.append([
        .text(say(Words("Loss", "喪失"))), .number(Double(index + 1)), .text(say(label)),
        .text(method.properties.map { say($0.label) }.joined(separator: ", ")),
      ])
    }
    for band in method.bands {
      let acceptor = Words(
        "from this level; accepted by the \(band.acceptor.words.en)",
        "このレベルから。受容できるのは\(band.acceptor.words.ja)")
      sheet.append([
        .text(say(Words("Level of risk", "リスクレベル"))), .number(Double(band.from)), .text(say(band.label)),
        .text(say(acceptor)),
      ])
    }
    sheet.append([
      .text(say(Words("Acceptance line", "受容線"))), .number(Double(method.acceptanceLine)), .empty,
      .text(say(Words("levels from this one on are not acceptable as they are", "このレベル以上はそのままでは受容できない"))),
    ])
    return sheet
  }
}
