import Domain
import GRDB
import Journal

/// How the workspace file is laid out.
///
/// `entry` is the journal and never changes but at its end. `meta` says where it ends. `opening` holds what sealed
/// estimates say until their round is revealed. All other tables are projections: they can be thrown away and made
/// again.
enum Schema {
  /// "KYOK"
  static let applicationID: Int64 = 0x4B59_4F4B
  static let major = 1
  static let minor = 1
  static var userVersion: Int { major * 1000 + minor }

  static func create(_ database: Database, replica: UInt32) throws {
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(userVersion)")
    try database.execute(sql: journal)
    try database.execute(sql: guards)
    try database.execute(sql: Openings.table)
    try database.execute(
      sql:
        "INSERT INTO meta (id, replica, seq, count, number, digest, shape) VALUES (1, ?, 0, 0, 0, zeroblob(32), '')",
      arguments: [Int64(replica)])
    try createProjections(database)
  }

  /// Adds what an earlier minor version had not; twice does no harm, since two programs may open a file at once.
  static func bringUp(_ database: Database) throws {
    try database.inTransaction(.immediate) {
      try database.execute(sql: Openings.table)
      try database.execute(sql: "PRAGMA user_version = \(userVersion)")
      return .commit
    }
  }

  private static let journal = """
    CREATE TABLE meta (
      id INTEGER PRIMARY KEY CHECK (id = 1), replica INTEGER NOT NULL, seq INTEGER NOT NULL, count INTEGER NOT NULL,
      number INTEGER NOT NULL, digest BLOB NOT NULL, shape TEXT NOT NULL
    ) STRICT;
    CREATE TABLE entry (
      "seq" INTEGER PRIMARY KEY, "replica" INTEGER NOT NULL, "number" INTEGER NOT NULL, "batch" INTEGER NOT NULL,
      "at" INTEGER NOT NULL, "actor" TEXT NOT NULL, "party" INTEGER, "kind" TEXT NOT NULL, "record" INTEGER,
      "recordKind" TEXT, "label" INTEGER, "owner" INTEGER, "field" TEXT, "slotParty" INTEGER, "before" TEXT,
      "after" TEXT, "payload" TEXT, "digest" BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX entry_id ON entry (replica, number);
    CREATE INDEX entry_record ON entry (record, seq);
    CREATE INDEX entry_act ON entry (actor, seq) WHERE batch = (replica << 32 | number);
    """

  /// What keeps others from changing the journal by mistake.
  static let guards = """
    CREATE TRIGGER IF NOT EXISTS entry_update BEFORE UPDATE ON entry BEGIN
      SELECT RAISE(ABORT, 'the journal is never changed');
    END;
    CREATE TRIGGER IF NOT EXISTS entry_delete BEFORE DELETE ON entry BEGIN
      SELECT RAISE(ABORT, 'the journal is never shortened');
    END;
    CREATE TRIGGER IF NOT EXISTS entry_insert BEFORE INSERT ON entry
    WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entry)
      OR EXISTS (SELECT 1 FROM entry WHERE replica = NEW.replica AND number = NEW.number)
    BEGIN
      SELECT RAISE(ABORT, 'the journal only grows at its end');
    END;
    """

  /// Takes the guards away, for a journal that is copied with its faults.
  static let unguarded =
    "DROP TRIGGER entry_update; DROP TRIGGER entry_delete; DROP TRIGGER entry_insert;"

  // MARK: Projections

  /// Makes the projections anew and empty.
  static func createProjections(_ database: Database) throws {
    for kind in RecordKind.allCases {
      let columns = kind.description.fields.map { "\"\($0.name)\" \(columnType($0.type))" }
      try database.execute(
        sql: """
          DROP TABLE IF EXISTS "\(kind.rawValue)";
          CREATE TABLE "\(kind.rawValue)" (
            "_number" INTEGER PRIMARY KEY, "_id" INTEGER NOT NULL, "_party" INTEGER,
            "_removed" INTEGER NOT NULL DEFAULT 0, \(columns.joined(separator: ", "))
          ) STRICT;
          """)
    }
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS slot;
        CREATE TABLE slot (
          record INTEGER NOT NULL, field TEXT NOT NULL, party INTEGER NOT NULL, value TEXT NOT NULL,
          PRIMARY KEY (record, field, party)
        ) WITHOUT ROWID, STRICT;
        DROP TABLE IF EXISTS phase;
        CREATE TABLE phase (
          party INTEGER NOT NULL, phase INTEGER NOT NULL, state TEXT NOT NULL, agreedBefore INTEGER NOT NULL,
          submittedBy TEXT, agreedBy TEXT, changed TEXT NOT NULL, PRIMARY KEY (party, phase)
        ) WITHOUT ROWID, STRICT;
        """)
    try database.execute(sql: "UPDATE meta SET shape = ?", arguments: [shape])
  }

  /// Changes whenever a description does, so that projections of another version are made anew.
  static let shape: String = {
    var text = "projections 1"
    for kind in RecordKind.allCases {
      text += ";" + kind.rawValue
      for field in kind.description.fields { text += "," + field.name + " " + columnType(field.type) }
    }
    return Digest(hashing: Array(text.utf8)).hex
  }()

  private static func columnType(_ type: FieldType) -> String {
    switch type {
    case .text, .longText, .choice, .choices, .references, .list, .table, .loss, .target: "TEXT"
    case .number: "REAL"
    case .integer, .flag, .day, .reference, .step: "INTEGER"
    }
  }
}
