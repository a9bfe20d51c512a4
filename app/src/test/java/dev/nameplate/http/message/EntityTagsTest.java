package dev.nameplate.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 13.1.2. */
final class EntityTagsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'\"a\"', true",
        "'W/\"a\"', true",
        "'\"b\", \"a\"', true",
        "'\"b\",W/\"a\" , \"c\"', true",
        "'*', true",
        "' * ', true",
        "'\"x,a\"', false",
        "'\"A\"', false",
        "'a', false",
        "'\"a', false",
        "'\"aa\"', false",
        "'', false",
        "'**', false",
        "'\"b\" \"', false"
      })
  void tag_matches_whereItIsListed(String line, boolean match) {
    assertThat(read(line).match("\"a\"")).isEqualTo(match);
  }

  @Test
  void linesOfOneField_areRead_asOne() {
    assertThat(read("\"b\"", "\"a\"").match("\"a\"")).isTrue();
    assertThat(read().match("\"a\"")).isFalse();
  }

  @Test
  void tagsBeyondTheFirstHundred_arePassedOver() {
    String many =
        IntStream.range(0, 1000)
            .mapToObj(number -> "\"" + number + "\"")
            .collect(Collectors.joining(","));
    assertThat(read(many).opaque()).hasSize(100);
  }

  private static EntityTags read(String... lines) {
    return EntityTags.read(Collections.enumeration(List.of(lines)));
  }
}
