package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 9: whatever comes, the work is bounded. Time limits here only end what would hang. */
final class BoundedWorkTest {
  private static final Duration HANG = Duration.ofSeconds(20);

  static Stream<String> heavyQueries() {
    return Stream.of(
        "name=" + "x".repeat(8_000),
        "name=" + "{".repeat(8_000),
        "name=" + "{{".repeat(2_000) + "}}".repeat(2_000),
        "name=A" + "%CC%80".repeat(2_000),
        "name=" + "%E2%80%AE".repeat(2_000) + "Ann",
        "name=" + "%00".repeat(4_000),
        "name=" + "%25".repeat(4_000),
        "name=" + "%26amp%3B".repeat(1_500),
        "name=a" + "&b".repeat(6_000),
        "name=" + "x%20".repeat(3_000));
  }

  @ParameterizedTest
  @MethodSource("heavyQueries")
  void heavyValue_isAnsweredWithAPicture(String query) {
    RawSocket.Answer answer =
        RawSocket.get(TestApplication.application().port(), "/i/certificate.png?" + query);
    assertThat(answer.status()).isIn(200, 414);
    assertThat(Pictures.decode(answer.body()).getWidth()).isPositive();
  }

  @Test
  void tenThousandParameters_areReadInProcess() {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      query.append("name=").append(i % 2 == 0 ? "*|X|*" : "").append("&p").append(i).append("=v&");
    }
    query.append("name=Maria");
    var fields =
        assertTimeoutPreemptively(
            HANG,
            () ->
                TestApplication.application()
                    .pipeline()
                    .merge(TestApplication.template("welcome"), new RawQuery(query.toString())));
    assertThat(fields.byName()).containsOnlyKeys("name");
  }

  @Test
  void targetOverTheLimit_is414_withAPictureThatNamesTheSetting() {
    RawSocket.Answer answer =
        RawSocket.get(
            TestApplication.application().port(), "/i/welcome.png?name=" + "x".repeat(17_000));
    assertThat(answer.status()).isEqualTo(414);
    assertThat(Pictures.decode(answer.body()).getWidth()).isPositive();
  }

  @Test
  void requestHeadOverTheLimit_isAPictureToo() {
    RawSocket.Answer answer =
        RawSocket.get(
            TestApplication.application().port(), "/i/welcome.png?name=" + "x".repeat(60_000));
    assertThat(answer.status()).isIn(414, 431);
    assertThat(Pictures.decode(answer.body()).getWidth()).isPositive();
  }
}
