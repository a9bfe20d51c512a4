package dev.nameplate.text;

import java.awt.Font;
import java.util.Optional;
import java.util.function.Supplier;

/** Where a face's font comes from. */
interface FontSource {
  /**
   * The font with the forms that it has by default, at any size.
   *
   * @throws FontException where the file is missing, altered or no font
   */
  Font plain();

  /** The font with other forms by default; empty where it has none of its own for these. */
  Optional<Font> in(Forms forms);

  /** A font that has one set of forms. */
  static FontSource of(Supplier<Font> font) {
    return new FontSource() {
      @Override
      public Font plain() {
        return font.get();
      }

      @Override
      public Optional<Font> in(Forms forms) {
        return Optional.empty();
      }
    };
  }
}
