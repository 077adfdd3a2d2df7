import Foundation
import ProgramDriver
import Testing

/// Each condition of agreement of phase 5 fires and clears by keys alone, in a workspace made from nothing, in every
/// scope.
@Suite(.serialized)
struct ControlGatesWalkTests {
  struct Room: Sendable, CustomTestStringConvertible {
    let scope: String
    let parties: [String]
    let party: String

    var testDescription: String { scope }
  }

  static let rooms = [
    Room(scope: "single", parties: ["standalone:Example Press"], party: "org"),
    Room(scope: "cloud", parties: ["csc:Sample Trading", "csp:Example Data Centre"], party: "csc"),
    Room(scope: "cyberspace", parties: ["user:Sample Trading", "operator:Example Network"], party: "org-1"),
  ]

  /// Somebody at a terminal, and the gate as `check` sees it in the same file.
  private struct Seat {
    let desk: ScratchDesk
    let walker: Walker
    let party: String

    func press(_ keys: String...) throws { try walker.press(keys) }

    func line(_ text: String) throws {
      try walker.type(text)
      try walker.press("Enter")
    }

    func answer(_ question: String, _ text: String) throws {
      try walker.sees(question)
      try walker.press("C-u")
      try line(text)
      try walker.seesNo("─ " + question)
    }

    /// Waits until a rule is among the findings of phase 5, or no longer.
    func rule(_ rule: String, fires: Bool, _ location: SourceLocation = #_sourceLocation) throws {
      let end = ContinuousClock.now + walker.patience
      var output = ""
      repeat {
        output = try desk.run("kyokumen check walk.kyokumen --phase 5 --party \(party) --json").output
        if output.contains("\"rule\":\"\(rule)\"") == fires { return }
      } while ContinuousClock.now < end
      Issue.record(
        "\(rule) \(fires ? "does not fire" : "does not clear"): \(output)\n\(try walker.screen)",
        sourceLocation: location)
      throw ScratchDesk.Missing(rule)
    }

    func clears(_ rule: String, _ location: SourceLocation = #_sourceLocation) throws {
      try self.rule(rule, fires: false, location)
    }

    func fires(_ rule: String, _ location: SourceLocation = #_sourceLocation) throws {
      try self.rule(rule, fires: true, location)
    }

    /// Opens the line of a control.
    func open(_ number: String) throws {
      try walker.press("5", "/")
      try line(number)
      try walker.press("Enter")
      try walker.sees("a applicable")
    }

    func leave() throws {
      try walker.press("Escape")
      try walker.sees("decide the control")
    }
  }

  @Test("C1 to C9 fire and clear by keys", arguments: rooms)
  func rulesFireAndClear(_ room: Room) throws {
    let desk = try ScratchDesk()
    let parties = room.parties.map { "--party '\($0)'" }.joined(separator: " ")
    let made = try desk.run(
      "kyokumen new walk.kyokumen --scope \(room.scope) --title Walk \(parties) --lang en")
    #expect(made.status == 0, "\(made.diagnostics)")
    let walker = try Walker(desk, "walk.kyokumen --lang en --as Sato", columns: 120, rows: 40)
    let seat = Seat(desk: desk, walker: walker, party: room.party)
    if room.scope == "cyberspace" { try chooseCatalogue(seat) }
    try risk(seat)
    try decideAll(seat)
    try treat(seat)
    try evidence(seat)
    try reasonsAndDates(seat)
    try residual(seat)
    if room.scope == "cloud" { try counterpart(seat) }
    try walker.press("0", "q")
    #expect(try walker.end().isTerminalRestored)
    #expect(try desk.run("kyokumen verify walk.kyokumen").status == 0)
  }

  /// In a shared space nobody has a catalogue until one is chosen.
  private func chooseCatalogue(_ seat: Seat) throws {
    try seat.clears("C2")
    try seat.press("5")
    try seat.walker.sees("No control catalogue is chosen")
    try seat.press("C")
    try seat.walker.sees("Control catalogues of")
    try seat.press("1", "Enter")
    try seat.walker.sees("Organizational controls")
  }

