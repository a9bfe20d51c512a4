package dev.nameplate.api;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody most likely meant: the fewest edits (Levenshtein 1966). */
final class NearestName {
  private static final int LONGEST = 64;

  private NearestName() {}

  /** Absent where every name differs in more than a third of its letters, and in more than two. */
  static Optional<String> of(String text, Collection<String> names) {
    String wanted = plain(text);
    Optional<String> best = Optional.empty();
    int least = Integer.MAX_VALUE;
    for (String name : names) {
      int edits = edits(wanted, plain(name));
      if (edits < least) {
        least = edits;
        best = Optional.of(name);
      }
    }
    int allowed = Math.max(2, wanted.length() / 3);
    return wanted.isEmpty() || least > allowed ? Optional.empty() : best;
  }

  private static String plain(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
    return plain.substring(0, Math.min(LONGEST, plain.length()));
  }

  private static int edits(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int at = 0; at <= other.length(); at++) {
      row[at] = at;
    }
    for (int line = 1; line <= one.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int at = 1; at <= other.length(); at++) {
        int same = diagonal + (one.charAt(line - 1) == other.charAt(at - 1) ? 0 : 1);
        diagonal = row[at];
        row[at] = Math.min(same, Math.min(row[at], row[at - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
