package dev.nameplate.merge;

import dev.nameplate.template.Allowance;
import dev.nameplate.template.Field;
import dev.nameplate.template.FieldKind;
import java.util.List;
import java.util.Optional;

/**
 * Keeps an open field from being a billboard: anyone may write a value into an address, and what is
 * drawn speaks with the brand's voice.
 *
 * <p>A name is a few words of letters. A text may be prose with numbers and prices, but no address
 * of the web and no telephone number unless its field allows them. Neither holds a listed word.
 * What only looks like one of these counts as it ({@link Lookalikes}). Choices, codes, numbers and
 * dates are bounded by their kinds already.
 *
 * <p>It judges what would be drawn: after the cut to length, and in the letters that the fonts
 * have.
 */
public final class GraffitiGuard {
  /** One without a list of words. */
  public static final GraffitiGuard WITHOUT_WORDS = new GraffitiGuard(List.of());

  private final ListedWords listed;

  /**
   * @param words that this deployment refuses, each one or several words; letters' case and
   *     look-alikes do not matter
   */
  public GraffitiGuard(List<String> words) {
    listed = new ListedWords(words);
  }

  /**
   * Why a field's text is refused, in words that say nothing of it; empty where it may be drawn.
   */
  Optional<String> objection(Field field, String text) {
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
    if (!field.allow().contains(Allowance.URL) && WebAddresses.inText(text)) {
      return Optional.of("a web address");
    }
    return !field.allow().contains(Allowance.PHONE) && PhoneNumbers.anyIn(text)
        ? Optional.of("a phone number")
        : Optional.empty();
  }
}
