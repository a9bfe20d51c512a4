package dev.nameplate.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.KeepAlive;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.RawSocket;
import dev.nameplate.template.Access;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed, expiring and sealed addresses on the wire. */
final class SignedPictureTest {
  private static final Instant START = SignedServer.START;
  private static final Optional<Instant> NEVER = Optional.empty();
  private static final Map<String, String> HELLO = Map.of("title", "Hello");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path root;

  @SuppressWarnings("NullAway.Init") // JUnit calls what sets it.
  private SignedServer server;

  @BeforeEach
  void open() {
    server = new SignedServer(root, Access.OPEN, false);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static void isPicture(RawSocket.Answer answer, int status) {
    assertThat(answer.status()).as(answer.head()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("image/png");
    assertThat(Pictures.decode(answer.body()).getWidth()).isPositive();
  }

  @Test
  void signedAddress_isAnswered_andItsOpenFieldIsDrawn() {
    String target = server.locked("signed", HELLO, NEVER);
    RawSocket.Answer plain = server.get(target);
    isPicture(plain, 200);
    assertThat(plain.header("Nameplate-Fields")).contains("title=given", "name=absent;missing");
    RawSocket.Answer named = server.get(target + "&name=Maria");
    isPicture(named, 200);
    assertThat(named.header("Nameplate-Fields")).contains("name=given");
    assertThat(named.header("ETag")).isNotEqualTo(plain.header("ETag"));
    assertThat(server.get(target + "&city=Evil&utm_source=x").header("ETag"))
        .isEqualTo(plain.header("ETag"));
    assertThat(named.header("ETag"))
        .as("the values decide, not the way they came")
        .endsWith("\"")
        .isEqualTo(
            server
                .get(target.replace("title=Hello", "TITLE=%48ello") + "&name=M%61ria")
                .header("ETag"));
  }

  @Test
  void reencodings_onTheWire_areTheSamePicture() {
    String target =
        server.locked("signed", Map.of("title", "Élodie & co, 1+1"), NEVER) + "&name=Zoë";
    try (KeepAlive raw = new KeepAlive(server.port())) {
      String etag = raw.get(target).header("ETag");
      assertThat(etag).isNotEmpty();
      for (String way :
          List.of(
              target.replace("%C3%89", "É"),
              target.replace("%C3%89", "%C9"),
              target.replace("Zoë", "Zo%C3%AB"),
              target.replace("%20", "+"),
              target.replace("&", "&amp;"),
              target.replace("%2B", "%2b").replace("%2C", ","),
              target + "&utm_source=news&1699999999",
              target.replace("?", "?utm_source=news&") + "?utm_source=news")) {
        assertThat(raw.get(way).header("ETag")).as(way).isEqualTo(etag);
      }
    }
  }

  @Test
  void badOne_is403_withAPictureThatSaysWhy() {
    String target = server.locked("signed", HELLO, NEVER);
    for (String bad :
        List.of(
            "/i/signed.png",
            "/i/signed.png?title=Hello",
            target.replace("Hello", "Evil"),
            target.replace("signed.png", "signed-too.png"),
            target.replace(".png", "@2x.png"))) {
      RawSocket.Answer answer = server.get(bad);
      isPicture(answer, 403);
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Nameplate-Fault")).isEqualTo("bad-signature");
      assertThat(answer.header("ETag")).isEmpty();
    }
    RawSocket.Answer jpeg = server.get(target.replace(".png", ".jpg"));
    assertThat(jpeg.status()).isEqualTo(403);
    assertThat(jpeg.header("Content-Type")).isEqualTo("image/jpeg");
    RawSocket.Answer problem = ask(target.replace("Hello", "Evil"), "application/problem+json");
    assertThat(problem.status()).isEqualTo(403);
    assertThat(problem.text())
        .contains("bad-signature", "not as it was signed")
        .doesNotContain("Evil");
  }

  private RawSocket.Answer ask(String target, String accept) {
    return RawSocket.exchange(
        server.port(),
        "GET "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: "
            + accept
            + "\r\n\r\n");
  }

  @Test
  void pastExpiry_is410_atTheInstant() {
    Instant end = START.plus(Duration.ofHours(1));
    String target = server.locked("signed", HELLO, Optional.of(end));
    server.at(end.minusMillis(1));
    isPicture(server.get(target), 200);
    server.at(end);
    RawSocket.Answer gone = server.get(target);
    isPicture(gone, 410);
    assertThat(gone.header("Nameplate-Fault")).isEqualTo("expired");
    assertThat(ask(target, "application/problem+json").text()).contains("2026-06-01T01:00:00Z");
    assertThat(server.get(target.replace(".png", ".json")).status()).isEqualTo(410);
  }

  @Test
  void faultStatus200_isHonoured() {
    Instant end = START.minusSeconds(1);
    String target = server.locked("signed", HELLO, Optional.of(end));
    try (SignedServer lenient = new SignedServer(root, Access.OPEN, true)) {
      RawSocket.Answer expired = lenient.get(target);
      isPicture(expired, 200);
      assertThat(expired.header("Nameplate-Fault")).isEqualTo("expired");
      RawSocket.Answer bad = lenient.get("/i/signed.png");
      isPicture(bad, 200);
      assertThat(bad.header("Nameplate-Fault")).isEqualTo("bad-signature");
      assertThat(bad.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void explanation_takesThePicturesSignature() {
    String target = server.locked("signed", HELLO, NEVER).replace(".png", ".json");
    RawSocket.Answer answer = server.get(target + "&name=Maria");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("\"Hello\"", "\"Maria\"");
    assertThat(server.get(target.replace("Hello", "Evil")).status()).isEqualTo(403);
  }

  @Test
  void noAge_outlivesTheExpiry() {
    for (int seconds : new int[] {1, 20, 299, 3600, 90_000, 200_000, 900_000}) {
      Instant end = START.plusSeconds(seconds);
      String target = server.locked("signed", HELLO, Optional.of(end));
      for (String more : List.of("", "&name=*|FNAME|*", "&name=Maria")) {
        for (int turn = 0; turn < 3; turn++) {
          String control = server.get(target + more).header("Cache-Control");
          long longest = Math.max(age(control, "max-age"), age(control, "s-maxage"));
          long stale =
              Math.max(age(control, "stale-while-revalidate"), age(control, "stale-if-error"));
          assertThat(longest + stale)
              .as("%s for %s", control, seconds)
              .isLessThanOrEqualTo(seconds);
          assertThat(longest).isGreaterThanOrEqualTo(Math.min(seconds, 300) * 8L / 10 - 1);
        }
      }
    }
    String never = server.get(server.locked("signed", HELLO, NEVER)).header("Cache-Control");
    assertThat(age(never, "max-age")).isEqualTo(86_400);
  }

  private static long age(String control, String name) {
    Matcher matcher = Pattern.compile("(?:^|[ ,])" + name + "=(\\d+)").matcher(control);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  @Test
  void repeatedAnswer_neitherOutlivesTheExpiry_norLeaksToAChangedAddress() {
    Instant end = START.plus(Duration.ofDays(2));
    String target = server.locked("signed", HELLO, Optional.of(end)) + "&name=Hot";
    try (KeepAlive hotly = new KeepAlive(server.port())) {
      String etag = "";
      for (int i = 0; i < 4; i++) {
        etag = hotly.get(target).header("ETag");
      }
      assertThat(hotly.get(target.replace("Hello", "Evil")).status()).isEqualTo(403);
      assertThat(hotly.get(target.replace("signed.png", "signed.jpg")).status()).isEqualTo(403);
      for (Duration before :
          List.of(
              Duration.ofHours(47),
              Duration.ofHours(1),
              Duration.ofSeconds(30),
              Duration.ofMillis(1))) {
        server.at(end.minus(before));
        for (int i = 0; i < 3; i++) {
          RawSocket.Answer answer = hotly.get(target);
          assertThat(answer.status()).isEqualTo(200);
          String control = answer.header("Cache-Control");
          assertThat(age(control, "max-age") + age(control, "stale-if-error"))
              .isLessThanOrEqualTo(before.toSeconds());
          assertThat(hotly.ask("GET", target, "If-None-Match: " + etag).status()).isEqualTo(304);
        }
        server.at(end.minus(before).plusMillis(1));
        assertThat(age(hotly.get(target).header("Cache-Control"), "max-age"))
            .isLessThanOrEqualTo(before.toSeconds());
      }
      server.at(end);
      assertThat(hotly.get(target).status()).isEqualTo(410);
      assertThat(hotly.ask("GET", target, "If-None-Match: " + etag).status()).isEqualTo(410);
      assertThat(hotly.ask("HEAD", target).status()).isEqualTo(410);
    }
  }

  @Test
  void sealedAddress_drawsWhatItHides() {
    String sealed = server.sealed("signed", Map.of("title", "Hello", "city", "Malmö"), NEVER);
    String locked = server.locked("signed", Map.of("title", "Hello", "city", "Malmö"), NEVER);
    assertThat(sealed).doesNotContain("Hello", "Malm");
    isPicture(server.get(sealed + "&name=Maria"), 200);
    assertThat(server.get(sealed + "&name=Maria").header("ETag"))
        .isEqualTo(server.get(locked + "&name=Maria").header("ETag"));
    assertThat(server.get(sealed.replaceFirst("_x=new\\..", "_x=new.-")).status()).isEqualTo(403);
    assertThat(server.get(sealed.replaceFirst("&_sig=.*", "")).status()).isEqualTo(403);
  }

  @Test
  void openTemplate_takesSealedValues_andIgnoresTheRest() {
    Map<String, String> maria = Map.of("name", "Maria");
    String sealed = server.sealed("open", maria, Optional.of(START.plusSeconds(100)));
    String etag = server.get("/i/open.png?name=Maria").header("ETag");
    String none = server.get("/i/open.png").header("ETag");
    assertThat(server.get(sealed).header("ETag")).isEqualTo(etag);
    assertThat(server.get(sealed.replaceFirst("&_sig=.*", "")).header("ETag")).isEqualTo(etag);
    assertThat(server.get(sealed.replace("_sig=new.", "_sig=x")).header("ETag")).isEqualTo(etag);
    assertThat(server.get(sealed.replaceFirst("_x=new\\..", "_x=new.-")).header("ETag"))
        .isEqualTo(none);
    assertThat(server.get(sealed.replace("/open.png", "/silent.png")).header("Nameplate-Fields"))
        .contains("name=absent");
    assertThat(age(server.get(sealed).header("Cache-Control"), "max-age")).isLessThanOrEqualTo(100);
    server.at(START.plusSeconds(100));
    RawSocket.Answer late = server.get(sealed);
    isPicture(late, 200);
    assertThat(late.header("ETag")).isEqualTo(none);
    String ignored = "/i/open.png?name=Maria&_sig=x&_exp=1&_lock=name&_open=city";
    assertThat(server.get(ignored).header("ETag")).isEqualTo(etag);
  }

  @Test
  void signedByDefault_asksTheSilentTemplateToo() {
    try (SignedServer strict = new SignedServer(root, Access.SIGNED, false)) {
      isPicture(strict.get("/i/silent.png"), 403);
      isPicture(strict.get(strict.locked("silent", HELLO, NEVER)), 200);
      isPicture(strict.get("/i/open.png"), 200);
      String page = strict.get("/").text();
      assertThat(page).contains("/i/open.png").doesNotContain("/i/silent", "/i/signed");
    }
  }

  @Test
  void program_readsItsKeys_andTellsTheTime() {
    SignedTemplates.in(root);
    Map<String, String> environment =
        Map.of(
            "NAMEPLATE_HOST", "127.0.0.1",
            "NAMEPLATE_PORT", "0",
            "NAMEPLATE_TEMPLATES", root.toString(),
            "NAMEPLATE_KEYS", SignedTemplates.KEYS,
            "NAMEPLATE_ACCESS", "signed");
    Instant soon = Instant.now().plus(Duration.ofHours(1));
    try (Application program = Applications.open(Settings.read(environment, Map.of()))) {
      isPicture(RawSocket.get(program.port(), server.locked("silent", HELLO, NEVER)), 200);
      isPicture(
          RawSocket.get(program.port(), server.locked("silent", HELLO, Optional.of(soon))), 200);
      isPicture(
          RawSocket.get(program.port(), server.locked("silent", HELLO, Optional.of(START))), 410);
      isPicture(RawSocket.get(program.port(), "/i/silent.png?title=Hello"), 403);
      isPicture(RawSocket.get(program.port(), "/i/open.png?title=Hello"), 200);
    }
  }

  @Test
  void otherFaults_goBeforeTheSignature() {
    assertThat(server.get("/i/signed@9x.png").status()).isEqualTo(400);
    assertThat(server.get("/i/signed.gif").status()).isEqualTo(406);
    assertThat(server.get("/i/signed-not.png").status()).isEqualTo(404);
  }

  @Test
  void sealedName_isNowhere_butInItsPicture() {
    String canary = "Zyxwilhelmina";
    PrintStream errBefore = System.err;
    PrintStream outBefore = System.out;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(log, true, StandardCharsets.UTF_8);
    System.setErr(both);
    System.setOut(both);
    StringBuilder heads = new StringBuilder();
    try (SignedServer own = new SignedServer(root, Access.OPEN, false)) {
      for (String template : List.of("signed", "open")) {
        String target = own.sealed(template, Map.of("name", canary), NEVER);
        for (String asked :
            List.of(target, target, target, target + "x", target.replace("_x", "_y"))) {
          RawSocket.Answer answer = own.get(asked);
          heads.append(answer.head());
        }
        heads.append(own.get(target.replace("_x=new", "_x=old")).head());
      }
    } finally {
      System.setErr(errBefore);
      System.setOut(outBefore);
    }
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("GET signed 200", "GET signed 403")
        .doesNotContain(canary);
    assertThat(heads.toString()).contains("name=given").doesNotContain(canary);
  }
}
