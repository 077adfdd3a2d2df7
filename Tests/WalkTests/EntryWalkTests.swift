import Foundation
import ProgramDriver
import Testing

/// Quick entry at a real terminal: how many keys a risk takes, and a spreadsheet's rows pasted at once.
@Suite(.serialized)
struct EntryWalkTests {
  /// Counts what is pressed, but for the characters of the risk's own words and names.
  private final class Hand {
    private let walker: Walker
    private(set) var keys = 0

    init(_ walker: Walker) { self.walker = walker }

    func press(_ key: String) throws {
      keys += 1
      try walker.press(key)
    }

    func token(_ text: String) throws {
      keys += text.count
      try walker.type(text)
    }

    func words(_ text: String) throws { try walker.type(text) }
  }

  private struct Stored: Decodable {
    struct Record: Decodable {
      let label: String
      let fields: [String: Field]
    }

    /// A field's value as text, whatever it is.
    struct Field: Decodable {
      let text: String

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
          self.text = text
        } else if let number = try? container.decode(Double.self) {
          text = String(Int(number))
        } else if let list = try? container.decode([String].self) {
          text = list.joined(separator: ",")
        } else {
          let rows = (try? container.decode([[String]].self)) ?? []
          text = rows.map { $0.joined() }.joined(separator: ",")
        }
      }
    }

    let records: [String: [Record]]

    func texts(_ kind: String, _ label: String) -> [String: String] {
      records[kind]?.first { $0.label == label }?.fields.mapValues(\.text) ?? [:]
    }

    var labels: [String] { records["risk"]?.map(\.label) ?? [] }
  }

  private func stored(_ desk: ScratchDesk) throws -> Stored {
    let output = try desk.run("kyokumen export demo.kyokumen --format json --output - --no-journal").output
    return try JSONDecoder().decode(Stored.self, from: Data(output.utf8))
  }

  private func walker(_ desk: ScratchDesk, _ language: String, _ title: String) throws -> Walker {
    #expect(try desk.run("kyokumen demo --save demo.kyokumen --lang \(language)").status == 0)
    let walker = try Walker(desk, "demo.kyokumen --lang \(language) --as Ann", columns: 80, rows: 24)
    try walker.press("4")
    try walker.sees(title)
    return walker
  }

  @Test("the talk's risk takes at most 50 keys beyond its own words, the next one at most 30")
  func keystrokes() throws {
    let desk = try ScratchDesk()
    let walker = try walker(desk, "en", "Risk register")
    let known = Set(try stored(desk).labels)
    let first = Hand(walker)
    try first.press("n")
    try first.words("The restored backup cannot be used")
    for (token, words) in [
      (" ^8", ""), (" src:", "vendor lock-in"), (" why:", "the format is proprietary"), (" cia:A3", ""),
      (" ->", "the customer cannot go on with its business"), (" l3c5", ""), (" own:", "Makoto Sato"),
      (" !m", ""), (" +12.3.1", ""),
    ] {
      try first.token(token)
      try first.words(words)
    }
    try first.press("Enter")
    try walker.sees("created")
    #expect(first.keys <= 50, "\(first.keys) keys")
    print("keys beyond the words: the first risk \(first.keys)")
    let next = Hand(walker)
    try next.press("C-t")
    try next.words("Logs are gone after an incident")
    for (token, words) in [
      (" src:", "logs kept for a week"), (" why:", "no rule how long"), (" cia:I2", ""),
      (" ->", "the cause stays unknown"), (" l2c3", ""),
    ] {
      try next.token(token)
      try next.words(words)
    }
    try walker.sees("as above")
    try next.press("Enter")
    try walker.sees("created")
    #expect(next.keys <= 30, "\(next.keys) keys")
    print("keys beyond the words: the next risk \(next.keys)")
    try expect(try stored(desk), known)
  }

  private func expect(_ all: Stored, _ known: Set<String>) throws {
    let labels = all.labels.filter { !known.contains($0) }
    try #require(labels.count == 2)
    let (one, two) = (all.texts("risk", labels[0]), all.texts("risk", labels[1]))
    #expect(one["event"] == "The restored backup cannot be used")
    #expect(one["sources"] == "vendor lock-in" && one["cause"] == "the format is proprietary")
    #expect(one["consequence"] == "the customer cannot go on with its business")
    #expect(one["loss"] == "A3" && one["likelihood"] == "3" && one["consequenceStep"] == "5")
    #expect(one["treatment"] == "modify")
    #expect(one["objective"] != nil && one["owner"] != nil)
    #expect(two["objective"] == one["objective"] && two["owner"] == one["owner"])
    #expect(two["event"] == "Logs are gone after an incident" && two["cause"] == "no rule how long")
    #expect(two["sources"] == "logs kept for a week" && two["consequence"] == "the cause stays unknown")
    #expect(two["loss"] == "I2" && two["likelihood"] == "2" && two["consequenceStep"] == "3")
  }

  @Test(
    "40 lines pasted from a spreadsheet become 39 risks and one marked line, in one step that u takes back")
  func spreadsheet() throws {
    let desk = try ScratchDesk()
    let walker = try walker(desk, "ja", "リスク登録簿")
    let before = try stored(desk).labels.count
    let head = "No.\tリスク内容\t脅威\t原因\t発生可能性\t影響度\tリスクオーナー\t対応方針\t期限"
    let rows = (1...40).map { number in
      let due = number == 17 ? "いつか" : "2027/3/31"
      return "\(number)\tリスクその\(number)\t外部の攻撃\t手順の不足\t\(number % 5 + 1)\t3\t新任 太郎\t低減\t\(due)"
    }
    try walker.paste(([head] + rows).joined(separator: "\n") + "\n")
    try walker.sees("要修正 1行")
    try walker.sees("18行目「期限」")
    #expect(try stored(desk).labels.count == before, "nothing is stored before it was looked at")
    try walker.press("Enter")
    try walker.sees("39件を保存しました")
    try walker.sees("リスクその17")
    try walker.sees("18行目「期限」")
    #expect(try stored(desk).labels.count == before + 39)
    // Escape and a letter in one breath are Alt and that letter.
    try walker.press("Escape")
    try walker.sees("破棄しますか")
    try walker.press("y")
    try walker.seesNo("18行目「期限」")
    try walker.press("Escape")
    try walker.seesNo("リスク ❯")
    try walker.press("u")
    try walker.sees("元に戻しました")
    #expect(try stored(desk).labels.count == before)
    try walker.press("q", "q")
    #expect(try walker.end().status == 0)
  }
}
