package dev.nameplate.access.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.SignedTemplates;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.Parameters;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.template.Access;
import dev.nameplate.template.Template;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may happen to a signed address on its way, and what may not. */
final class UrlVerifierTest {
  private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final KeyRing KEYS = KeyRing.parse(SignedTemplates.KEYS).orElseThrow();
  private static final UrlVerifier VERIFIER =
      new UrlVerifier(new AccessSettings(KEYS, Access.OPEN));

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path root;

  @SuppressWarnings("NullAway.Init") // JUnit calls what sets it.
  private static Template template;

  @BeforeAll
  static void readTemplate() {
    template = SignedTemplates.signed(root);
  }

  /** A query whose {@code title} is locked and whose {@code name} is open. */
  private static String query(String title) {
    return written(Map.of("title", title), false).replaceFirst("^[^?]*\\?", "");
  }

  private static String written(Map<String, String> values, boolean seal) {
    UrlSpec order =
        new UrlSpec("signed", "png", Scale.ONE, values, List.of("name"), Optional.of(END), seal);
    return new UrlWriter(KEYS).write(order);
  }

  private static VerificationResult verify(String query) {
    return verify(query, "png", NOW);
  }

  private static VerificationResult verify(String query, String format, Instant now) {
    Optional<String> ending = Optional.of(format).filter(text -> !text.isEmpty());
    return VERIFIER.verify(new ImageRef(template, Scale.ONE, ending), new RawQuery(query), now);
  }

