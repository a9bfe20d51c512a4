package dev.nameplate.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.merge.value.FieldValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of the corpus of queries that a handler can see. */
class QueryCorpusTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void corpus_case_gives_stated_value(String id, String query, String field, String expected) {
    Optional<FieldValue> value =
        MergeFixture.merge(MergeFixture.corpusTemplate(), query).value(field);
    assertThat(value.map(FieldValue::shown).orElse("(missing)")).isEqualTo(expected);
  }

  static List<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    try (InputStream in = QueryCorpusTest.class.getResourceAsStream("/corpus/queries.jsonl")) {
      String lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : lines.lines().toList()) {
        JsonNode node = new ObjectMapper().readTree(line);
        if (!node.path("wire_only").asBoolean()) {
          cases.add(
              Arguments.of(
                  node.path("id").asText(),
                  query(node),
                  node.path("field").asText(),
                  node.path("value").asText("(missing)")));
        }
      }
    }
    return cases;
  }

  /** Bytes on the wire become text as Jetty reads them: broken UTF-8 is U+FFFD. */
  private static String query(JsonNode node) {
    return node.has("raw_hex")
        ? new String(HexFormat.of().parseHex(node.path("raw_hex").asText()), StandardCharsets.UTF_8)
        : node.path("raw_query").asText();
  }
}
