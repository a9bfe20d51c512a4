package dev.nameplate.template;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The grammar of template ids: segments of lower-case letters, digits and dashes, joined by
 * slashes. Some words are no segments, because paths of the server and folders inside a template
 * use them.
 */
public final class TemplateId {
  /** The words that are no segment of an id. */
  public static final Set<String> RESERVED =
      Set.of("versions", "assets", "fonts", "edit", "batch", "sheet", "snippet");

  private static final Pattern GRAMMAR =
      Pattern.compile("[a-z0-9][a-z0-9-]*+(?:/[a-z0-9][a-z0-9-]*+)*+");

  private TemplateId() {}

  /** Whether a text is made of the characters of an id, reserved segments or not. */
  public static boolean isWellFormed(String text) {
    return GRAMMAR.matcher(text).matches();
  }

  /** Whether one of an id's segments is a reserved word. */
  public static boolean isReserved(String id) {
    return Stream.of(id.split("/")).anyMatch(RESERVED::contains);
  }
}
