import Canvas
import Foundation
import Testing
import Themes

/// Frames kept as files: the text, and below it the role of every cell, so that a change of either is seen. Of a
/// terminal without colours the attributes of every cell are kept instead: there they are all that tells.
///
/// `KYOKUMEN_RECORD=1` writes them anew; `KYOKUMEN_PICTURES=FOLDER` also draws each as SVG, to look at.
enum Golden {
  static func check(
    _ frame: Frame, _ name: String, colours: Colours = .colour,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try draw(frame, name, colours)
    let found = try text(of: frame, colours)
    let file = folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["KYOKUMEN_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try found.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    let differing = zip(lines(kept), lines(found)).enumerated().filter { $0.element.0 != $0.element.1 }
    let shown = differing.prefix(8).map { "\($0.offset + 1)\n- \($0.element.0)\n+ \($0.element.1)" }
    #expect(kept == found, "\(name): \(shown.joined(separator: "\n"))", sourceLocation: sourceLocation)
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func text(of frame: Frame, _ colours: Colours) throws -> String {
    let theme = try colours.theme
    let looks = (0..<frame.size.rows).map { row in
      runs(frame.row(row)) { cell in
        switch colours {
        case .colour: Self.role(of: cell)
        case .mono: theme.style(role: cell.role, ground: cell.ground, depth: .mono).attributes.names
        }
      }
    }
    return TextWriter().write(frame) + "\n" + looks.joined(separator: "\n") + "\n"
  }

  /// `ui.text` or `ui.link/selection`; blanks count by their ground only.
  private static func role(of cell: Cell) -> String {
    let isBlank = cell.scalar == " " && cell.cluster == 0 && cell.width == 1
    let role = isBlank ? "_" : cell.role.name
    return role + (cell.ground == .background ? "" : "/" + cell.ground.name)
  }

  /// Runs of one look: `12 ui.text, 4 ui.link/selection`.
  private static func runs(_ cells: ArraySlice<Cell>, _ look: (Cell) -> String) -> String {
    var runs: [(look: String, count: Int)] = []
    for cell in cells {
      let look = look(cell)
      if runs.last?.look == look {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((look, 1))
      }
    }
    return runs.map { "\($0.count) \($0.look)" }.joined(separator: ", ")
  }

  private static func draw(_ frame: Frame, _ name: String, _ colours: Colours) throws {
    guard let folder = ProcessInfo.processInfo.environment["KYOKUMEN_PICTURES"] else { return }
    try SVGWriter(theme: colours.theme).write(frame, title: name)
      .write(toFile: folder + "/" + name + ".svg", atomically: true, encoding: .utf8)
  }
}

/// What a terminal can show.
enum Colours: String, CaseIterable {
  case colour
  case mono

  /// The theme such a terminal is drawn in, with its glyphs.
  var theme: Theme {
    get throws { try ThemeLibrary().theme(named: self == .colour ? "default-dark" : "mono") }
  }
}

extension Attributes {
  /// `plain`, or what is done to the text: `bold+reverse`.
  fileprivate var names: String {
    let all: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    let names = all.filter { contains($0.0) }.map(\.1)
    return names.isEmpty ? "plain" : names.joined(separator: "+")
  }
}
