package dev.nameplate.edit;

import dev.nameplate.asset.DecodedImage;
import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.template.library.WritableTemplateFiles;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds pictures to a template's assets. They lie beside {@code template.json} at once, where no
 * recipient sees them before a template names them; none is replaced. Safe for many threads.
 */
public final class DraftAssets {
  /** The largest file, in bytes. */
  public static final int MAX_BYTES = 2 << 20;

  /** The longest side of a picture, in pixels: no layer shows more at 2x. */
  public static final int MAX_SIDE = 8192;

  /** How many files of assets a template may have where another is added. */
  private static final int MAX_FILES = 200;

  private static final int ATTEMPTS = 3;
  private static final String FOLDER = "assets";

  private final WritableTemplateFiles files;

  /**
   * @param files of the templates
   */
  public DraftAssets(WritableTemplateFiles files) {
    this.files = files;
  }

  /** What became of a file. */
  public sealed interface Result {
    /**
     * It is an asset now.
     *
     * @param path relative to the template, {@code assets/stage.jpg}
     * @param width in pixels
     * @param height in pixels
     */
    record Added(String path, int width, int height) implements Result {}

    /**
     * It is refused; nothing was written.
     *
     * @param why a sentence: what was given, and what is taken
     */
    record Refused(String why) implements Result {}
  }

  /**
   * Adds a picture under a name of its own.
   *
   * @param name of the file as its owner calls it; any text
   * @param file PNG or JPEG by its content, whatever the name says
   * @throws java.io.UncheckedIOException where it cannot be written
   */
  public Result add(DraftState state, String name, byte[] file) {
    Optional<String> ending = ending(file);
    if (ending.isEmpty()) {
      return new Result.Refused(
          FreshFile.shown(name)
              + " is "
              + kind(file)
              + "; taken are PNG and JPEG, whatever a name says");
    }
    if (file.length > MAX_BYTES) {
      return new Result.Refused(
          FreshFile.shown(name)
              + " has "
              + file.length
              + " bytes; at most "
              + MAX_BYTES
              + " are taken");
    }
    try {
      BufferedImage image = DecodedImage.ofBytes("upload", file).image();
      if (Math.max(image.getWidth(), image.getHeight()) > MAX_SIDE) {
        return new Result.Refused(
            FreshFile.shown(name)
                + " is "
                + image.getWidth()
                + " × "
                + image.getHeight()
                + " pixels; a side has at most "
                + MAX_SIDE);
      }
      return written(state, FreshFile.base(name, "picture"), ending.get(), file)
          .<Result>map(path -> new Result.Added(path, image.getWidth(), image.getHeight()))
          .orElseGet(
              () ->
                  new Result.Refused(
                      "the template has "
                          + MAX_FILES
                          + " files of assets already, or changes all the time; remove some"));
    } catch (AssetException unusable) {
      return new Result.Refused(
          FreshFile.shown(name) + " cannot be used: " + unusable.getMessage());
    }
  }

  private Optional<String> written(DraftState state, String base, String ending, byte[] file) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String fingerprint = files.fingerprint(state.id());
      Map<String, byte[]> all = new TreeMap<>(FreshFile.borrowed(files, state));
      Set<String> taken = new HashSet<>(files.paths(state.id(), FOLDER));
      taken.addAll(all.keySet());
      if (taken.size() >= MAX_FILES) {
        return Optional.empty();
      }
      String path = FreshFile.free(FOLDER + "/" + base, ending, taken);
      all.put(path, file);
      if (files.write(state.id(), all, fingerprint)
          instanceof WritableTemplateFiles.WriteResult.Written) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  /** By the first bytes: PNG (ISO/IEC 15948, section 5.2) or JPEG (ITU-T T.81, annex B). */
  private static Optional<String> ending(byte[] file) {
    if (begins(file, 0x89, 'P', 'N', 'G', '\r', '\n')) {
      return Optional.of(".png");
    }
    return begins(file, 0xff, 0xd8, 0xff) ? Optional.of(".jpg") : Optional.empty();
  }

  private static String kind(byte[] file) {
    String head =
        new String(file, 0, Math.min(file.length, 512), StandardCharsets.ISO_8859_1)
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (head.contains("<svg")) {
      return "an SVG, which may hold script: export it as a PNG, twice as large as it is drawn";
    }
    if (head.startsWith("gif8")) {
      return "a GIF";
    }
    if (head.startsWith("riff") && head.contains("webp")) {
      return "a WebP";
    }
    return file.length == 0 ? "empty" : "no picture by its content";
  }

  private static boolean begins(byte[] file, int... first) {
    for (int at = 0; at < first.length; at++) {
      if (at >= file.length || (file[at] & 0xff) != first[at]) {
        return false;
      }
    }
    return true;
  }
}
