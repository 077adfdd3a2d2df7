import Foundation
import ProgramDriver
import Testing

/// From any screen to a report on disk, by keys.
struct ReportWalkTests {
  @Test(
    "a report is chosen, for one party's eyes, and written; one that is there is replaced after a yes",
    arguments: [("en", "Reports", "not shared and left out"), ("ja", "報告書", "共有されていない")])
  func written(_ language: String, _ title: String, _ leftOut: String) throws {
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo --save room.kyokumen --lang \(language)").status == 0)
    let walker = try Walker(desk, "room.kyokumen --lang \(language)", columns: 80, rows: 24)
    try walker.sees(language == "ja" ? "概況" : "Overview")
    try walker.type(":report")
    try walker.press("Enter")
    try walker.sees(title)
    try walker.press("Right", "1")
    try walker.sees("soa-csc-2026-11-24.html")
    try walker.press("Enter")
    try walker.sees("kB")
    try walker.type(":report soa soa-csc-2026-11-24.html")
    try walker.press("Enter")
    try walker.sees("soa-csc-2026-11-24.html")
    try walker.press("n")
    try walker.type(":report all whole.md")
    try walker.press("Enter")
    try walker.sees(language == "ja" ? "whole.md に書き出しました" : "Written to whole.md")
    walker.leaveTheRoom()
    let page = try desk.run("cat soa-csc-2026-11-24.html").output
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language)\">") && page.contains(leftOut))
    #expect(
      try desk.run("grep -c '^## ' whole.md").output.trimmingCharacters(in: .whitespacesAndNewlines) != "0")
  }
}
