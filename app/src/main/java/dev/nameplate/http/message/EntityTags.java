package dev.nameplate.http.message;

import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;

/**
 * The entity tags in {@code If-None-Match} (RFC 9110, section 13.1.2), for weak comparison.
 *
 * @param any whether the header is {@code *}
 * @param opaque the tags with their quotes, without {@code W/}
 */
public record EntityTags(boolean any, Set<String> opaque) {
  private static final int MAX_TAGS = 100;
  private static final String WEAK = "W/";

  public EntityTags {
    opaque = Set.copyOf(opaque);
  }

  /**
   * Parses the lines of {@code If-None-Match}. Parts that are not a tag, and all tags after the
   * hundredth, are ignored; without lines no tag matches.
   */
  public static EntityTags read(Enumeration<String> lines) {
    boolean any = false;
    Set<String> tags = new HashSet<>();
    while (lines.hasMoreElements()) {
      String line = lines.nextElement();
      any |= line.strip().equals("*");
      collect(line, tags);
    }
    return new EntityTags(any, tags);
  }

  private static void collect(String line, Set<String> tags) {
    int open = line.indexOf('"');
    while (open >= 0 && tags.size() < MAX_TAGS) {
      int close = line.indexOf('"', open + 1);
      if (close < 0) {
        return;
      }
      tags.add(line.substring(open, close + 1));
      open = line.indexOf('"', close + 1);
    }
  }

  /**
   * Returns whether the header lists a tag, compared weakly (RFC 9110, section 8.8.3.2), or is
   * {@code *}.
   *
   * @param etag with its quotes, weak or strong
   */
  public boolean match(String etag) {
    return any || opaque.contains(etag.startsWith(WEAK) ? etag.substring(WEAK.length()) : etag);
  }
}
