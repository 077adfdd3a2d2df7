extension Array where Element == Words {
  /// `a, b and c`, `a、b及びc`.
  var listed: Words {
    Words(Self.listed(map(\.en), ", ", " and "), Self.listed(map(\.ja), "、", "及び"))
  }

  private static func listed(_ parts: [String], _ comma: String, _ and: String) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: comma) + and + last
  }
}

extension Words {
  /// `no a, b: add them`.
  static func missing(_ parts: [Words]) -> Words {
    let list = parts.listed
    return Words("no " + list.en + ": fill it in", list.ja + "がない。記入する")
  }

  /// A heading and some of what it counts: `87 undecided: 5.2, 5.3, …`.
  static func counted(_ names: [String]) -> String {
    let shown = names.prefix(8).joined(separator: ", ")
    return names.count > 8 ? shown + ", …" : shown
  }
}

extension Assessment {
  /// A title to be quoted in a sentence, cut where it is long; the fallback where there is none.
  func quoted(_ id: RecordID) -> String {
    guard let title = title(of: id) else { return "—" }
    return title.count > 40 ? title.prefix(39) + "…" : title
  }

  /// Names of parties in a sentence.
  func names(_ parties: [RecordID]) -> Words {
    parties.map { id in
      let name = self[id, Party.name] ?? self[id, Party.partyKey] ?? "—"
      return Words(name, name)
    }.listed
  }
}
