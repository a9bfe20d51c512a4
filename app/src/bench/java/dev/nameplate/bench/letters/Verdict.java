package dev.nameplate.bench.letters;

import java.util.Locale;

/** What the page says of a pair. */
enum Verdict {
  /** No spot of seven by seven pixels differs in more than 14 of them. */
  SAME,
  /** The same letters, each the same, somewhere moved by a few pixels. */
  DIFFERENT,
  /** Other letters, or letters elsewhere. */
  WRONG,
  /** Wrong, and kept for a reason that {@link Remainder} states. */
  LISTED,
  /** Our fonts lack a letter of it. */
  NO_FONT;

  static Verdict of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
