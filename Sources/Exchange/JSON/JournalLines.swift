package import Domain
package import Journal

/// What `log` tells a machine.
package enum JournalLines {
  /// One entry as one line of `log --json`; records by label and parties by key, as people know them now.
  package static func log(_ entry: Entry, in assessment: Assessment) -> String {
    JSONWriter.text { writer in
      writer.object { writer in
        writer.member("seq", entry.seq)
        writer.member("at", entry.at.text)
        writer.member("actor", entry.actor)
        writer.member("party", entry.party.map(assessment.label(of:)))
        writer.member("kind", entry.kind.rawValue)
        writer.member("record", entry.record.map(assessment.label(of:)))
        write(whatOf: entry, in: assessment, to: &writer)
        writer.member("batch", entry.batch.text)
        writer.member("digest", entry.digest.hex)
      }
    }
  }

  private static func write(whatOf entry: Entry, in assessment: Assessment, to writer: inout JSONWriter) {
    if let step = entry.phaseStep {
      writer.member("phase", step.phase.rawValue)
      writer.member("event", step.event.rawValue)
      writer.member("by", step.by)
      writer.member("reason", step.reason)
    } else {
      writer.member("field", entry.field)
    }
    if let party = entry.slotParty {
      writer.member("of", assessment.label(of: party))
    }
    for (key, written) in [("before", entry.before), ("after", entry.after)] {
      writer.key(key)
      writer.value(written.flatMap(Value.init(written:)), name: assessment.label(of:))
    }
    if case .marker(let marker) = entry.fact {
      writer.key("of")
      switch marker {
      case .undone(let batch), .redone(let batch): writer.string(batch.text)
      }
    }
  }
}
