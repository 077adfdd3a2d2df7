import Foundation
import Glibc
import ProgramDriver
import Testing

/// The disk, the permissions and other programs do not cooperate; what was typed stays.
@Suite(.serialized)
struct TroubleTests {
  private func walker(_ desk: ScratchDesk, _ file: String = "trouble.kyokumen") throws -> Walker {
    let walker = try Walker(desk, "\(file) --lang en --as Ann", columns: 140, rows: 40)
    try walker.sees("Overview")
    try walker.press("4")
    try walker.sees("Risk register")
    return walker
  }

  private func makeFile(_ desk: ScratchDesk, _ file: String = "trouble.kyokumen") throws {
    #expect(try desk.run("kyokumen demo --save \(file) --lang en").status == 0)
  }

  private func typeRisk(_ text: String, _ walker: Walker) throws {
    try walker.press("n")
    try walker.sees("Enter save")
    try walker.type(text)
    try walker.sees("Risk ❯ " + text)
    try walker.press("Enter")
  }

  @Test("a file that vanishes under the program is told once, and the typed line stays")
  func vanishes() throws {
    let desk = try ScratchDesk()
    try makeFile(desk)
    let walker = try walker(desk)
    #expect(try desk.run("rm trouble.kyokumen").status == 0)
    try walker.sees("was removed or replaced while open")
    try typeRisk("nowhere to go", walker)
    let screen = try walker.sees("was removed or replaced while open")
    #expect(screen.contains("Risk ❯ nowhere to go"))
  }

  @Test("a file replaced under the program is not written to")
  func replaced() throws {
    let desk = try ScratchDesk()
    try makeFile(desk)
    try makeFile(desk, "other.kyokumen")
    let before = try desk.run("kyokumen log other.kyokumen | wc -l").output
    let walker = try walker(desk)
    #expect(try desk.run("mv other.kyokumen trouble.kyokumen").status == 0)
    try typeRisk("not in there", walker)
    let screen = try walker.sees("was removed or replaced while open")
    #expect(screen.contains("Risk ❯ not in there"))
    #expect(try desk.run("kyokumen log trouble.kyokumen | wc -l").output == before)
    #expect(try desk.run("kyokumen verify trouble.kyokumen").status == 0)
  }

  @Test("another program's lock is waited for; held too long, it is told and the line stays")
  func locked() throws {
    let desk = try ScratchDesk()
    try makeFile(desk)
    let walker = try walker(desk)
    let lock = try Lock(desk, "trouble.kyokumen")
    try typeRisk("held up", walker)
    let screen = try walker.sees("another program has held it")
    #expect(screen.contains("Risk ❯ held up"))
    try walker.press("Enter")
    try lock.release()
    try walker.sees("stored after the lock") { !$0.contains("Risk ❯ held up") && $0.contains("held up") }
    #expect(try desk.run("kyokumen verify trouble.kyokumen").status == 0)
  }

  @Test("a full disk is told, the line stays, and with room again it is stored")
  func fullDisk() throws {
    let desk = try ScratchDesk()
    let disk = desk.path("disk")
    let mounted = try desk.run("mkdir disk && mount -t tmpfs -o size=4m tmpfs disk").status == 0
    guard mounted else {
      print("full disk: not measured, since no small disk can be mounted here")
      return
    }
    defer { _ = try? desk.run("umount -l '\(disk)'") }
    try makeFile(desk, "disk/full.kyokumen")
    let walker = try walker(desk, "disk/full.kyokumen")
    defer { walker.leaveTheRoom() }
    _ = try desk.run("cat /dev/zero > disk/filling")
    try typeRisk("no room " + String(repeating: "x", count: 40), walker)
    let screen = try walker.sees("the disk is full")
    #expect(screen.contains("Risk ❯ no room"))
    #expect(try desk.run("rm disk/filling").status == 0)
    try walker.press("Enter")
    try walker.sees("stored") { !$0.contains("Risk ❯ no room") && $0.contains("no room") }
    #expect(try desk.run("kyokumen verify disk/full.kyokumen").status == 0)
  }

  @Test("a file that may only be read says so when a change is tried")
  func readOnly() throws {
    let desk = try ScratchDesk()
    // A disk made read-only holds for root too, who may write wherever permissions alone forbid it.
    guard try desk.run("mkdir disk && mount -t tmpfs -o size=8m tmpfs disk").status == 0 else {
      print("read-only file: not measured, since no small disk can be mounted here")
      return
    }
    defer { _ = try? desk.run("umount -l disk") }
    try makeFile(desk, "disk/sealed.kyokumen")
    #expect(try desk.run("mount -o remount,ro disk").status == 0)
    let walker = try walker(desk, "disk/sealed.kyokumen")
    defer { walker.leaveTheRoom() }
    try walker.sees("READ-ONLY")
    try walker.press("n")
    try walker.sees("read-only")
  }

  @Test("what commands do to an open file is on screen at once")
  func commandsAreFollowed() throws {
    let desk = try ScratchDesk()
    try makeFile(desk)
    let walker = try walker(desk)
    try walker.press("G")
    #expect(try desk.run("kyokumen add trouble.kyokumen risk 'Added from outside @csc' --as Bob").status == 0)
    let start = ContinuousClock.now
    try walker.press("G")
    try walker.sees("Added from outside")
    #expect(ContinuousClock.now - start < .seconds(1))
    try walker.press("0")
    try walker.sees("◒ review")
    let order = "sendBack 3 --party csp --reason 'not yet' --as Bob"
    let moved = try desk.run("kyokumen phase trouble.kyokumen \(order)")
    #expect(moved.status == 0, "\(moved.diagnostics)")
    try walker.seesNo("◒ review")
    try walker.sees("Changed")
  }
}

/// Another program that writes to the file and does not end.
private final class Lock {
  private let desk: ScratchDesk

  init(_ desk: ScratchDesk, _ file: String) throws {
    self.desk = desk
    let begun = try desk.run(
      """
      mkfifo orders held
      (echo 'BEGIN IMMEDIATE;'; echo '.shell echo held > held'; cat orders) | sqlite3 \(file) &
      cat held
      """)
    guard begun.output.contains("held") else { throw ScratchDesk.Missing("no lock: \(begun.diagnostics)") }
  }

  func release() throws {
    guard try desk.run("echo 'ROLLBACK;' > orders").status == 0 else {
      throw ScratchDesk.Missing("no release")
    }
  }
}
