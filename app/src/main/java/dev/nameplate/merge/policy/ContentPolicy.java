package dev.nameplate.merge.policy;

import dev.nameplate.template.field.AllowedContent;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import java.util.List;
import java.util.Optional;

/**
 * Decides what names and texts may say. Anyone can put a value into an image's URL, and what is
 * drawn looks as if the brand said it, so advertisements and abuse are refused.
 *
 * <p>A name is a few words of letters. A text may have numbers and prices, but no web address and
 * no telephone number unless its field allows them. Neither may hold a blocked word. Look-alike
 * characters count as what they look like ({@link Confusables}, UTS 39). Choices, codes, numbers
 * and dates are restricted by their kinds and not checked here.
 *
 * <p>The text that is checked is the one to draw: cut to length, in characters that the fonts have.
 * Immutable and safe for threads.
 */
public final class ContentPolicy {
  /** The policy without blocked words. */
  public static final ContentPolicy WITHOUT_WORDS = new ContentPolicy(List.of());

  private final BlockedWords blockedWords;

  /**
   * @param words blocked words and phrases; case and look-alikes do not matter
   */
  public ContentPolicy(List<String> words) {
    blockedWords = new BlockedWords(words);
  }

  /**
   * Why a field's text is refused.
   *
   * @param text cleaned, as it would be drawn
   * @return a few words for the template's author that do not quote the text, such as {@code a web
   *     address}; empty if it may be drawn
   */
  public Optional<String> objection(Field field, String text) {
    Optional<String> objection =
        switch (field.kind()) {
          case NAME -> NamePolicy.objection(text);
          case TEXT -> text(field, text);
          default -> Optional.empty();
        };
    boolean prose = field.kind() == FieldKind.NAME || field.kind() == FieldKind.TEXT;
    return objection.isEmpty() && prose && blockedWords.anyIn(text)
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
