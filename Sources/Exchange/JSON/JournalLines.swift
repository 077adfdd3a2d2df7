package import Domain
package import Journal

/// What `log` and `verify` tell a machine.
package enum JournalLines {
  /// One entry as one line of `log --json`; records by label and parties by key, as people know them now.
  package static func log(_ entry: Entry, in assessment: Assessment) -> String {
    JSONWriter.text { writer in
      writer.object { writer in
        writer.key("seq")
        writer.integer(entry.seq)
        writer.key("at")
        writer.string(entry.at.text)
        writer.key("actor")
        writer.string(entry.actor)
        writer.key("party")
        writer.string(entry.party.map(assessment.label(of:)))
        writer.key("kind")
        writer.string(entry.kind.rawValue)
        writer.key("record")
        writer.string(entry.record.map(assessment.label(of:)))
        write(whatOf: entry, in: assessment, to: &writer)
        writer.key("batch")
        writer.string(entry.batch.text)
        writer.key("digest")
        writer.string(entry.digest.hex)
      }
    }
  }

  /// The object of `verify --json`; no `why` means that all is well.
  package static func verification(entries: Int64, seq: Int64?, why: String?) -> String {
    JSONWriter.text { writer in
      writer.object { writer in
        writer.key("ok")
        writer.flag(why == nil)
        writer.key("entries")
        writer.integer(entries)
        writer.key("firstBad")
        guard let why else { return writer.null() }
        writer.object { writer in
          writer.key("seq")
          if let seq { writer.integer(seq) } else { writer.null() }
          writer.key("why")
          writer.string(why)
        }
      }
    }
  }

  private static func write(whatOf entry: Entry, in assessment: Assessment, to writer: inout JSONWriter) {
    if let step = entry.phaseStep {
      writer.key("phase")
      writer.integer(step.phase.rawValue)
      writer.key("event")
      writer.string(step.event.rawValue)
      writer.key("by")
      writer.string(step.by)
      writer.key("reason")
      writer.string(step.reason)
    } else {
      writer.key("field")
      writer.string(entry.field)
    }
    if let party = entry.slotParty {
      writer.key("of")
      writer.string(assessment.label(of: party))
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
