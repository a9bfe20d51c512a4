package dev.nameplate.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.Format;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 12.5.1. */
final class AcceptHeaderTest {
  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "'*/*', 1",
    "'image/*;q=0.5', 0.5",
    "'image/png', 1",
    "'IMAGE/PNG', 1",
    "'  image/png  ; q=0.3', 0.3",
    "'image/png; Q=0.3', 0.3",
    "'image/png;q=0.3;level=1', 0.3",
    "'image/png;q=1.000', 1",
    "'image/png;q=0', 0",
    "'image/png;q=2', 0",
    "'image/png;q=-1', 0",
    "'image/png;q=0.1234', 0",
    "'image/png;q=', 0",
    "'image/png;q=x', 0",
    "'text/html', 0",
    "'*/*;q=0.9, image/*;q=0.1, image/png;q=0.4', 0.4",
    "'image/png;q=0.4, */*', 0.4",
    "'nonsense', 1",
    "',,, ,', 1",
    "'/png', 1"
  })
  void quality_isTheMostSpecificRanges(String field, double quality) {
    assertThat(AcceptHeader.read(field).quality("image/png", "image")).isEqualTo(quality);
  }

  @ParameterizedTest
  @CsvSource({
    "'', PNG",
    "'*/*', PNG",
    "'image/jpeg', JPEG",
    "'image/png;q=0.1, image/jpeg', JPEG",
    "'image/jpeg;q=0.5, image/png;q=0.5', PNG",
    "'image/webp, */*', WEBP",
    "'image/webp, image/png', PNG",
    "'text/html', PNG"
  })
  void best_isWhatIsLikedBest_andPngWhereNothingIs(String field, Format best) {
    List<Format> offered = List.of(Format.PNG, Format.JPEG, Format.WEBP);
    assertThat(AcceptHeader.read(field).best(offered)).isEqualTo(best);
  }

  @Test
  void best_withoutPng_isTheFirstOffered() {
    assertThat(AcceptHeader.read("").best(List.of(Format.JPEG, Format.WEBP)))
        .isEqualTo(Format.JPEG);
  }

  @ParameterizedTest
  @CsvSource({
    "'application/json', true, true",
    "'application/problem+json', true, true",
    "'application/json, image/png', false, true",
    "'application/json, text/html;q=0.9', true, true",
    "'application/json;q=0.5, text/html', true, false",
    "'*/*', false, false",
    "'', false, false"
  })
  void json_isPreferred_onlyWhereItIsNamed(String field, boolean problem, boolean json) {
    assertThat(AcceptHeader.read(field).prefersProblemJson()).isEqualTo(problem);
    assertThat(AcceptHeader.read(field).prefersJson()).isEqualTo(json);
  }

  @Test
  void rangesBeyondTheFirstFifty_arePassedOver() {
    AcceptHeader header = AcceptHeader.read("text/a,".repeat(1000) + "image/png");
    assertThat(header.ranges()).hasSize(50);
    assertThat(header.quality("image/png", "image")).isZero();
  }
}
