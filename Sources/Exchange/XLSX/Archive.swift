import CZip

/// A zip archive in memory, read part by part and never beyond a limit, so that a small file cannot fill the machine.
final class Archive {
  /// All parts together, unpacked.
  static let limit = 256 << 20

  private let handle: OpaquePointer
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var spent = 0

  /// - Throws: `WorkbookFault.notAnArchive`.
  init(_ content: [UInt8]) throws(WorkbookFault) {
    // libzip takes nothing at all for an archive without parts.
    guard !content.isEmpty else { throw .notAnArchive }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: content.count)
    _ = copy.initialize(from: content)
    var fault = zip_error_t()
    let source = zip_source_buffer_create(copy.baseAddress, zip_uint64_t(content.count), 0, &fault)
    guard let source, let opened = zip_open_from_source(source, ZIP_RDONLY, &fault) else {
      if let source { zip_source_free(source) }
      copy.deallocate()
      throw .notAnArchive
    }
    handle = opened
    bytes = copy
  }

  deinit {
    zip_discard(handle)
    bytes.deallocate()
  }

  func has(_ name: String) -> Bool { zip_name_locate(handle, name, 0) >= 0 }

  /// The unpacked bytes of a part; nil where there is none of that name.
  ///
  /// - Throws: `WorkbookFault` for a part that is there and cannot be unpacked.
  func part(_ name: String) throws(WorkbookFault) -> [UInt8]? {
    guard let file = zip_fopen(handle, name, 0) else {
      guard has(name) else { return nil }
      let why = zip_error_code_zip(zip_get_error(handle))
      throw why == ZIP_ER_NOPASSWD ? .encrypted : .notAnArchive
    }
    defer { zip_fclose(file) }
    var part: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_fread(file, &chunk, zip_uint64_t(chunk.count))
      guard count >= 0 else { throw .notAnArchive }
      guard count > 0 else { return part }
      spent += Int(count)
      // What the archive says of its sizes is not believed: what comes out is counted.
      guard spent <= Self.limit else { throw .tooLarge(limit: Self.limit >> 20) }
      part += chunk[..<Int(count)]
    }
  }
}
