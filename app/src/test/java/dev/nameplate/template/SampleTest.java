package dev.nameplate.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {
  private static List<Sample> parse(String text) {
    return Sample.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void file_withAnInstant_isRead() {
    assertThat(parse("{\"Soon\": {\"name\": \"Ann\", \"at\": \"2026-11-30T18:00:00Z\"}}"))
        .singleElement()
        .satisfies(
            sample -> assertThat(sample.at()).contains(Instant.parse("2026-11-30T18:00:00Z")))
        .satisfies(sample -> assertThat(sample.query()).isEqualTo("name=Ann"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": {\"at\": \"soon\"}}|an 'at' that is no instant",
        "{\"a\": {\"at\": 7}}|an 'at' that is no instant",
        "{\"a\"|samples.json: Unexpected end-of-input"
      })
  void file_thatIsWrong_isRefusedWithTheReason(String text, String reason) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("samples.json: ")
        .hasMessageContaining(reason);
  }
}
