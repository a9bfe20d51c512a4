package dev.nameplate.access.sign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.access.SignedTemplates;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors that clients in any language run, which another program than this one made. */
final class SigningVectorsTest {
  private static final JsonNode VECTORS = read();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path root;

  /** One vector, shown by what it is about. */
  record Vector(JsonNode node) {
    String text(String name) {
      return node.path(name).asText();
    }

    Key key() {
      return ring().first().orElseThrow();
    }

    KeyRing ring() {
      String id = text("key");
      return KeyRing.parse(id + ":" + VECTORS.path("keys").path(id).asText()).orElseThrow();
    }

    JsonNode order() {
      return node.path("order");
    }

    @Override
    public String toString() {
      return text("about");
    }
  }

  static List<Vector> signed() {
    return vectors("signed");
  }

  static List<Vector> sealed() {
    return vectors("sealed");
  }

  @Test
  void vectors_areThirtyOrMore() {
    assertThat(signed()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(sealed()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(signed()).filteredOn(each -> version(each.order()).isPresent()).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("signed")
  void canonicalForm_andSignature_areTheVectors(Vector vector) {
    SignedUrl url = url(vector.order());
    assertThat(new String(Netstrings.write(url.canonical(vector.key())), UTF_8))
        .isEqualTo(vector.text("canonical"));
    assertThat(vector.text("url")).endsWith("_sig=" + url.signature(vector.key()));
  }

  @ParameterizedTest
  @MethodSource("signed")
  void address_thatIsWrittenHere_isTheVectors(Vector vector) {
    JsonNode order = vector.order();
    if (order.path("sealed").asText().isEmpty()) {
      UrlWriter writer = new UrlWriter(vector.ring());
      assertThat(writer.write(order(order))).isEqualTo(vector.text("url"));
    }
  }

  @ParameterizedTest
  @MethodSource("signed")
  void address_isAccepted_beforeItsEnd(Vector vector) {
    JsonNode order = vector.order();
    Optional<String> format =
        Optional.of(order.path("format").asText()).filter(text -> !text.isEmpty());
    Template template =
        SignedTemplates.signed(root, order.path("template").asText())
            .withOrigin(new TemplateOrigin(version(order), Map.of()));
    ImageRef imageRef =
        new ImageRef(template, Scale.parse(order.path("scale").asText()).orElseThrow(), format);
    String query = vector.text("url").substring(vector.text("url").indexOf('?'));
    UrlVerifier verifier =
        new UrlVerifier(new AccessSettings(vector.ring(), dev.nameplate.template.Access.SIGNED));
    assertThat(
            verifier.verify(imageRef, new RawQuery(query), Instant.parse("2019-01-01T00:00:00Z")))
        .isInstanceOf(VerificationResult.Admitted.class);
    assertThat(RequestedVersion.of(new RawQuery(query)))
        .isEqualTo(
            version(order)
                .<RequestedVersion>map(RequestedVersion.Published::new)
                .orElse(new RequestedVersion.Current()));
  }

  @ParameterizedTest
  @MethodSource("sealed")
  void sealedText_isTheVectors_andOpens(Vector vector) {
    SealedValues values =
        new SealedValues(pairs(vector.node().path("values")), Expiry.parse(vector.text("expires")));
    assertThat(new String(Netstrings.write(values.items()), UTF_8)).isEqualTo(vector.text("plain"));
    assertThat(
            SealedFields.nonce(
                vector.key(), vector.text("template"), Netstrings.write(values.items())))
        .isEqualTo(HexFormat.of().parseHex(vector.text("nonce")));
    assertThat(SealedFields.seal(vector.key(), vector.text("template"), values))
        .isEqualTo(vector.text("x"));
    assertThat(new SealedFields(vector.ring()).open(vector.text("template"), vector.text("x")))
        .contains(values);
  }

  @Test
  void page_showsTheFirstVector() throws IOException {
    Vector first = signed().get(0);
    assertThat(Files.readString(Path.of("app/docs/signing.md")))
        .contains("\n" + first.text("canonical") + "\n")
        .contains(first.text("url").replaceFirst("&_sig=.*", ""));
    Vector versioned =
        signed().stream()
            .filter(each -> version(each.order()).isPresent())
            .findFirst()
            .orElseThrow();
    assertThat(Files.readString(Path.of("app/docs/signing.md")))
        .contains("\n" + versioned.text("canonical") + "\n")
        .contains(versioned.text("url").replaceFirst("&_sig=.*", ""));
  }

  private static SignedUrl url(JsonNode order) {
    String format = order.path("format").asText();
    Map<String, String> locked = pairs(order.path("locked"));
    return new SignedUrl(
        order.path("template").asText(),
        format.equals("jpeg") ? "jpg" : format,
        Scale.parse(order.path("scale").asText()).orElseThrow(),
        order.path("expires").asText(),
        String.join(",", locked.keySet()),
        String.join(",", texts(order.path("open"))),
        order.path("sealed").asText(),
        order.path("version").asText(),
        List.copyOf(locked.values()));
  }

  private static UrlSpec order(JsonNode order) {
    return new UrlSpec(
            order.path("template").asText(),
            order.path("format").asText(),
            Scale.parse(order.path("scale").asText()).orElseThrow(),
            pairs(order.path("locked")),
            texts(order.path("open")),
            Expiry.parse(order.path("expires").asText()),
            false)
        .ofVersion(version(order));
  }

  private static Optional<Integer> version(JsonNode order) {
    return RequestedVersion.parse(order.path("version").asText());
  }

  private static Map<String, String> pairs(JsonNode pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    pairs.forEach(pair -> map.put(pair.path(0).asText(), pair.path(1).asText()));
    return map;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static List<Vector> vectors(String name) {
    return StreamSupport.stream(VECTORS.path(name).spliterator(), false).map(Vector::new).toList();
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(Path.of("app/docs/signing/vectors.json").toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
