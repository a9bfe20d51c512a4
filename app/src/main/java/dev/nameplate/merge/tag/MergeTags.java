package dev.nameplate.merge.tag;

import java.util.Optional;

/**
 * Recognises merge tags that a mail tool did not fill in.
 *
 * <p>A merge tag is the place in a mail where a tool puts a recipient's data, {@code *|FNAME|*} or
 * {@code {{ first_name }}}. Where the tool does not know it, or sends a test, the tag itself
 * arrives. Tags come in two tiers. Delimiters that nobody types count anywhere in a text. Weak ones
 * ({@code {x}}, {@code [x]}, {@code #x#}) count only where they are the whole of it, and most only
 * around a word that names a field.
 */
public final class MergeTags {
  private MergeTags() {}

  /**
   * The family of tools whose tag a clean text holds.
   *
   * @param fieldName as declared; documentation writes {@code {title}} for a field {@code title}
   * @return a label such as {@code mailchimp}, {@code liquid} or {@code percent}; empty where there
   *     is no tag
   */
  public static Optional<String> family(String text, String fieldName) {
    return EmbeddedTags.family(text)
        .or(() -> CutTags.family(text))
        .or(() -> WholeTags.family(text, fieldName));
  }
}
