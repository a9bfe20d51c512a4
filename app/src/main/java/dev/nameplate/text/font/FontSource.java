package dev.nameplate.text.font;

import java.awt.Font;
import java.util.Optional;
import java.util.function.Supplier;

/** The source of a face's font. */
interface FontSource {
  /**
   * The font with its default forms, at any size.
   *
   * @throws FontException if the file is missing, altered or no font
   */
  Font plain();

  /** The font with other forms; empty if it has none for these. */
  Optional<Font> in(Forms forms);

  /** What must be done for the font's script because the JDK's shaper does not. */
  Aid aid();

  /** A step of shaping that is done before the JDK's shaper is called. */
  enum Aid {
    /** None: the shaper does everything. */
    NONE,
    /** The signs of a syllable are put into visual order. */
    ORDER,
    /** Each letter is replaced by the form that joins its neighbors. */
    JOINING
  }

  /** A source with one set of forms. */
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