  /** The decoded values that may be drawn; fails where the address is not accepted. */
  private static Map<String, String> drawn(String query) {
    VerificationResult verificationResult = verify(query);
    assertThat(verificationResult).as(query).isInstanceOf(VerificationResult.Admitted.class);
    Parameters parameters =
        Parameters.read(template, ((VerificationResult.Admitted) verificationResult).query());
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : List.of("title", "name", "city", "link")) {
      parameters.text(name).ifPresent(text -> values.put(name, text));
    }
    return values;
  }

  @Test
  void openField_takesAnyValue_lockedOneItsOwn() {
    String query = query("R&D: 50% off, 1 + 1");
    assertThat(drawn(query)).isEqualTo(Map.of("title", "R&D: 50% off, 1 + 1"));
    assertThat(drawn(query + "&name=Maria"))
        .isEqualTo(Map.of("title", "R&D: 50% off, 1 + 1", "name", "Maria"));
    assertThat(drawn("name=*|FNAME|*&" + query)).containsEntry("name", "*|FNAME|*");
    assertThat(drawn(query + "&name=AT&T")).containsEntry("name", "AT&T");
  }

  @Test
  void parameter_thatIsNeitherLockedNorOpen_isDropped() {
    String query = query("Hello");
    for (String stray :
        List.of("city=Evil", "utm_source=x", "_hsenc=y", "123456", "link=x", "=x")) {
      assertThat(drawn(query + "&" + stray)).as(stray).isEqualTo(Map.of("title", "Hello"));
      assertThat(drawn(stray + "&" + query)).as(stray).isEqualTo(Map.of("title", "Hello"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title=Hello|title=Hallo",
        "title=Hello|title=Hello%20",
        "title=Hello|title=hello",
        "title=Hello|title=",
        "title=Hello&|",
        "title=Hello|title=Evil&title=Hello",
        "title=Hello|headline=Evil&title=Hello",
        "title=Hello|TITLE=Evil&title=Hello",
        "title=Hello|%74itle=Evil&title=Hello",
        "title=Hello|title=Hello&or+not",
        "_lock=title|_lock=city",
        "_lock=title&|",
        "_lock=title|_lock=",
        "_lock=title|_lock=title,city",
        "_lock=title|_lock=title,title",
        "_lock=title|_lock=title,headline",
        "_lock=title|_lock=TITLE",
        "_lock=title|_lock=&_lock=title",
        "_open=name|_open=name,city",
        "_open=name|_open=city",
        "_open=name&|",
        "_open=name|_open=name,title",
        "_exp=1798761600|_exp=1798761601",
        "_exp=1798761600|_exp=01798761600",
        "_exp=1798761600&|",
        "_exp=1798761600|_exp=never",
        "_sig=new.|_sig=old.",
        "_sig=new.|_sig=",
        "_sig=new.|_sig=gone.",
        "_sig=new.|_sig=x&_sig=new.",
        "_sig=new.|_sug=new.",
        "_sig=new.|_sig=new.A",
        "_sig=new.|_x=new.AAAA&_sig=new."
      })
  void change_ofWhatIsLocked_isDenied(String from, String to) {
    String query = query("Hello");
    assertThat(query).contains(from);
    String changed = query.replace(from, to == null ? "" : to);
    assertThat(verify(changed)).as(changed).isInstanceOf(VerificationResult.Denied.class);
    assertThat(verify(changed + "&name=Maria")).isInstanceOf(VerificationResult.Denied.class);
  }

  @Test
  void everyCharacter_ofTheSignature_counts() {
    String query = query("Hello");
    for (int at = query.indexOf("_sig=") + 5; at < query.length(); at++) {
      for (char other : new char[] {'A', 'B', 'Q', 'g', 'w', '-', '.'}) {
        String changed = query.substring(0, at) + other + query.substring(at + 1);
        if (!changed.equals(query)) {
          assertThat(verify(changed)).as(changed).isInstanceOf(VerificationResult.Denied.class);
        }
      }
      assertThat(verify(query.substring(0, at))).isInstanceOf(VerificationResult.Denied.class);
    }
    assertThat(verify(query + "A")).isInstanceOf(VerificationResult.Denied.class);
  }

  @Test
  void otherPath_isDenied() {
    RawQuery query = new RawQuery(query("Hello"));
    Template other = SignedTemplates.in(root).find("signed-too").orElseThrow();
    for (ImageRef imageRef :
        List.of(
            new ImageRef(other, Scale.ONE, Optional.of("png")),
            new ImageRef(template, Scale.TWO, Optional.of("png")),
            new ImageRef(template, Scale.ONE, Optional.of("jpg")),
            new ImageRef(template, Scale.ONE, Optional.empty()),
            new ImageRef(template, Scale.TWO, Optional.of("json")))) {
      assertThat(VERIFIER.verify(imageRef, query, NOW))
          .isInstanceOf(VerificationResult.Denied.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "jpeg", "", "json"})
  void explanation_takesTheSignature_ofAnyFormat(String format) {
    UrlSpec order =
        new UrlSpec("signed", format, Scale.ONE, Map.of(), List.of(), Optional.empty(), false);
    String query = new UrlWriter(KEYS).write(order).replaceFirst("^.*\\?", "");
    assertThat(verify(query, "json", NOW)).isInstanceOf(VerificationResult.Admitted.class);
    assertThat(verify(query, format, NOW)).isInstanceOf(VerificationResult.Admitted.class);
  }

  @Test
  void reencodings_ofMailTools_keepTheSignature() {
    String title = "Élodie's \"R&D\" 50% off, (now) 1+1=2 ~ 你好 🎉";
    String query = query(title) + "&name=Maria";
    Map<String, String> expected = Map.of("title", title, "name", "Maria");
    Map<String, UnaryOperator<String>> ways = new LinkedHashMap<>();
    ways.put("as it was", text -> text);
    ways.put("spaces as plus", text -> text.replace("%20", "+"));
    ways.put("small hex digits", UrlVerifierTest::smallHex);
    ways.put("separators escaped for HTML", text -> text.replace("&", "&amp;"));
    ways.put("escaped twice", text -> text.replace("&", "&amp;amp;"));
    ways.put("commas encoded", text -> text.replace(",", "%2C"));
    ways.put("letters encoded", text -> text.replace("Maria", "%4Daria").replace("off", "%6Fff"));
    ways.put("underscores encoded", text -> text.replace("_", "%5F"));
    ways.put("quotes decoded", text -> text.replace("%27", "'").replace("%22", "\""));
    ways.put("raw UTF-8", text -> text.replace("%C3%89", "É").replace("%F0%9F%8E%89", "🎉"));
    ways.put("windows-1252", text -> text.replace("%C3%89", "%C9"));
    ways.put("percent sign decoded", text -> text.replace("50%25%20", "50%%20"));
    ways.put("ampersand decoded", text -> text.replace("R%26D", "R&D"));
    ways.put("a tracker behind it", text -> text + "&utm_source=news&_hsenc=p2");
    ways.put("a tracker glued to it", text -> text + "?utm_source=news");
    ways.put("a cache buster", text -> text + "&1699999999");
    ways.put("empty parameters", text -> "&&" + text + "&&");
    ways.put(
        "keys in capitals", text -> text.replace("_sig=", "_SIG=").replace("title=", "TITLE="));
    ways.put("an alias", text -> text.replace("title=%C3", "headline=%C3"));
    ways.put("another order", UrlVerifierTest::turned);
    ways.put("a question mark", text -> "?" + text);
    ways.forEach(
        (way, change) -> assertThat(drawn(change.apply(query))).as(way).isEqualTo(expected));
  }

  private static String smallHex(String query) {
    return java.util.regex.Pattern.compile("%[0-9A-F]{2}")
        .matcher(query)
        .replaceAll(found -> found.group().toLowerCase(java.util.Locale.ROOT));
  }

  private static String turned(String query) {
    List<String> segments = new java.util.ArrayList<>(List.of(query.split("&")));
    java.util.Collections.reverse(segments);
    return String.join("&", segments);
  }

  @Test
  void laterCopies_areDropped() {
    String query = query("Hello");
    assertThat(drawn(query + "&title=Evil")).isEqualTo(Map.of("title", "Hello"));
    assertThat(drawn(query + "&headline=Evil&_lock=&_open=title&_exp=1&_sig=x"))
        .isEqualTo(Map.of("title", "Hello"));
    String first = query + "&name=Ann&name=Bob";
    assertThat(drawn(first)).containsEntry("name", "Ann");
    RawQuery admitted = ((VerificationResult.Admitted) verify(first)).query();
    assertThat(admitted.text()).doesNotContain("Bob");
  }

  @Test
  void longLockedValue_isSignedWhole() {
    String query = query("ä ".repeat(1500));
    assertThat(verify(query)).isInstanceOf(VerificationResult.Admitted.class);
    assertThat(verify(query.replace("%20&_lock", "x&_lock")))
        .isInstanceOf(VerificationResult.Denied.class);
  }

  @Test
  void expiry_isAtTheInstant() {
    String query = query("Hello");
    assertThat(verify(query, "png", END.minusMillis(1)))
        .isInstanceOf(VerificationResult.Admitted.class);
    assertThat(verify(query, "png", END)).isEqualTo(new VerificationResult.Expired(END));
    assertThat(verify(query.replace("Hello", "Evil"), "png", END))
        .isInstanceOf(VerificationResult.Denied.class);
    assertThat(((VerificationResult.Admitted) verify(query)).expires()).contains(END);
  }

  @Test
  void oldKey_verifies_untilItIsTakenOut() {
    KeyRing old = KeyRing.parse(SignedTemplates.KEYS.split(",")[1]).orElseThrow();
    UrlSpec order =
        new UrlSpec(
            "signed", "png", Scale.ONE, Map.of("name", "A"), List.of(), Optional.empty(), true);
    String query = new UrlWriter(old).write(order).replaceFirst("^.*\\?", "");
    assertThat(query).contains("_sig=old.").contains("_x=old.");
    assertThat(drawn(query)).isEqualTo(Map.of("name", "A"));
    KeyRing fresh = KeyRing.parse(SignedTemplates.KEYS.split(",")[0]).orElseThrow();
    VerificationResult later =
        new UrlVerifier(new AccessSettings(fresh, Access.OPEN))
            .verify(
                new ImageRef(template, Scale.ONE, Optional.of("png")), new RawQuery(query), NOW);
    assertThat(later).isEqualTo(new VerificationResult.Denied(DenialReason.UNKNOWN_KEY));
  }

  @Test
  void sealedValues_goBeforeAll_andStandWithOpenOnes() {
    String query =
        written(Map.of("title", "Sealed", "city", "Malmö"), true).replaceFirst("^.*\\?", "");
    assertThat(query).doesNotContain("Sealed", "Malm", "_lock");
    assertThat(drawn(query + "&name=Maria&title=Evil&city=Evil"))
        .isEqualTo(Map.of("title", "Sealed", "city", "Malmö", "name", "Maria"));
    assertThat(verify(query.replace("_x=new.", "_x=new.A")))
        .isInstanceOf(VerificationResult.Denied.class);
    assertThat(verify(query.replaceFirst("_x=[^&]*&", "")))
        .isInstanceOf(VerificationResult.Denied.class);
    assertThat(verify(query, "png", END)).isEqualTo(new VerificationResult.Expired(END));
  }

  @Test
  void whyItIsDenied_isToldApart() {
    assertThat(verify("title=Hello"))
        .isEqualTo(new VerificationResult.Denied(DenialReason.UNSIGNED));
    assertThat(verify("_sig=zzz.abc"))
        .isEqualTo(new VerificationResult.Denied(DenialReason.UNKNOWN_KEY));
    assertThat(verify("_sig=abc"))
        .isEqualTo(new VerificationResult.Denied(DenialReason.UNKNOWN_KEY));
    assertThat(verify("_sig=new.abc"))
        .isEqualTo(new VerificationResult.Denied(DenialReason.CHANGED));
    assertThat(verify("_sig=new.a&_lock=title,headline"))
        .isEqualTo(new VerificationResult.Denied(DenialReason.LOCKED_TWICE));
    assertThat(verify(signedWith("_exp=soon", "soon", "")))
        .isEqualTo(new VerificationResult.Denied(DenialReason.UNREADABLE_EXPIRY));
    assertThat(verify(signedWith("_x=new.junk", "", "new.junk")))
        .isEqualTo(new VerificationResult.Denied(DenialReason.UNOPENED));
    VerificationResult without =
        new UrlVerifier(AccessSettings.DEFAULT)
            .verify(new ImageRef(template, Scale.ONE, Optional.of("png")), new RawQuery(""), NOW);
    assertThat(without).isEqualTo(new VerificationResult.Denied(DenialReason.NO_KEYS));
  }

  private static String signedWith(String parameter, String expires, String sealed) {
    SignedUrl url =
        new SignedUrl("signed", "png", Scale.ONE, expires, "", "", sealed, "", List.of());
    return parameter + "&_sig=" + url.signature(KEYS.first().orElseThrow());
  }

  @Test
  void openTemplate_ignoresAll_butSealedValues() {
    Template open = SignedTemplates.in(root).find("open").orElseThrow();
    ImageRef imageRef = new ImageRef(open, Scale.ONE, Optional.of("png"));
    for (String query :
        List.of(
            "name=A&_sig=x", "name=A&_exp=1", "_lock=name&name=A", "_open=x&name=A", "_x=new.A")) {
      assertThat(VERIFIER.verify(imageRef, new RawQuery(query), NOW))
          .isEqualTo(new VerificationResult.Admitted(new RawQuery(query), Optional.empty()));
    }
    SealedValues values = new SealedValues(Map.of("name", "Maria"), Optional.of(END));
    String sealed = SealedFields.seal(KEYS.first().orElseThrow(), "open", values);
    RawQuery query = new RawQuery("?Bob&name=Evil&_x=" + sealed);
    VerificationResult.Admitted admitted =
        (VerificationResult.Admitted) VERIFIER.verify(imageRef, query, NOW);
    assertThat(Parameters.read(open, admitted.query()).text("name")).contains("Maria");
    assertThat(admitted.expires()).contains(END);
    assertThat(VERIFIER.verify(imageRef, query, END))
        .isEqualTo(new VerificationResult.Admitted(query, Optional.empty()));
  }

  @Test
  void silentTemplate_isWhatTheServerSays() {
    Template silent = SignedTemplates.in(root).find("silent").orElseThrow();
    Template open = SignedTemplates.in(root).find("open").orElseThrow();
    UrlVerifier strict = new UrlVerifier(new AccessSettings(KEYS, Access.SIGNED));
    assertThat(strict.isSigned(silent)).isTrue();
    assertThat(strict.isSigned(open)).isFalse();
    assertThat(VERIFIER.isSigned(silent)).isFalse();
    assertThat(VERIFIER.isSigned(template)).isTrue();
  }
}
