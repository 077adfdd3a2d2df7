import Domain

/// The scales that steps and losses are typed on.
enum Scales {
  /// The criteria a party rates under; for records of nobody in particular the joint ones, else the only ones.
  static func method(for party: RecordID?, _ assessment: Assessment) -> CriteriaMethod? {
    let criteria = assessment.criteriaInForce(for: party) ?? assessment.ids(.riskCriteria).last
    return criteria.flatMap { assessment.method($0) }
  }

  static func steps(_ axis: ScaleAxis, _ method: CriteriaMethod) -> [ScaleStep] {
    switch axis {
    case .likelihood: method.likelihood
    case .consequence: method.consequence
    }
  }

  /// A step by its number, by its name, or by the start of its name; `3 中程度` is both.
  ///
  /// - Throws: What stands there instead.
  static func step(_ text: String, _ axis: ScaleAxis, _ method: CriteriaMethod?) throws(FieldProblem) -> Int {
    let wanted = TypedText.folded(text)
    let steps = method.map { self.steps(axis, $0) } ?? []
    let digits = wanted.prefix { $0.isASCII && $0.isNumber }
    if let number = Int(digits), number >= 1, number <= (steps.isEmpty ? 7 : steps.count) {
      let rest = TypedText.trim(String(wanted.dropFirst(digits.count)))
      let isOwnName =
        steps.indices.contains(number - 1) && names(steps[number - 1]).contains { $0.hasPrefix(rest) }
      if rest.isEmpty || isOwnName { return number }
    }
    let exact = steps.indices.filter { names(steps[$0]).contains(wanted) }
    let close =
      exact.isEmpty ? steps.indices.filter { names(steps[$0]).contains { $0.hasPrefix(wanted) } } : exact
    guard close.count == 1, let only = close.first else {
      throw .offScale(TypedText.line(text), steps: steps.map(\.label))
    }
    return only + 1
  }

  private static func names(_ step: ScaleStep) -> [String] {
    [TypedText.folded(step.label.en), TypedText.folded(step.label.ja)]
  }

  // MARK: Loss

  /// Losses such as `C2I1A3`, `A`, `機3完1可2`, `可大`: a property by key or the start of its name, then its level.
  ///
  /// - Returns: Rows of key and level, in the order of the criteria; the level is empty where none was said.
  /// - Throws: What stands there instead.
  static func loss(_ text: String, _ method: CriteriaMethod?) throws(FieldProblem) -> [[String]] {
    let properties = method.map(\.properties) ?? usual
    let levels = method?.lossScale ?? []
    var rest = Substring(TypedText.folded(text).filter { !$0.isWhitespace && !",、;:".contains($0) })
    var found: [String: String] = [:]
    while !rest.isEmpty {
      guard let (key, length) = property(rest, properties) else {
        throw .notALoss(
          TypedText.line(text), properties: properties.map { ($0.key, $0.label) }.map(Property.init))
      }
      rest = rest.dropFirst(length)
      let (level, used) = self.level(rest, levels)
      if let level, level < 1 || level > (levels.isEmpty ? 9 : levels.count) {
        throw .lossOffScale(TypedText.line(text), steps: levels)
      }
      rest = rest.dropFirst(used)
      found[key] = level.map(String.init) ?? ""
    }
    return properties.compactMap { property in found[property.key].map { [property.key, $0] } }
  }

  /// The first character of a property's Japanese name, under which `loss` reads it back in whosoever's criteria; nil
  /// where some criteria call another so.
  static func letter(of key: String, _ assessment: Assessment) -> String? {
    let methods = assessment.ids(.riskCriteria).compactMap { assessment.method($0)?.properties }
    let all = methods.isEmpty ? [usual] : methods
    guard let first = all.joined().first(where: { $0.key == key })?.label.ja.first else { return nil }
    let isClear = all.allSatisfy { properties in
      properties.filter { $0.label.ja.first == first || $0.label.en.first == first }.map(\.key) == [key]
    }
    return isClear ? String(first) : nil
  }

  private static let usual = DefaultCriteria.lossProperties.map { (key: $0[0], label: Words($0[2], $0[1])) }

  /// The property that `rest` begins with: the longest name first, at last one character of a name that no other
  /// property shares.
  private static func property(
    _ rest: Substring, _ properties: [(key: String, label: Words)]
  ) -> (key: String, length: Int)? {
    var best: (key: String, length: Int)?
    for property in properties {
      for name in [property.label.ja, property.label.en, property.key].map(TypedText.folded)
      where rest.hasPrefix(name) && name.count > (best?.length ?? 0) {
        best = (property.key, name.count)
      }
    }
    if let best { return best }
    guard let first = rest.first else { return nil }
    let sharing = properties.filter {
      TypedText.folded($0.label.ja).first == first || TypedText.folded($0.label.en).first == first
    }
    guard sharing.count == 1, let only = sharing.first else { return nil }
    return (only.key, 1)
  }

  private static func level(_ rest: Substring, _ levels: [Words]) -> (level: Int?, length: Int) {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty { return (Int(digits) ?? 0, digits.count) }
    for (index, words) in levels.enumerated() {
      for name in [TypedText.folded(words.ja), TypedText.folded(words.en)]
      where !name.isEmpty && rest.hasPrefix(name) {
        return (index + 1, name.count)
      }
    }
    return (nil, 0)
  }
}
