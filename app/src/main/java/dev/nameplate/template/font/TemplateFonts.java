package dev.nameplate.template.font;

import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.util.Sha256;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The fonts in a template's folder {@code fonts}: text of that template can be set in them, and of
 * no other. They replace no letters that another font lacks.
 *
 * @param list in ascending order of paths
 */
public record TemplateFonts(List<TemplateFont> list) {
  /** A template without fonts of its own. */
  public static final TemplateFonts NONE = new TemplateFonts(List.of());

  /** The folder of a template that holds them. */
  public static final String FOLDER = "fonts";

  /** A text for all fonts of the folder that have none of their own. */
  private static final String SHARED_LICENSE = FOLDER + "/LICENSE";

  public TemplateFonts {
    list = List.copyOf(list);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return list.isEmpty();
  }

  /** Whether a path is that of a font, by its place and ending. */
  public static boolean isFont(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return path.startsWith(FOLDER + "/") && (name.endsWith(".ttf") || name.endsWith(".otf"));
  }

  /** The path of a font's own license: the same with {@code .txt} at its end. */
  public static String licenseOf(String path) {
    return path.substring(0, path.length() - 4) + ".txt";
  }

  /**
   * Reads the fonts among a template's files. One that is none, has no license text beside it, or
   * is of the same family and weight as another is a fault.
   *
   * @param paths of all files, relative to the template, in ascending order
   * @param files the bytes of a file by its path
   * @throws java.io.UncheckedIOException where a font cannot be read
   */
  public static TemplateFonts read(
      Collection<String> paths, Function<String, byte[]> files, FaultCollector faults) {
    List<TemplateFont> fonts = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String path : paths) {
      if (isFont(path)) {
        license(path, paths, faults)
            .flatMap(license -> font(path, license, files, faults))
            .ifPresent(
                font -> {
                  if (taken.add(font.family() + " " + font.weight())) {
                    fonts.add(font);
                  } else {
                    faults.add(
                        "$",
                        path + ", a second " + font.family() + " " + font.weight(),
                        "one file for each family and weight");
                  }
                });
      }
    }
    return new TemplateFonts(fonts);
  }

  private static Optional<String> license(
      String path, Collection<String> paths, FaultCollector faults) {
    String own = licenseOf(path);
    if (paths.contains(own)) {
      return Optional.of(own);
    }
    if (paths.contains(SHARED_LICENSE)) {
      return Optional.of(SHARED_LICENSE);
    }
    faults.add("$", path + " without the text of its license", own + " or " + SHARED_LICENSE);
    return Optional.empty();
  }

  private static Optional<TemplateFont> font(
      String path, String license, Function<String, byte[]> files, FaultCollector faults) {
    byte[] file = files.apply(path);
    if (FontFacts.of(file) instanceof FontFacts.Usable facts) {
      return Optional.of(
          new TemplateFont(
              path,
              license,
              facts.family(),
              facts.weight(),
              file.length,
              Sha256.hex(file),
              () -> files.apply(path)));
    }
    String what = ((FontFacts.Unusable) FontFacts.of(file)).what();
    faults.add("$", path + ", " + what, "a font as TTF or OTF, with one weight");
    return Optional.empty();
  }
}
