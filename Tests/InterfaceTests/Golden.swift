import Canvas
import Foundation
import Testing
import Themes

/// Frames kept as files: the text, and below it the role of every cell, so that a change of either is seen.
///
/// `KYOKUMEN_RECORD=1` writes them anew; `KYOKUMEN_PICTURES=FOLDER` also draws each as SVG, to look at.
enum Golden {
  static func check(
    _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try draw(frame, name)
    let found = text(of: frame)
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

  private static func text(of frame: Frame) -> String {
    let roles = (0..<frame.size.rows).map { Self.roles(of: frame.row($0)) }
    return TextWriter().write(frame) + "\n" + roles.joined(separator: "\n") + "\n"
  }

  /// Runs of one look: `12 ui.text, 4 ui.link/selection`; blanks count by their ground only.
  private static func roles(of cells: ArraySlice<Cell>) -> String {
    var runs: [(look: String, count: Int)] = []
    for cell in cells {
      let isBlank = cell.scalar == " " && cell.cluster == 0 && cell.width == 1
      let role = isBlank ? "_" : cell.role.name
      let ground = cell.ground == .background ? "" : "/" + cell.ground.name
      if runs.last?.look == role + ground {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((role + ground, 1))
      }
    }
    return runs.map { "\($0.count) \($0.look)" }.joined(separator: ", ")
  }

  private static func draw(_ frame: Frame, _ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["KYOKUMEN_PICTURES"] else { return }
    let theme = try ThemeLibrary().theme(named: "default-dark")
    try SVGWriter(theme: theme).write(frame, title: name)
      .write(toFile: folder + "/" + name + ".svg", atomically: true, encoding: .utf8)
  }
}
