package dev.nameplate.bench.peer;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Fonts and pictures, read from the folders that the other engines read. */
record PlainAssets(Path fonts, Path templates) {

  Font font(String file) {
    try {
      return Font.createFont(Font.TRUETYPE_FONT, fonts.resolve(file).toFile());
    } catch (FontFormatException wrong) {
      throw new IllegalStateException(wrong);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  BufferedImage picture(String file) {
    try {
      return ImageIO.read(templates.resolve(file).toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
