package dev.nameplate.batch;

import java.util.Locale;

/** What became of a row; every row that was read is in exactly one state. */
public enum RowState {
  /** It has a URL, and every mapped field shows the recipient's value. */
  DONE,
  /** It has a URL, and at least one mapped field shows its fallback or nothing. */
  FALLBACK,
  /** It has no URL: the row cannot be read, or its URL would be too long. */
  FAILED,
  /** There is nothing in it. */
  SKIPPED,
  /** It lies beyond the limit on rows. */
  NOT_ATTEMPTED;

  /** Returns the name in lower case, as the column {@code np_status} contains it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
