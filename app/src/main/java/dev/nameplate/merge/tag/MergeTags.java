package dev.nameplate.merge.tag;

import java.util.Optional;

/**
 * Detects merge tags that an email platform did not fill in.
 *
 * <p>A merge tag is a placeholder in an email that the platform replaces by a recipient's data,
 * such as {@code *|FNAME|*} or {@code {{ first_name }}}. If the platform does not know it, or sends
 * a test, the tag itself arrives. There are two tiers. Strong delimiters, which nobody types, count
 * anywhere in a text. Weak ones ({@code {x}}, {@code [x]}, {@code #x#}) count only if the tag is
 * the whole text, and most only around a word that names a field.
 */
public final class MergeTags {
  private MergeTags() {}

  /**
   * The family of the merge tag that a text holds.
   *
   * @param text cleaned
   * @param fieldName as declared; its own name between weak delimiters is a tag too: {@code
   *     {title}} for a field {@code title}
   * @return a label such as {@code mailchimp}, {@code liquid} or {@code percent}; empty if there is
   *     no tag
   */
  public static Optional<String> family(String text, String fieldName) {
    return EmbeddedTags.family(text)
        .or(() -> CutTags.family(text))
        .or(() -> WholeTags.family(text, fieldName));
  }
}
