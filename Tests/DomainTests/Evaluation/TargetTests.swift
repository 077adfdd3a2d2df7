import Domain
import Testing

@Suite("Targets")
struct TargetTests {
  @Test(
    "are read as people write them",
    arguments: [
      ("5", Target.absolute(5)), ("99.9", .absolute(99.9)), ("1,000", .absolute(1000)), ("50%", .share(0.5)),
      ("前年比50%", .share(0.5)), ("前年比 ５０％", .share(0.5)), ("x0.5", .share(0.5)), ("前年比50", .share(0.5)),
      ("-30%", .change(-0.3)), ("▲30%", .change(-0.3)),
      ("+10%", .change(0.1)), ("20..25", .range(20, 25)), ("20〜25", .range(20, 25)),
      ("20-25", .range(20, 25)),
      ("-5", .absolute(-5)),
    ])
  func read(_ text: String, _ target: Target) {
    #expect(Target(text) == target)
    #expect(Target(target.text) == target)
  }

  @Test(
    "what is no target is refused",
    arguments: [
      "", "%", "good", "5..", "25..20", "nan", "nan%", "inf%", "0x10%", "前年比nan", "1e999", "0..inf",
    ])
  func unreadable(_ text: String) {
    #expect(Target(text) == nil)
  }

  @Test("of a measure in per cent a bare percentage is the number itself")
  func percentUnit() {
    #expect(Target("95%", unit: "%") == .absolute(95))
    #expect(Target("95%", unit: "％") == .absolute(95))
    #expect(Target("前年比50%", unit: "%") == .share(0.5))
    #expect(Target("-30%", unit: "%") == .change(-0.3))
  }

  @Test("relative targets refer to the last period; of nothing they come to nothing")
  func resolved() {
    #expect(Target.share(0.5).resolved(base: 8) == .absolute(4))
    #expect(Target.change(-0.3).resolved(base: 10) == .absolute(7))
    #expect(Target.share(0.5).resolved(base: 0) == .absolute(0))
    #expect(Target.change(-0.3).resolved(base: 0) == .absolute(0))
    #expect(Target.share(0.5).resolved(base: nil) == nil)
    #expect(Target.absolute(3).resolved(base: nil) == .absolute(3))
  }

  @Test("equality achieves")
  func equality() {
    #expect(Target.absolute(7).isMet(by: 7, .atMost) == true)
    #expect(Target.absolute(7).isMet(by: 7.1, .atMost) == false)
    #expect(Target.absolute(99.9).isMet(by: 99.9, .atLeast) == true)
    #expect(Target.range(1, 2).isMet(by: 2, .within) == true)
    #expect(Target.range(1, 2).isMet(by: 2.5, .within) == false)
    #expect(Target.share(1).isMet(by: 1, .atMost) == nil)
  }
}
