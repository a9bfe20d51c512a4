package dev.nameplate.batch.csv;

import java.util.List;

/**
 * How a list is written, and the evidence for it.
 *
 * @param dialect encoding, separator, quotes and line ending
 * @param dataOffset the length, in bytes, of the byte order mark and a line {@code sep=;}, which
 *     are copied
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
