// Tabular reads and writes delimited text (RFC 4180, TSV) over bytes. It knows nothing of records.
