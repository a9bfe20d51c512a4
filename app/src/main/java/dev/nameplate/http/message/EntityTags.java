package dev.nameplate.http.message;

import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;

/**
 * What {@code If-None-Match} lists (RFC 9110, section 13.1.2), compared weakly as the field asks.
 *
 * @param any whether {@code *} was given
 * @param opaque the tags with their quotes, without {@code W/}
 */
public record EntityTags(boolean any, Set<String> opaque) {
  private static final int MOST = 100;

  public EntityTags {
    opaque = Set.copyOf(opaque);
  }

  /** Reads every line of the field; what is no tag is passed over. */
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
    while (open >= 0 && tags.size() < MOST) {
      int close = line.indexOf('"', open + 1);
      if (close < 0) {
        return;
      }
      tags.add(line.substring(open, close + 1));
      open = line.indexOf('"', close + 1);
    }
  }

  /** Whether the asker holds the representation of a strong tag, given with its quotes. */
  public boolean match(String etag) {
    return any || opaque.contains(etag);
  }
}
