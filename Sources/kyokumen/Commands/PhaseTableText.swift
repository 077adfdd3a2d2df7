import Canvas
import Domain
import Exchange

/// The phases of all parties as a table for people and as JSON.
struct PhaseTableText {
  let assessment: Assessment

  private var parties: [RecordID] { assessment.participants }

  /// One line per phase: its name, the joint state, each party's.
  func text(_ language: Language) -> String {
    let head =
      [Words("phase", "局面")[language], Words("joint", "全体")[language]] + parties.map(assessment.label(of:))
    let rows = Phase.allCases.map { phase in
      [
        "\(phase.rawValue) " + phase.shortWords[language],
        assessment.jointState(of: phase).state.words[language],
      ]
        + parties.map { assessment.phases[$0, phase].words[language] }
    }
    let widths = head.indices.map { column in
      ([head] + rows).map { DisplayWidth.width(of: $0[column]) }.max() ?? 0
    }
    return ([head] + rows).map { line($0, widths) }.joined(separator: "\n")
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (cell, width) in zip(cells, widths) {
      text += cell + String(repeating: " ", count: width - DisplayWidth.width(of: cell) + 2)
    }
    while text.last == " " { text.removeLast() }
    return text.printable
  }

  /// The shape of `phase --json`.
  func json() -> String {
    JSONWriter.text { writer in
      writer.object { writer in
        writer.member("cycle", assessment.cycle)
        writer.key("parties")
        writer.array { writer in
          for party in parties {
            writer.object { writer in
              writer.member("key", assessment.label(of: party))
              writer.member("name", assessment[party, Party.name])
            }
          }
        }
        writer.key("phases")
        writer.array { writer in
          for phase in Phase.allCases { write(phase, to: &writer) }
        }
      }
    }
  }

  private func write(_ phase: Phase, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("phase", phase.rawValue)
      writer.member("joint", assessment.jointState(of: phase).state.rawValue)
      writer.key("parties")
      writer.object { writer in
        for party in parties {
          writer.member(assessment.label(of: party), assessment.phases[party, phase].rawValue)
        }
      }
    }
  }
}
