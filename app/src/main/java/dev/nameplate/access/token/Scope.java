package dev.nameplate.access.token;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a token allows: an action, on every template, on one, or on those in a folder. Written
 * {@code render}, {@code render:welcome}, {@code render:spring/*}.
 *
 * @param templates an id, or a folder with {@code /*} behind it; empty for all
 */
public record Scope(String action, Optional<String> templates) {
  private static final String ID = "[a-z0-9][a-z0-9-]*";
  private static final Pattern ACTION = Pattern.compile("[a-z][a-z-]{0,31}");
  private static final Pattern TEMPLATES = Pattern.compile(ID + "(?:/" + ID + ")*+(?:/\\*)?");

  public Scope {
    if (!ACTION.matcher(action).matches()
        || !templates.map(text -> TEMPLATES.matcher(text).matches()).orElse(true)) {
      throw new IllegalArgumentException("a scope is action, action:template or action:folder/*");
    }
  }

  /** The scope of a text; empty where it is none. */
  public static Optional<Scope> parse(String text) {
    int colon = text.indexOf(':');
    String action = colon < 0 ? text : text.substring(0, colon);
    Optional<String> templates =
        colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
    boolean right =
        ACTION.matcher(action).matches()
            && templates.map(found -> TEMPLATES.matcher(found).matches()).orElse(true);
    return right ? Optional.of(new Scope(action, templates)) : Optional.empty();
  }

  /** Whether it allows an action on a template. */
  boolean allows(String asked, String template) {
    return action.equals(asked)
        && templates
            .map(
                known ->
                    known.endsWith("/*")
                        ? template.startsWith(known.substring(0, known.length() - 1))
                        : template.equals(known))
            .orElse(true);
  }

  /** As it is written. */
  public String text() {
    return action + templates.map(text -> ":" + text).orElse("");
  }
}
