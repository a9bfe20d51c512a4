package dev.nameplate.text.font;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nameplate.util.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The content of {@code fonts.json}. It is parsed as a tree and not bound to these records, which
 * would slow down the start.
 *
 * @param families in the file's order
 * @param fallback which families replace which; names only listed families
 */
record FontIndex(List<FamilyEntry> families, FontFallback fallback) {
  /**
   * A family.
   *
   * @param name as templates write it
   * @param license the path of its license below the folder
   * @param lazy whether its files are read only when a text first needs them
   * @param metrics for matching sizes when it is a fallback font
   * @param faces its weights
   */
  record FamilyEntry(
      String name, String license, boolean lazy, FontMetricsHint metrics, List<FaceEntry> faces) {}

  /**
   * A weight of a family.
   *
   * @param weight 100 to 900
   * @param file its path below the folder
   * @param member the index of the font in a collection, from 0
   * @param sha256 of the file, in lower-case hex
   * @param ink the share of the area of lower-case letters that their strokes cover, 0 to 1; 0 if
   *     not stated
   */
  record FaceEntry(int weight, String file, int member, String sha256, double ink) {}

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
   * @throws FontException if it is missing, lacks a key or has a value of the wrong type
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

  /**
   * SHA-256, in lower-case hex, over the whole content including every font's own digest. Numbers
   * and texts are written as {@link DataOutput} specifies, each list after its length, sets in
   * ascending order, so that the digest is the same on every Java version and differs between any
   * two indexes.
   */
  String digest() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writeAll(out, families, FontIndex::write);
      writeAll(out, fallback.rules(), FontIndex::write);
    } catch (IOException impossible) {
      throw new IllegalStateException("an array takes every byte", impossible);
    }
    return HexFormat.of().formatHex(Sha256.start().digest(bytes.toByteArray()));
  }

  /** Writes a part of the index. */
  private interface Writer<T> {
    void write(DataOutput out, T part) throws IOException;
  }

  private static <T> void writeAll(DataOutput out, Collection<T> parts, Writer<T> writer)
      throws IOException {
    out.writeInt(parts.size());
    for (T part : parts) {
      writer.write(out, part);
    }
  }

  private static void write(DataOutput out, FamilyEntry family) throws IOException {
    out.writeUTF(family.name());
    out.writeUTF(family.license());
    out.writeBoolean(family.lazy());
    out.writeDouble(family.metrics().xHeight());
    out.writeDouble(family.metrics().capHeight());
    writeAll(out, family.faces(), FontIndex::write);
  }

  private static void write(DataOutput out, FaceEntry face) throws IOException {
    out.writeInt(face.weight());
    out.writeUTF(face.file());
    out.writeInt(face.member());
    out.writeUTF(face.sha256());
    out.writeDouble(face.ink());
  }

  private static void write(DataOutput out, FontFallback.Rule rule) throws IOException {
    writeAll(out, new TreeSet<>(rule.scripts()), DataOutput::writeUTF);
    writeAll(out, new TreeSet<>(rule.locales()), DataOutput::writeUTF);
    writeAll(out, rule.families(), DataOutput::writeUTF);
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

  private static FaceEntry face(JsonNode node) {
    JsonNode weight = node.path("weight");
    if (!weight.isInt()) {
      throw wrong(node, "weight", "a whole number");
    }
    return new FaceEntry(
        weight.intValue(),
        text(node, "file"),
        node.path("member").asInt(0),
        text(node, "sha256"),
        node.path("ink").asDouble(0));
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
