package dev.nameplate.text.font;

import java.util.List;
import java.util.Optional;

/**
 * The forms that text asks of a font where its letters have several.
 *
 * @param languages OpenType tags of the reader's language system, the closest first; none asks for
 *     what the font does by default
 * @param tabular whether digits shall all be as wide as each other
 * @param joining the form that every letter takes where the JDK's shaper does not join them; empty
 *     where they stand alone or are joined by it
 */
record Forms(List<String> languages, boolean tabular, Optional<Joining> joining) {
  Forms {
    languages = List.copyOf(languages);
  }

  Forms(List<String> languages, boolean tabular) {
    this(languages, tabular, Optional.empty());
  }
}
