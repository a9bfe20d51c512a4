package dev.nameplate.edit.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON text (RFC 8259) with its value. No name occurs twice in an object, it nests at most {@link
 * #DEPTH} levels, and numbers keep their written form.
 *
 * @param text as it is written, white space around the value included
 * @param root its value; not to be changed
 */
public record JsonText(String text, JsonNode root) {
  /** How deep a text may nest. */
  public static final int DEPTH = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxNumberLength(100)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** The result of parsing. */
  public sealed interface Parsed {
    /**
     * The text is JSON.
     *
     * @param json the text with its value
     */
    record Usable(JsonText json) implements Parsed {}

    /**
     * The text is no JSON.
     *
     * @param place where; empty where that is not known
     * @param problem a few words about it, without the text itself
     */
    record Broken(Optional<TextPlace> place, String problem) implements Parsed {}
  }

  /** Parses bytes in UTF-8; a byte order mark is passed over. Never throws. */
  public static Parsed parse(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return parse(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException other) {
      return new Parsed.Broken(Optional.empty(), "the text is not UTF-8");
    }
  }

  /** Parses a text. Never throws. */
  public static Parsed parse(String text) {
    try {
      JsonNode root = MAPPER.readTree(text);
      return root == null || root.isMissingNode()
          ? new Parsed.Broken(Optional.empty(), "the text is empty")
          : new Parsed.Usable(new JsonText(text, root));
    } catch (JsonProcessingException broken) {
      String what = String.valueOf(broken.getOriginalMessage()).lines().findFirst().orElse("");
      return new Parsed.Broken(
          Optional.ofNullable(broken.getLocation())
              .map(at -> new TextPlace(at.getLineNr(), at.getColumnNr())),
          what.replaceFirst(" *\\(start marker at \\[Source.*| *\\[Source.*", ""));
    }
  }

  /** The value and the places of its parts. */
  JsonSpan span() {
    return new SpanReader(text).read(root);
  }

  /**
   * Returns where parts of the text are written, by their path; the nearest part around it where
   * there is no such part, as for a key that is missing.
   *
   * @param paths JSON paths, {@code $.layers[2].size}
   */
  public Map<String, TextPlace> places(Collection<String> paths) {
    JsonSpan root = span();
    Map<String, TextPlace> places = new LinkedHashMap<>();
    for (String path : paths) {
      places.put(path, place(root.find(path.startsWith("$") ? path.substring(1) : path).start()));
    }
    return places;
  }

  private TextPlace place(int at) {
    int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    return new TextPlace(line, at - text.lastIndexOf('\n', at - 1));
  }

  @Override
  public String toString() {
    return "JsonText[" + text.length() + " chars]";
  }
}
