package dev.nameplate.text.font;

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

  /** What the JDK's shaper leaves undone for the font's script. */
  Aid aid();

  /** A part of shaping that text must be given before it comes to a shaper. */
  enum Aid {
    /** The shaper does all. */
    NONE,
    /** The signs of a syllable come in the order of sight. */
    ORDER,
    /** Each letter is asked for in the form that joins it to its neighbors. */
    JOINING
  }

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

      @Override
      public Aid aid() {
        return Aid.NONE;
      }
    };
  }
}
