package dev.nameplate.http.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nameplate.api.ApiException;
import dev.nameplate.api.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a body as JSON (RFC 8259): UTF-8, a byte order mark passed over, no name twice in an
 * object, at most eight levels, numbers as they are written.
 */
final class JsonBody {
  /** How deep a body may nest. */
  static final int DEPTH = 8;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxStringLength(BodyHandler.MOST)
                          .maxNumberLength(100)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private JsonBody() {}

  /**
   * The value of a body.
   *
   * @throws ApiException where it is no JSON; its message tells the place and nothing of the body
   */
  static JsonNode read(byte[] bytes) {
    String text = text(bytes);
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node == null || node.isMissingNode()) {
        throw ApiException.of(ErrorCode.MALFORMED_JSON, "the body is empty");
      }
      return node;
    } catch (JsonProcessingException broken) {
      throw ApiException.of(
          ErrorCode.MALFORMED_JSON,
          "no JSON, a name twice in one object, or more than " + DEPTH + " levels" + place(broken));
    }
  }

  private static String place(JsonProcessingException broken) {
    return broken.getLocation() == null
        ? ""
        : ": line "
            + broken.getLocation().getLineNr()
            + ", column "
            + broken.getLocation().getColumnNr();
  }

  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw ApiException.of(ErrorCode.MALFORMED_JSON, "the body is not UTF-8");
    }
  }
}
