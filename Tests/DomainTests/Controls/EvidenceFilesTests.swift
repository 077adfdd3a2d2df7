import Domain
import Testing

@Suite("Evidence and its files")
struct EvidenceFilesTests {
  private func evidence(at place: String, _ room: inout Room) throws -> RecordID {
    try room.add(.evidence, room.csc) {
      $0.set(Evidence.title, "restore log")
      $0.set(Evidence.place, place)
    }
  }

  @Test("evidence that names a local file keeps the digest of what was found there, in the same act")
  func digestIsTaken() throws {
    var room = try Room()
    room.context.files.note(["restore.log": .file(digest: "aa11")])
    let evidence = try evidence(at: "restore.log", &room)
    #expect(room.assessment[evidence, Evidence.digest] == "aa11")
    try room.set(evidence, Evidence.place, "kept in the safe")
    #expect(room.assessment[evidence, Evidence.digest] == nil)
  }

  @Test("writing the same place again takes nothing anew, and a digest given by hand stands")
  func nothingIsTakenUnasked() throws {
    var room = try Room()
    room.context.files.note(["restore.log": .file(digest: "aa11")])
    let evidence = try evidence(at: "restore.log", &room)
    room.context.files.note(["restore.log": .file(digest: "bb22")])
    try room.set(evidence, Evidence.place, "restore.log")
    #expect(room.assessment[evidence, Evidence.digest] == "aa11")
    let given = try room.add(.evidence, room.csc) {
      $0.set(Evidence.place, "restore.log")
      $0.set(Evidence.digest, "cc33")
    }
    #expect(room.assessment[given, Evidence.digest] == "cc33")
  }

  @Test("each state of a file is told apart")
  func states() throws {
    var room = try Room()
    room.context.files.note(["restore.log": .file(digest: "aa11")])
    let evidence = try evidence(at: "restore.log", &room)
    let plain = try self.evidence(at: "kept in the safe", &room)
    let readings: [(EvidenceFiles.Reading, EvidenceState)] = [
      (.file(digest: "aa11"), .asTaken), (.file(digest: "aa12"), .changed), (.missing, .missing),
      (.unreadable, .unreadable),
    ]
    for (reading, state) in readings {
      #expect(
        room.assessment.state(ofEvidence: evidence, EvidenceFiles(["restore.log": reading])) == state)
    }
    #expect(room.assessment.state(ofEvidence: evidence, EvidenceFiles()) == .unchecked)
    #expect(room.assessment.state(ofEvidence: plain, EvidenceFiles()) == .unkept)
    #expect(room.assessment.keptPlaces == ["restore.log"])
  }

  @Test("another look at the files changes the findings kept from change to change as it does a full look")
  func indexFollowsFiles() throws {
    var room = try Room()
    room.context.files.note(["restore.log": .file(digest: "aa11")])
    _ = try evidence(at: "restore.log", &room)
    var index = GateIndex(room.assessment, room.context)
    for reading in [EvidenceFiles.Reading.missing, .file(digest: "bb22"), .file(digest: "aa11")] {
      room.context.files.note(["restore.log": reading])
      index.update(after: [], in: room.assessment, room.context)
      let full = room.assessment.gateFindings(party: room.csc, phase: .controls, room.context)
      #expect(
        index.findings(party: room.csc, phase: .controls, in: room.assessment, room.context) == full)
      #expect(full.contains { $0.rule == "C9" } == (reading != .file(digest: "aa11")))
    }
  }
}
