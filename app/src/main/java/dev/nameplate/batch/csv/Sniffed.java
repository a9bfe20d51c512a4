package dev.nameplate.batch.csv;

import java.util.List;

/**
 * What was found out about a list before its rows are read.
 *
 * @param dataOffset bytes of byte order mark and of a line {@code sep=;}, which are copied
 * @param proofs a sentence each, for encoding, separator and line ending, with the lines that prove
 *     them; no value of a recipient
 * @param warnings a sentence each
 */
public record Sniffed(Dialect dialect, int dataOffset, List<String> proofs, List<String> warnings) {
  public Sniffed {
    proofs = List.copyOf(proofs);
    warnings = List.copyOf(warnings);
  }
}
