package dev.nameplate.usage;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What counts are kept for.
 *
 * @param day of UTC
 * @param template the id
 * @param subject the {@code sub} of the token that made the URLs; empty for what no token did: the
 *     pictures of URLs, since a URL does not say who made it, and calls under the local rule
 */
public record UsageKey(LocalDate day, String template, String subject)
    implements Comparable<UsageKey> {
  /** The subject of what no token did. */
  public static final String NOBODY = "";

  private static final Comparator<UsageKey> ORDER =
      Comparator.comparing(UsageKey::day)
          .thenComparing(UsageKey::template)
          .thenComparing(UsageKey::subject);

  /** Compares by day, then template, then subject. */
  @Override
  public int compareTo(UsageKey other) {
    return ORDER.compare(this, other);
  }
}
