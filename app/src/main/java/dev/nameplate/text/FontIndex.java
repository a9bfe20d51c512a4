package dev.nameplate.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * What {@code fonts.json} says. It is read as a tree: binding it to these records would cost the
 * start more than the rest of reading it.
 *
 * @param fallback the order in which families stand in for each other; each is one of the families
 */
record FontIndex(List<FamilyEntry> families, List<String> fallback) {
  /** A family and the file that holds its licence. */
  record FamilyEntry(String name, String licence, List<FaceEntry> faces) {}

  /** A weight, its file below the folder and the file's SHA-256 in hex. */
  record FaceEntry(int weight, String file, String sha256) {}

  FontIndex {
    for (String name : fallback) {
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
          list(root, "families", FontIndex::family), list(root, "fallback", JsonNode::asText));
    } catch (JsonProcessingException wrong) {
      throw new FontException(file + ": " + wrong.getOriginalMessage(), wrong);
    } catch (IOException missing) {
      throw new FontException(
          file + " cannot be read; NAMEPLATE_FONTS names the folder that holds it", missing);
    }
  }

  /** SHA-256 in hex over every font's own digest and the order of fallback. */
  String digest() {
    MessageDigest digest = Sha256.start();
    for (FamilyEntry family : families) {
      for (FaceEntry face : family.faces()) {
        update(digest, family.name() + "/" + face.weight() + "/" + face.sha256());
      }
    }
    fallback.forEach(name -> update(digest, name));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String part) {
    digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static FamilyEntry family(JsonNode node) {
    return new FamilyEntry(
        text(node, "name"), text(node, "licence"), list(node, "faces", FontIndex::face));
  }

  private static FaceEntry face(JsonNode node) {
    JsonNode weight = node.path("weight");
    if (!weight.isInt()) {
      throw wrong(node, "weight", "a whole number");
    }
    return new FaceEntry(weight.intValue(), text(node, "file"), text(node, "sha256"));
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
