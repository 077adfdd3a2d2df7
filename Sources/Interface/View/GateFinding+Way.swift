import Domain

extension GateFinding {
  /// What is said of it, and where its record does not mend it the way there by keys.
  var told: Words {
    guard rule == "R1" else { return words }
    let way = Words(
      "\(key: "phase-4"), then \(key: "next-view") to the criteria; \(key: "agree-criteria") agrees",
      "\(key: "phase-4") の後 \(key: "next-view") で基準の画面、\(key: "agree-criteria") で合意")
    return Words("\(words.en) (\(way.en))", "\(words.ja)（\(way.ja)）")
  }
}
