package dev.nameplate.text;

import java.util.List;

/**
 * The forms that text asks of a font where its letters have several.
 *
 * @param languages OpenType tags of the reader's language system, the closest first; none asks for
 *     what the font does by default
 * @param tabular whether digits shall all be as wide as each other
 */
record Forms(List<String> languages, boolean tabular) {
  Forms {
    languages = List.copyOf(languages);
  }
}
