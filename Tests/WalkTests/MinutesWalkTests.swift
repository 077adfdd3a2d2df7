import Foundation
import ProgramDriver
import Testing

/// From the workshop to a page on disk, by keys.
struct MinutesWalkTests {
  @Test(
    "the minutes are read and written as Markdown and as a page",
    arguments: [("en", "Minutes", "Write the minutes"), ("ja", "議事録", "議事録の書き出し先")])
  func written(_ language: String, _ title: String, _ question: String) throws {
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo --save room.kyokumen --lang \(language)").status == 0)
    let walker = try Walker(desk, "room.kyokumen --lang \(language)", columns: 80, rows: 24)
    try walker.sees(language == "ja" ? "概況" : "Overview")
    try walker.press("W", "M")
    try walker.sees(title + " 2026-11-24")
    try walker.press("w")
    try walker.sees("minutes-2026-11-24.md")
    try walker.sees(question)
    try walker.press("Enter")
    try walker.sees("minutes-2026-11-24.md")
    try walker.press("w")
    try walker.sees(question)
    try walker.press("C-u")
    try walker.type("page.html")
    try walker.press("Enter")
    try walker.sees(language == "ja" ? "page.html に書き出しました" : "Written to page.html")
    walker.leaveTheRoom()
    #expect(try desk.run("head -1 minutes-2026-11-24.md").output.hasPrefix("# " + title))
    #expect(try desk.run("head -1 page.html").output == "<!DOCTYPE html>\n")
  }
}
