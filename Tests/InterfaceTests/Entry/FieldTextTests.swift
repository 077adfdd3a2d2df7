import Domain
import Interface
import Testing

@Suite("Field text")
struct FieldTextTests {
  let world: SampleWorld

  init() throws { world = try SampleWorld() }

  private func parse(
    _ text: String, _ field: FieldDescription, _ kind: RecordKind = .risk
  ) -> Result<ParsedValue, FieldProblem> {
    var pending = 1
    return FieldText.parse(
      text, field: field, kind: kind, party: world.csp, assessment: world.assessment, language: .japanese,
      pending: &pending)
  }

  private func value(_ text: String, _ field: FieldDescription) throws -> Value? {
    try parse(text, field).get().value
  }

  // MARK: Round trips

  /// A value for a field that could stand in any record.
  private func samples(_ field: FieldDescription) -> [Value] {
    switch field.type {
    case .text: [.text("a; b | c"), .text("復元できない「重要」データ"), .text("12.3.1")]
    case .longText: [.text("一行目\n二行目")]
    case .number: [.number(97), .number(0.5), .number(-3.25), .number(1_000_000)]
    case .integer: [.integer(0), .integer(-7), .integer(2026)]
    case .flag: [.flag(true), .flag(false)]
    case .day: [.day(Day(number: 20_781)), .day(Day(number: 0))]
    case .choice(let options): options.map { .choice($0.key) }
    case .choices(let options): [.choices(options.map(\.key)), .choices([options[0].key])]
    case .reference(let kinds): records(kinds).map { .reference($0) }
    case .references(let kinds): [.references(records(kinds))]
    case .list: [.list(["一つ", "a;b", "c\\d", "e|f"]), .list(["ベンダーロックイン"])]
    case .table: [.table([["まれ", "rare", "", "10;年"], ["高い", "likely", "a|b", "c"]])]
    case .step: [.integer(1), .integer(5)]
    case .loss: [.table([["C", "2"], ["A", "3"]]), .table([["I", ""]])]
    case .target: [.text("50%"), .text("-30%"), .text("99.9"), .text("10..20")]
    }
  }

  private func records(_ kinds: [RecordKind]) -> [RecordID] {
    kinds.flatMap { world.assessment.ids($0) }
  }

  @Test(
    "what is shown for editing reads back to the same value", arguments: RecordKind.allCases,
    Language.allCases)
  func editReadsBack(_ kind: RecordKind, _ language: Language) throws {
    for field in kind.description.fields {
      for sample in samples(field) where !FieldText.edit(sample, field, world.assessment, language).isEmpty {
        let text = FieldText.edit(sample, field, world.assessment, language)
        let read = try parse(text, field, kind).get()
        #expect(read.value == sample, "\(kind).\(field.name): \(text)")
        #expect(read.commands.isEmpty)
        #expect(FieldText.edit(read.value, field, world.assessment, language) == text)
      }
    }
  }

  @Test("nothing typed empties the field", arguments: RecordKind.allCases)
  func emptyEmpties(_ kind: RecordKind) throws {
    for field in kind.description.fields {
      #expect(try parse(" 　", field, kind).get() == parse("", field, kind).get())
      #expect(try parse("", field, kind).get().value == nil)
      #expect(FieldText.edit(nil, field, world.assessment, .english).isEmpty)
    }
  }

  // MARK: What people type

  @Test(
    "treatments by word, key, start and what practice calls them",
    arguments: [
      ("modify", ["modify"]), ("m", ["modify"]), ("低減", ["modify"]), ("低減（修正）", ["modify"]),
      ("修正", ["modify"]),
      ("移転", ["share"]), ("受容", ["retain"]), ("回", ["avoid"]), ("低減、共有", ["modify", "share"]),
      ("share,modify", ["modify", "share"]), ("ｍｏｄｉｆｙ", ["modify"]), ("TRANSFER", ["share"]),
    ])
  func treatments(_ text: String, _ keys: [String]) throws {
    #expect(try value(text, Risk.treatment.field) == .choices(keys))
  }

  @Test(
    "days in every common writing",
    arguments: [
      ("2027-03-31", "2027-03-31"), ("2027/3/1", "2027-03-01"), ("2027-03", "2027-03-31"),
      ("2028/2", "2028-02-29"), ("２０２７－０３－３１", "2027-03-31"), ("2027年3月31日", "2027-03-31"),
      ("2027年3月", "2027-03-31"), ("2027.3.31", "2027-03-31"),
    ])
  func days(_ text: String, _ iso: String) throws {
    #expect(try value(text, Risk.planDue.field) == Day(text: iso).map(Value.day))
  }

  @Test(
    "steps by number, by name, by the start of a name",
    arguments: [("3", 3), ("５", 5), ("中程度", 3), ("ほぼ", 5), ("poss", 3), ("3 中程度", 3), ("almost certain", 5)])
  func steps(_ text: String, _ step: Int) throws {
    #expect(try value(text, Risk.likelihood.field) == .integer(step))
  }

