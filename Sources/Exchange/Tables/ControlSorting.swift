import Domain

/// Puts the lines of a list of controls under their headings, each number once.
struct ControlSorting {
  /// One line with a number.
  struct Line {
    /// As the table counts it.
    let row: Int
    let number: String
    let title: String?
    let japanese: String?
  }

  private struct Heading {
    let number: String?
    let title: String
    let japanese: String?
    var members: [OSCALValue] = []
  }

  private(set) var loose: [OSCALValue] = []
  private(set) var notes: [ImportNote] = []
  private var headings: [Heading] = []
  private var placeOfTitle: [String: Int] = [:]
  /// Headings that hold for what comes next, by their places, the innermost last.
  private var open: [Int] = []
  private var rowOfNumber: [String: Int] = [:]

  /// A heading without a number holds until another one comes.
  mutating func open(_ title: String) {
    open = [place(of: Heading(number: nil, title: title, japanese: nil))]
  }

  /// A numbered heading holds for the numbers below it.
  mutating func open(_ line: Line) {
    close(before: line.number)
    open.append(
      place(of: Heading(number: line.number, title: line.title ?? line.number, japanese: line.japanese)))
  }

  mutating func add(_ line: Line) {
    let id = OSCALName.token(line.number)
    if let first = rowOfNumber[id] {
      return notes.append(.numberTwice(line.number, row: line.row, first: first))
    }
    rowOfNumber[id] = line.row
    close(before: line.number)
    let title = line.title.map { ($0, line.japanese) } ?? Self.untitled(line, &notes)
    let properties = [("label", line.number), ("title-ja", title.1)].compactMap(Self.property)
    let control = OSCALValue.object([
      "id": .text(id), "title": .text(title.0), "props": .array(properties),
    ])
    if let place = open.last { headings[place].members.append(control) } else { loose.append(control) }
  }

  /// Those under which something stands.
  var groups: [OSCALValue] {
    headings.filter { !$0.members.isEmpty }.enumerated().map { place, heading in
      let properties = [
        ("label", heading.number == heading.title ? nil : heading.number), ("title-ja", heading.japanese),
      ].compactMap(Self.property)
      return .object([
        "id": .text("group-\(place + 1)"), "title": .text(heading.title), "props": .list(properties),
        "controls": .list(heading.members),
      ])
    }
  }

  /// OSCAL wants a title for every control: one that says that there was none.
  private static func untitled(_ line: Line, _ notes: inout [ImportNote]) -> (String, String?) {
    notes.append(.untitledControl(line.number, row: line.row))
    return ("(no title)", "（名称なし）")
  }

  private static func property(_ name: String, _ text: String?) -> OSCALValue? {
    text.map { .object(["name": .text(name), "value": .text($0)]) }
  }

  private mutating func close(before number: String) {
    open.removeAll { place in headings[place].number.map { !number.hasPrefix($0 + ".") } ?? false }
  }

  private mutating func place(of heading: Heading) -> Int {
    let key = (heading.number ?? "") + "\u{0}" + heading.title
    if let known = placeOfTitle[key] { return known }
    headings.append(heading)
    placeOfTitle[key] = headings.count - 1
    return headings.count - 1
  }
}