  private func risk(_ seat: Seat) throws {
    try seat.clears("C1")
    try seat.press("4", "n")
    try seat.line("Restored backup is unusable src:lock-in l3 c5 own:Sato !modify")
    try seat.walker.sees("R-1")
    try seat.press("Escape")
    try seat.fires("C1")
    try seat.fires("C5")
  }

  /// All controls at once: applicable, why, whose, how far.
  private func decideAll(_ seat: Seat) throws {
    try seat.press("5")
    try seat.walker.sees("Statement of applicability")
    try seat.fires("C2")
    try seat.press("*", "g", "Enter", "a")
    try seat.walker.sees("reason?")
    try seat.press("r")
    try seat.walker.sees("Reason for inclusion")
    try seat.press("5", "Enter")
    try seat.clears("C2")
    try seat.fires("C3")
    try seat.press("w")
    try seat.answer("Owner", "Sato")
    try seat.press("2")
    try seat.clears("C3")
    try seat.press("Escape")
    try seat.walker.sees("decide the control")
    try seat.press("Escape")
    try seat.walker.seesNo("▪")
  }

  private func treat(_ seat: Seat) throws {
    try seat.open("8.13")
    try seat.press("R")
    try seat.walker.sees("Risks it treats")
    try seat.press("Enter")
    try seat.clears("C1")
    try seat.press("x")
    try seat.answer("Why is it excluded?", "nothing is backed up")
    try seat.fires("C6")
    try seat.press("a")
    try seat.clears("C6")
  }

  /// A control in place needs evidence; a file that changes by one byte is no longer what was taken.
  private func evidence(_ seat: Seat) throws {
    let file = URL(filePath: seat.desk.path("restore.log"))
    try Data("restored: 12 of 12".utf8).write(to: file)
    try seat.press("4")
    try seat.fires("C3")
    try seat.press("E")
    try seat.line("Restore test at:restore.log")
    try seat.walker.sees("E-1")
    try seat.press("Escape")
    try seat.clears("C3")
    try seat.clears("C9")
    try Data("restored: 11 of 12".utf8).write(to: file)
    try seat.fires("C9")
    try seat.press("E")
    try seat.walker.sees("file changed")
    try seat.press("T")
    try seat.walker.sees("Take the file as it is now")
    try seat.press("y")
    try seat.walker.sees("as taken")
    try seat.clears("C9")
    try seat.press("Escape")
    try seat.walker.seesNo("Evidence of 8.13")
    try seat.leave()
  }

  private func reasonsAndDates(_ seat: Seat) throws {
    try seat.open("8.14")
    for fires in [true, false] {
      try seat.press("r")
      try seat.walker.sees("Reason for inclusion")
      try seat.press("1", "Enter")
      try seat.rule("C7", fires: fires)
    }
    try seat.press("d")
    try seat.answer("Due", "2026-01-31")
    try seat.fires("C7")
    try seat.press("d")
    try seat.answer("Due", "2027-01-31")
    try seat.clears("C7")
    try seat.leave()
  }

  private func residual(_ seat: Seat) throws {
    try seat.press("4", "e")
    try seat.walker.sees("Edit: Risk")
    for (name, step) in [("Residual likelihood", "1"), ("Residual consequence step", "2")] {
      try seat.press("C-f")
      try seat.line(name)
      try seat.press("C-u")
      try seat.walker.type(step)
    }
    try seat.press("C-s")
    try seat.walker.seesNo("Edit: Risk")
    try seat.clears("C5")
    try seat.clears("C8")
    try seat.open("8.13")
    try seat.press("1")
    try seat.fires("C8")
    try seat.press("4")
    try seat.clears("C8")
    try seat.leave()
  }

  /// What the customer shares with the provider, the provider must declare.
  private func counterpart(_ seat: Seat) throws {
    try seat.open("8.13")
    try seat.press("s")
    try seat.walker.sees("shared with CSP")
    try seat.press("3")
    try seat.fires("C4")
    try seat.leave()
    try seat.press("p")
    try seat.walker.sees("CSP Example Data Centre  (")
    try seat.open("8.13")
    try seat.press("a")
    try seat.walker.sees("reason?")
    try seat.clears("C4")
    try seat.leave()
  }
}
