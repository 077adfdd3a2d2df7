import Exchange
import Testing

/// A JSON value comes out as it went in.
struct OSCALValueTests {
  @Test("the order of keys, numbers as written, escapes and empty brackets come out as they came in")
  func comesOutAsItWentIn() throws {
    let text = #"{"b":1,"a":[0.50,-1e3,true,null,{},[]],"c":"二\n\"x\"","b":"again"}"#
    let value = try OSCALValue(json: Array(text.utf8))
    #expect(value.jsonText == text)
    #expect(try OSCALValue(json: value.jsonBytes) == value)
    #expect(value["b"] == .number("1"))
  }

  @Test("people read it line by line")
  func indentation() throws {
    let value = try OSCALValue(json: Array(#"{"a":[1,{"b":{}}],"c":"d"}"#.utf8))
    #expect(
      String(decoding: value.jsonBytes, as: UTF8.self) == """
        {
          "a": [
            1,
            {
              "b": {}
            }
          ],
          "c": "d"
        }

        """)
  }

  @Test(
    "what is no JSON is refused",
    arguments: ["", "{", "[1,]", "nan", "0x10", "+1", "inf", #"{"a":tru}"#, "1 2", "[[[", #""a"#])
  func refusals(_ text: String) {
    #expect(throws: JSONFault.self) { try OSCALValue(json: Array(text.utf8)) }
  }

  @Test("a stranger's brackets do not exhaust the stack")
  func depth() {
    #expect(throws: JSONFault.self) {
      try OSCALValue(json: Array(repeating: UInt8(ascii: "["), count: 1_000_000))
    }
  }

  @Test("a member is set in its place, appended, and taken out")
  func members() {
    var object = OSCALObject([("a", .text("1")), ("b", .text("2"))])
    object["a"] = .text("3")
    object["c"] = .null
    object["b"] = nil
    #expect(object.members.map(\.key) == ["a", "c"])
    #expect(object["a"] == .text("3"))
  }
}