  @Test(
    "losses by key, by name, with words or digits",
    arguments: [
      ("C2I1A3", [["C", "2"], ["I", "1"], ["A", "3"]]), ("A", [["A", ""]]),
      ("機3完1可2", [["C", "3"], ["I", "1"], ["A", "2"]]),
      ("可大", [["A", "3"]]), ("ａ３", [["A", "3"]]), ("可用性 2", [["A", "2"]]),
      ("A1 C3", [["C", "3"], ["A", "1"]]),
    ])
  func losses(_ text: String, _ rows: [[String]]) throws {
    #expect(try value(text, Risk.loss.field) == .table(rows))
  }

  @Test(
    "what is no value is refused",
    arguments: [
      ("ghost", Risk.treatment.field), ("6", Risk.likelihood.field), ("0", Risk.likelihood.field),
      ("2027-13", Risk.planDue.field), ("2027-02-30", Risk.planDue.field), ("X3", Risk.loss.field),
      ("A4", Risk.loss.field), ("A99999999999999999999", Risk.loss.field), ("O-9", Risk.objective.field),
      ("R-1", Risk.objective.field), ("田中", Risk.owner.field), ("PE-99", Risk.owner.field),
      ("nan", Reading.value.field), ("inf", Reading.value.field), ("0x10", Reading.value.field),
      ("ninety", Reading.value.field), ("1e999", Reading.value.field), ("maybe", Disclosure.sufficient.field),
      ("half", Objective.target.field), ("99999999999999999999", RiskCriteria.version.field),
    ])
  func refusals(_ text: String, _ field: FieldDescription) {
    #expect(throws: FieldProblem.self) { try value(text, field) }
  }

  // MARK: Links

  @Test(
    "an objective by label, number, title and start of title",
    arguments: ["O-1", "o-1", "Ｏ－１", "1", "インシデントの減少", "インシデント"])
  func objectives(_ text: String) throws {
    #expect(try value(text, Risk.objective.field) == .reference(world.objective))
  }

  @Test("an owner by name, label, and name with party", arguments: ["佐藤", "PE-1", "佐藤@csp", "佐", "佐藤＠例示"])
  func owners(_ text: String) throws {
    #expect(try value(text, Risk.owner.field) == .reference(world.sato))
  }

  @Test("somebody new comes into being with the act, in the record's party")
  func newPerson() throws {
    var pending = 4
    let read = try FieldText.parse(
      "山田", field: Risk.owner.field, kind: .risk, party: world.csc, assessment: world.assessment,
      language: .japanese, pending: &pending
    ).get()
    var person = Draft(.person, party: world.csc, pending: 4)
    person.set(Person.name, "山田")
    #expect(read == ParsedValue(value: .reference(person.id), commands: [.create(person)]))
    #expect(pending == 5)
  }

  @Test("a namesake in another party is somebody else")
  func namesake() throws {
    #expect(try parse("Suzuki", Risk.owner.field).get().commands.count == 1)
    #expect(try parse("Suzuki@csc", Risk.owner.field).get().commands.isEmpty)
  }

  // MARK: Reading

  @Test("what people read has names, titles and the words of the scale")
  func display() {
    func shown(_ value: Value, _ field: FieldDescription) -> String {
      FieldText.display(value, field, world.assessment, .japanese)
    }
    #expect(shown(.reference(world.sato), Risk.owner.field) == "佐藤")
    #expect(shown(.reference(world.objective), Risk.objective.field) == "O-1 インシデントの減少")
    #expect(shown(.integer(3), Risk.likelihood.field) == "3 中程度")
    #expect(shown(.table([["C", "2"], ["A", ""]]), Risk.loss.field) == "機密性 2、可用性")
    #expect(shown(.choices(["modify", "share"]), Risk.treatment.field) == "低減（修正）、共有")
    #expect(shown(.flag(true), Disclosure.sufficient.field) == "はい")
  }

  @Test("control characters never come in")
  func controlCharacters() throws {
    #expect(try value("a\u{1B}[31mb\u{202E}c\td\r\ne", Risk.event.field) == .text("a[31mbc d e"))
    #expect(try value("一\r\n二\u{7}", Risk.consequence.field) == .text("一\n二"))
    #expect(try value("か\u{3099}", Risk.event.field) == .text("が"))
  }

  @Test("a loss is edited under the letters of the language, and both are read back")
  func losses() throws {
    let world = try SampleWorld()
    let field = Risk.loss.field
    let value = Value.table([["C", "3"], ["I", "1"], ["A", "2"]])
    let texts = Language.allCases.map { FieldText.edit(value, field, world.assessment, $0) }
    #expect(Set(texts) == ["C3 I1 A2", "機3 完1 可2"])
    for text in texts + ["Ａ２、機3 I1"] {
      for language in Language.allCases {
        var pending = 1
        let read = FieldText.parse(
          text, field: field, kind: .risk, party: world.csp, assessment: world.assessment,
          language: language, today: world.context.today, pending: &pending)
        guard case .success(let parsed) = read else {
          Issue.record("\(text) is not read")
          continue
        }
        #expect(parsed.value == value, "\(text)")
      }
    }
  }
}
