package dev.nameplate.text.font;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nameplate.util.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * What {@code fonts.json} says. It is read as a tree: binding it to these records would cost the
 * start more than the rest of reading it.
 *
 * @param fallback the order in which families stand in for each other; it names only families
 */
record FontIndex(List<FamilyEntry> families, FontFallback fallback) {
  /**
   * A family and the file that holds its licence.
   *
   * @param lazy whether its files are read only when a text first needs them
   */
  record FamilyEntry(
      String name,
      String licence,
      boolean lazy,
      FontMetricsHint proportion,
      List<FaceEntry> faces) {}

  /**
   * A weight, its file below the folder and the file's SHA-256 in hex.
   *
   * @param member which font of a collection it is, from 0
   */
  record FaceEntry(int weight, String file, int member, String sha256) {}

  FontIndex {
    for (String name : fallback.all()) {
      if (families.stream().noneMatch(family -> family.name().equals(name))) {
        throw new FontException("fonts.json: fallback names '" + name + "', which is no family");
      }
    }
  }

  /**
   * Reads the index of a folder.
   *
   * @throws FontException where it is missing, lacks a key or holds one of another kind
   */
  static FontIndex read(Path folder) {
    Path file = folder.resolve("fonts.json");
    try {
      JsonNode root = new JsonMapper().readTree(Files.readAllBytes(file));
      return new FontIndex(
          list(root, "families", FontIndex::family),
          new FontFallback(list(root, "fallback", FontIndex::rule)));
    } catch (JsonProcessingException wrong) {
      throw new FontException(file + ": " + wrong.getOriginalMessage(), wrong);
    } catch (IOException missing) {
      throw new FontException(
          file + " cannot be read; NAMEPLATE_FONTS names the folder that holds it", missing);
    }
  }

  /** SHA-256 in hex over all that it says, every font's own digest among it. */
  String digest() {
    MessageDigest digest = Sha256.start();
    families.forEach(family -> update(digest, family.toString()));
    fallback.rules().forEach(rule -> update(digest, written(rule)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String part) {
    digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static FamilyEntry family(JsonNode node) {
    return new FamilyEntry(
        text(node, "name"),
        text(node, "licence"),
        node.path("lazy").asBoolean(false),
        new FontMetricsHint(node.path("xHeight").asDouble(0), node.path("capHeight").asDouble(0)),
        list(node, "faces", FontIndex::face));
  }

  private static FontFallback.Rule rule(JsonNode node) {
    return new FontFallback.Rule(
        Set.copyOf(list(node, "scripts", JsonNode::asText)),
        node.has("locales") ? Set.copyOf(list(node, "locales", JsonNode::asText)) : Set.of(),
        list(node, "families", JsonNode::asText));
  }

  /** A rule as text that is the same in every run: sets have no order of their own. */
  private static String written(FontFallback.Rule rule) {
    return new TreeSet<>(rule.scripts()) + "/" + new TreeSet<>(rule.locales()) + rule.families();
  }

  private static FaceEntry face(JsonNode node) {
    JsonNode weight = node.path("weight");
    if (!weight.isInt()) {
      throw wrong(node, "weight", "a whole number");
    }
    return new FaceEntry(
        weight.intValue(), text(node, "file"), node.path("member").asInt(0), text(node, "sha256"));
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.isTextual()) {
      throw wrong(node, key, "a text");
    }
    return value.textValue();
  }

  private static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> reader) {
    JsonNode value = node.path(key);
    if (!value.isArray()) {
      throw wrong(node, key, "a list");
    }
    return StreamSupport.stream(value.spliterator(), false).map(reader).toList();
  }

  private static FontException wrong(JsonNode node, String key, String kind) {
    return new FontException("fonts.json: '" + key + "' is not " + kind + " in " + node);
  }
}
