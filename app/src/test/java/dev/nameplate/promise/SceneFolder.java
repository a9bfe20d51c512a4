package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.Template;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLoader;
import dev.nameplate.template.parse.ParseResult;
import dev.nameplate.template.parse.TemplateReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A template's folder that takes one random scene after the other.
 *
 * @param root the folder of all templates
 */
record SceneFolder(Path root, String id) {
  /** A folder with a picture of two colours, one of many, and one of any alpha. */
  static SceneFolder make(Path root, String id) {
    try {
      Path assets = Files.createDirectories(root.resolve(id).resolve("assets"));
      ImageIO.write(flat(), "png", assets.resolve("flat.png").toFile());
      ImageIO.write(photo(), "png", assets.resolve("photo.png").toFile());
      ImageIO.write(clear(), "png", assets.resolve("clear.png").toFile());
      return new SceneFolder(root, id);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** A scene's template, read as the program reads it. */
  Template read(RandomScene scene) {
    try {
      Path file = root.resolve(id).resolve(TemplateReader.FILE);
      // Some file systems write a file out at once where it is cut short and filled again.
      boolean unused = Files.deleteIfExists(file);
      Files.writeString(file, scene.template().toString());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    ParseResult reading = new TemplateLoader(new FolderTemplateFiles(root)).load(id);
    assertThat(reading).as("%s", scene).isInstanceOf(ParseResult.Usable.class);
    return ((ParseResult.Usable) reading).template();
  }

  private static BufferedImage flat() {
    BufferedImage flat = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = flat.createGraphics();
    graphics.fillRect(7, 5, 20, 20);
    graphics.dispose();
    return flat;
  }

  private static BufferedImage photo() {
    Random random = new Random(1);
    BufferedImage photo = new BufferedImage(37, 53, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 53; y++) {
      for (int x = 0; x < 37; x++) {
        photo.setRGB(x, y, new Color(6 * x, 4 * y, random.nextInt(99)).getRGB());
      }
    }
    return photo;
  }

  private static BufferedImage clear() {
    Random random = new Random(2);
    BufferedImage clear = new BufferedImage(24, 24, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 24 * 24; i++) {
      clear.setRGB(i % 24, i / 24, random.nextInt());
    }
    return clear;
  }
}
