package dev.nameplate.text.font;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.text.font.Face.Shaping;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class OutlineFaceTest {
  private static final Shaping TABULAR = new Shaping(false, 0, true);

  /** The digits' common width is asked for in the midst of it. */
  @Test
  void tabularWord_isMeasured_howeverManyWereBefore() throws IOException, FontFormatException {
    Font font = Font.createFont(Font.TRUETYPE_FONT, new File("fonts/inter/Inter_400Regular.ttf"));
    double first =
        new OutlineFace(400, 0, FontSource.of(() -> font.deriveFont(1000f)))
            .advance("12:34", TABULAR);
    for (int words = 0; words < 200; words++) {
      OutlineFace face = new OutlineFace(400, 0, FontSource.of(() -> font.deriveFont(1000f)));
      for (int word = 0; word < words; word++) {
        face.advance("w" + word, Shaping.PLAIN);
      }
      assertThat(face.advance("12:34", TABULAR)).as("after %s words", words).isEqualTo(first);
    }
  }
}
