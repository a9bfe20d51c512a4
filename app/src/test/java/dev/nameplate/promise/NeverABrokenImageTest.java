package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.fuzz.FuzzedText;
import dev.nameplate.support.Extent;
import dev.nameplate.support.KeepAlive;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise 1: every GET under {@code /i/} answers a decodable picture in the format asked for. */
final class NeverABrokenImageTest {
  private static final int PORT = TestApplication.application().port();
  private static final int MOST_PIECES = 4;
  private static final int REQUESTS_EACH = Extent.times(300);

  private static final List<String> VALUES =
      List.of(
          "Maria",
          "*|FNAME|*",
          "",
          "%FIRSTNAME%",
          "{{first_name}}",
          "Ren%E9",
          "50%%20off",
          "a%00b",
          "null",
          "%F0%9F%94%A5",
          "%E7%8E%8B",
          "%D7%A9",
          "JEAN-LUC",
          "o'neil",
          "12345",
          "2026-09-18",
          "VIP",
          "maria.png",
          "../../etc/passwd",
          "https://evil.example/x.png",
          "19.90",
          "-1",
          "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren",
          "%zz",
          "%",
          "+",
          "A&B",
          "x=y",
          "<script>",
          "${jndi:ldap://x}",
          "%E2%80%AE",
          "%u00E9",
          "%26%23321%3Bukasz");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void randomRequest_isAnswered_withADecodablePicture(long seed) {
    Random random = new Random(seed);
    Set<Integer> decoded = new HashSet<>();
    try (KeepAlive connection = new KeepAlive(PORT)) {
      for (int i = 0; i < REQUESTS_EACH; i++) {
        String target = target(random);
        RawSocket.Answer answer = connection.get(target);
        assertThat(answer.status()).as(target).isEqualTo(200);
        String type = target.contains(".jpg?") ? "image/jpeg" : "image/png";
        assertThat(answer.head()).as(target).contains("Content-Type: " + type);
        if (decoded.add(Arrays.hashCode(answer.body()))) {
          assertThat(Pictures.decode(answer.body()).getWidth()).as(target).isPositive();
        }
      }
    }
    assertThat(decoded).hasSizeGreaterThan(100);
  }

  static Stream<String> corpus() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Path file = Path.of("app/src/test/resources/corpus/queries.jsonl");
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(line -> read(mapper, line).path("raw_query").asText());
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void corpusQuery_onTheWire_isAnsweredWithAPicture(String query) {
    RawSocket.Answer answer = RawSocket.get(PORT, "/i/welcome.png?" + latin1(query));
    assertThat(Pictures.decode(answer.body()).getWidth()).isPositive();
    boolean refusable = query.chars().anyMatch(c -> c <= ' ' || c == 0x7f);
    assertThat(answer.status()).isEqualTo(refusable ? 400 : 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/i/",
        "/i/nope.png",
        "/i/../pom.xml",
        "/i/%2e%2e/pom.xml",
        "/i/welcome%2f..%2fcoupon.png",
        "/i//welcome.png",
        "/i/welcome.png;x=1",
        "/i/welcome\\x.png",
        "/i/%00.png",
        "/i/*|FNAME|*.png",
        "/i/{{x}}.png",
        "/i/welcome@0x.png",
        "/i/welcome@99x.png",
        "/i/welcome@2.001x.png",
        "/i/welcome.exe",
        "/i/WELCOME.png",
        "/i/welcome.png?name=a b",
        "/i/welcome.png?name=a\tb"
      })
  void strangePath_isAnsweredWithAPicture_andNoFile(String target) {
    RawSocket.Answer answer = RawSocket.get(PORT, target);
    assertThat(answer.status()).isIn(400, 404, 406);
    assertThat(Pictures.decode(answer.body()).getWidth()).isPositive();
  }

  private static JsonNode read(ObjectMapper mapper, String line) {
    try {
      return mapper.readTree(line);
    } catch (IOException wrong) {
      throw new java.io.UncheckedIOException(wrong);
    }
  }

  /** UTF-8's bytes as one character each, as they stand on the wire. */
  private static String latin1(String text) {
    return new String(
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static String target(Random random) {
    List<Template> templates = TestApplication.application().templates().all();
    Template template = templates.get(random.nextInt(templates.size()));
    StringBuilder target = new StringBuilder("/i/").append(template.id());
    target.append(random.nextInt(40) == 0 ? "@1.5x" : "");
    target.append(random.nextInt(4) == 0 ? ".jpg" : ".png").append('?');
    for (String field : template.fields().keySet()) {
      if (random.nextBoolean()) {
        target.append(field).append('=').append(value(random)).append('&');
      }
    }
    return target.append("utm_source=").append(random.nextInt()).toString();
  }

  private static String value(Random random) {
    return random.nextInt(6) > 0
        ? VALUES.get(random.nextInt(VALUES.size()))
        : FuzzedText.onTheWire(random, MOST_PIECES).replace("&", "%26");
  }
}
