package dev.nameplate.merge.policy;

import dev.nameplate.template.field.AllowedContent;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import java.util.List;
import java.util.Optional;

/**
 * Keeps an open field from being a billboard: anyone may write a value into an address, and what is
 * drawn speaks with the brand's voice.
 *
 * <p>A name is a few words of letters. A text may be prose with numbers and prices, but no address
 * of the web and no telephone number unless its field allows them. Neither holds a listed word.
 * What only looks like one of these counts as it ({@link Confusables}). Choices, codes, numbers and
 * dates are bounded by their kinds already.
 *
 * <p>It judges what would be drawn: after the cut to length, and in the letters that the fonts
 * have.
 */
public final class ContentPolicy {
  /** One without a list of words. */
  public static final ContentPolicy WITHOUT_WORDS = new ContentPolicy(List.of());

  private final BlockedWords listed;

  /**
   * @param words that this deployment refuses, each one or several words; letters' case and
   *     look-alikes do not matter
   */
  public ContentPolicy(List<String> words) {
    listed = new BlockedWords(words);
  }

  /**
   * Why a field's text is refused, in words that say nothing of it; empty where it may be drawn.
   */
  public Optional<String> objection(Field field, String text) {
    Optional<String> objection =
        switch (field.kind()) {
          case NAME -> NamePolicy.objection(text);
          case TEXT -> text(field, text);
          default -> Optional.empty();
        };
    boolean prose = field.kind() == FieldKind.NAME || field.kind() == FieldKind.TEXT;
    return objection.isEmpty() && prose && listed.anyIn(text)
        ? Optional.of("a listed word")
        : objection;
  }

  private static Optional<String> text(Field field, String text) {
    if (!field.allow().contains(AllowedContent.URL) && DomainDetector.inText(text)) {
      return Optional.of("a web address");
    }
    return !field.allow().contains(AllowedContent.PHONE) && PhoneNumberDetector.anyIn(text)
        ? Optional.of("a phone number")
        : Optional.empty();
  }
}
