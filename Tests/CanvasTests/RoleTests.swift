import Canvas
import Testing

@Suite struct RoleTests {
  @Test("Every role has a name of its own and is found by it", arguments: Role.allCases)
  func names(role: Role) {
    #expect(!role.name.isEmpty)
    #expect(Role(name: role.name) == role)
  }

  @Test("A role falls back on the groups its dotted name lies in")
  func lookup() {
    #expect(Role.textMuted.lookupNames == ["ui.text.muted", "ui.text", "ui"])
  }

  @Test("However many bands there are, each has its own step and the ends are used", arguments: 2...7)
  func bands(count: Int) {
    let steps = (0..<count).map { Role.riskLevel($0, of: count) }
    #expect(Set(steps).count == count)
    #expect(steps.first == .riskLevel1)
    #expect(steps.last == .riskLevel7)
  }

  @Test("The five usual bands take the five measured colours")
  func fiveBands() {
    let steps = (0..<5).map { Role.riskLevel($0, of: 5) }
    #expect(steps == [.riskLevel1, .riskLevel3, .riskLevel4, .riskLevel6, .riskLevel7])
    #expect(Role.riskLevel(9, of: 5) == .riskLevel7)
  }
}
