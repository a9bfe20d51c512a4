package dev.nameplate.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a brand's templates have in common, from {@code brand.json} in the folder of templates: the
 * editor offers it everywhere, and no picture depends on it.
 *
 * @param colors {@code #rrggbb}
 * @param fonts names of families, those that are offered first
 * @param logos paths of PNG and JPEG files below the folder of templates
 * @param fault a sentence about what is wrong with the file; empty where nothing is
 */
public record Brand(
    List<String> colors, List<String> fonts, List<String> logos, Optional<String> fault) {
  /** The file's name. */
  public static final String FILE = "brand.json";

  private static final Brand NONE = new Brand(List.of(), List.of(), List.of(), Optional.empty());
  private static final int MAX_BYTES = 64 << 10;
  private static final int MAX_ENTRIES = 24;
  private static final String COLOR = "#[0-9a-fA-F]{6}";
  private static final String LOGO = "([a-z0-9][a-z0-9._-]*/)*[a-z0-9][a-z0-9._-]*\\.(png|jpe?g)";

  public Brand {
    colors = List.copyOf(colors);
    fonts = List.copyOf(fonts);
    logos = List.copyOf(logos);
  }

  /**
   * Reads the file.
   *
   * @param root the folder of templates
   * @return without anything where there is no file; with a fault where it cannot be used
   */
  public static Brand read(Path root) {
    Path file = root.resolve(FILE);
    try {
      if (!Files.isRegularFile(file)) {
        return NONE;
      }
      if (Files.size(file) > MAX_BYTES) {
        return faulty("it has more than " + MAX_BYTES + " bytes");
      }
      JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
      return json.isObject() ? of(json) : faulty("it is no JSON object, { … }");
    } catch (IOException unreadable) {
      return faulty("it cannot be read as JSON");
    }
  }

  private static Brand of(JsonNode json) {
    List<String> wrong = new ArrayList<>();
    List<String> colors = list(json, "colors", text -> text.matches(COLOR), "#rrggbb", wrong);
    List<String> fonts =
        list(json, "fonts", text -> !text.isBlank(), "the name of a family", wrong);
    List<String> logos =
        list(
            json,
            "logos",
            text -> text.matches(LOGO) && !text.contains(".."),
            "the path of a PNG or JPEG below the templates, brand/logo.png",
            wrong);
    return new Brand(colors, fonts, logos, wrong.stream().findFirst());
  }

  private static List<String> list(
      JsonNode json, String key, Predicate<String> fits, String allowed, List<String> wrong) {
    List<String> texts = new ArrayList<>();
    JsonNode list = json.path(key);
    if (!list.isMissingNode() && !list.isArray()) {
      wrong.add("$." + key + ": allowed: a list");
    }
    for (int at = 0; at < list.size(); at++) {
      JsonNode each = list.get(at);
      if (!each.isTextual() || !fits.test(each.textValue())) {
        wrong.add("$." + key + "[" + at + "]: allowed: " + allowed);
      } else if (texts.size() < MAX_ENTRIES) {
        texts.add(each.textValue());
      }
    }
    return texts;
  }

  private static Brand faulty(String what) {
    return new Brand(List.of(), List.of(), List.of(), Optional.of(what));
  }

  /**
   * Returns the bytes of a logo.
   *
   * @param root the folder of templates
   * @return empty where it is none of the logos, is not there, or leads out of the folder
   */
  public Optional<byte[]> logo(Path root, String path) {
    try {
      Path file = root.resolve(path);
      boolean inside =
          logos.contains(path)
              && Files.isRegularFile(file)
              && file.toRealPath().startsWith(root.toRealPath())
              && Files.size(file) <= DraftAssets.MAX_BYTES;
      return inside ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
