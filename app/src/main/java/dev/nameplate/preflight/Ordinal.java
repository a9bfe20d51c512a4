package dev.nameplate.preflight;

import java.util.List;

/** Places in a list as people say them. */
final class Ordinal {
  private static final List<String> WORDS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

  private Ordinal() {}

  /**
   * {@code second wording}; {@code wording 9} from the ninth on.
   *
   * @param index from 0
   */
  static String of(int index, String thing) {
    return index < WORDS.size() ? WORDS.get(index) + " " + thing : thing + " " + (index + 1);
  }
}
