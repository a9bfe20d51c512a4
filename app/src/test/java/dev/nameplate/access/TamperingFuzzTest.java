package dev.nameplate.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.sign.AccessSettings;
import dev.nameplate.access.sign.ImageRef;
import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.sign.RequestedVersion;
import dev.nameplate.access.sign.UrlSpec;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.access.sign.UrlWriter;
import dev.nameplate.access.sign.VerificationResult;
import dev.nameplate.fuzz.FuzzedText;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.Parameters;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.template.Access;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateOrigin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However an address is mangled: it is refused, or says what was signed. */
final class TamperingFuzzTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final int TURNS = 20_000;
  private static final List<String> PIECES =
      List.of(
          "&",
          "=",
          "%",
          "+",
          "#",
          "?",
          "&amp;",
          "%26",
          "%00",
          "%5F",
          "_",
          ",",
          ".",
          "title=",
          "headline=x&",
          "city=x&",
          "_lock=",
          "_open=title",
          "_lock=&",
          "_x=",
          "_sig=",
          "é",
          "Evil");

  private static final List<String> VERSIONS =
      List.of("", "_v=3", "_v=1", "_v=", "_v", "_v=02", "_V=2", "_v=%32", "_v=22", "%5fv=2", "v=2");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path root;

  @Test
  void mangledAddress_isRefused_orSaysWhatWasSigned() {
    Template template = SignedTemplates.signed(root);
    KeyRing keys = KeyRing.parse(SignedTemplates.KEYS).orElseThrow();
    UrlVerifier verifier = new UrlVerifier(new AccessSettings(keys, Access.OPEN));
    ImageRef imageRef = new ImageRef(template, Scale.ONE, Optional.of("png"));
    Map<String, String> values = new LinkedHashMap<>(Map.of("title", "R&D, 50% off"));
    Optional<Instant> end = Optional.of(NOW.plusSeconds(9));
    UrlSpec order = new UrlSpec("signed", "png", Scale.ONE, values, List.of("name"), end, false);
    String query = new UrlWriter(keys).write(order).replaceFirst("^.*\\?", "") + "&name=A";
    Random random = new Random(20260603);
    int admitted = 0;
    for (int i = 0; i < TURNS; i++) {
      String mangled = mangled(query, random);
      VerificationResult verificationResult = verifier.verify(imageRef, new RawQuery(mangled), NOW);
      if (verificationResult instanceof VerificationResult.Admitted good) {
        admitted++;
        Parameters drawn = Parameters.read(template, good.query());
        assertThat(drawn.text("title")).as(mangled).contains("R&D, 50% off");
        assertThat(drawn.text("city")).as(mangled).isEmpty();
        assertThat(drawn.text("link")).as(mangled).isEmpty();
        assertThat(good.expires()).as(mangled).isEqualTo(end);
      }
    }
    assertThat(admitted).isBetween(TURNS / 20, TURNS * 19 / 20);
  }

  @Test
  void mangledAddressOfAVersion_drawsThatVersion_orNothing() {
    Template current = SignedTemplates.signed(root);
    KeyRing keys = KeyRing.parse(SignedTemplates.KEYS).orElseThrow();
    UrlVerifier verifier = new UrlVerifier(new AccessSettings(keys, Access.OPEN));
    UrlSpec order =
        new UrlSpec("signed", "png", Scale.ONE, Map.of(), List.of("name"), Optional.empty(), false)
            .ofVersion(Optional.of(2));
    String query = new UrlWriter(keys).write(order).replaceFirst("^.*\\?", "") + "&name=A";
    Random random = new Random(20261129);
    int admitted = 0;
    for (int i = 0; i < TURNS / 4; i++) {
      String mangled =
          switch (random.nextInt(4)) {
            case 0 -> query.replace("_v=2", VERSIONS.get(random.nextInt(VERSIONS.size())));
            case 1 -> VERSIONS.get(random.nextInt(VERSIONS.size())) + "&" + query;
            default -> mangled(query, random);
          };
      RequestedVersion requested = RequestedVersion.of(new RawQuery(mangled));
      if (requested instanceof RequestedVersion.Malformed) {
        continue;
      }
      Optional<Integer> number =
          requested instanceof RequestedVersion.Published published
              ? Optional.of(published.number())
              : Optional.empty();
      ImageRef drawn =
          new ImageRef(
              current.withOrigin(new TemplateOrigin(number, Map.of())),
              Scale.ONE,
              Optional.of("png"));
      if (verifier.verify(drawn, new RawQuery(mangled), NOW)
          instanceof VerificationResult.Admitted) {
        admitted++;
        assertThat(number).as(mangled).contains(2);
      }
    }
    assertThat(admitted).isBetween(TURNS / 80, TURNS / 4);
  }

  private static String mangled(String query, Random random) {
    String text = query;
    for (int turns = random.nextInt(3); turns >= 0; turns--) {
      int at = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), at + random.nextInt(4));
      String piece =
          random.nextInt(4) == 0
              ? FuzzedText.piece(random)
              : PIECES.get(random.nextInt(PIECES.size()));
      text =
          switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at) + piece + text.substring(at);
            case 1 -> text.substring(0, at) + piece + text.substring(to);
            case 2 -> text.substring(0, at) + text.substring(to);
            case 3 -> shuffled(text, random);
            default -> piece + "&" + text + "&" + piece;
          };
    }
    return text;
  }

  private static String shuffled(String text, Random random) {
    List<String> segments = new ArrayList<>(List.of(text.split("&", -1)));
    Collections.shuffle(segments, random);
    return String.join("&", segments);
  }
}
