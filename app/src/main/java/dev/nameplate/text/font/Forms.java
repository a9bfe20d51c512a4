package dev.nameplate.text.font;

import java.util.List;
import java.util.Optional;

/**
 * The alternative forms of letters that a text needs of a font (OpenType features).
 *
 * @param languages OpenType language system tags of the locale, the closest first; empty for the
 *     font's default
 * @param tabular whether all digits have the same width ({@code tnum})
 * @param joining the joining form of every letter if the JDK's shaper does not join them; empty if
 *     letters are isolated or joined by it
 */
record Forms(List<String> languages, boolean tabular, Optional<Joining> joining) {
  Forms {
    languages = List.copyOf(languages);
  }

  Forms(List<String> languages, boolean tabular) {
    this(languages, tabular, Optional.empty());
  }
}
