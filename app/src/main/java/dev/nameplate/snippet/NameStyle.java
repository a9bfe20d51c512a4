package dev.nameplate.snippet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a platform's users usually write the names of a recipient's properties. */
enum NameStyle {
  /** {@code VALID_UNTIL}. */
  CAPITALS,
  /** {@code VALIDUNTIL}. */
  JOINED_CAPITALS,
  /** {@code valid_until}. */
  SNAKE,
  /** {@code validuntil}. */
  JOINED,
  /** {@code validUntil}. */
  CAMEL,
  /** {@code ValidUntil}. */
  PASCAL,
  /** {@code Valid Until}. */
  TITLE;

  /** A field's name in this style; underscores and hyphens in it separate words. */
  String of(String field) {
    List<String> words =
        Arrays.stream(field.toLowerCase(Locale.ROOT).split("[_-]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return switch (this) {
      case CAPITALS -> String.join("_", words).toUpperCase(Locale.ROOT);
      case JOINED_CAPITALS -> String.join("", words).toUpperCase(Locale.ROOT);
      case SNAKE -> String.join("_", words);
      case JOINED -> String.join("", words);
      case CAMEL -> uncapitalized(pascal(words));
      case PASCAL -> pascal(words);
      case TITLE -> words.stream().map(NameStyle::capitalized).collect(Collectors.joining(" "));
    };
  }

  private static String pascal(List<String> words) {
    return words.stream().map(NameStyle::capitalized).collect(Collectors.joining());
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String uncapitalized(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
  }
}
