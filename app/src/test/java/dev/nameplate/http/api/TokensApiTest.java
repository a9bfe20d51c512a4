package dev.nameplate.http.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.token.Grant;
import dev.nameplate.access.token.JwtTokens;
import dev.nameplate.access.token.Scope;
import dev.nameplate.boot.Application;
import dev.nameplate.cli.CommandRun;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.support.Applications;
import dev.nameplate.support.PreparedWork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may call, where there are keys. */
final class TokensApiTest {
  private static final String OLD = "old:00000000000000000000000000000000";
  private static final String KEYS = "k1:11111111111111111111111111111111," + OLD;
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final String BODY = "{\"template\":\"welcome\",\"layers\":{\"name\":\"A\"}}";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  @SuppressWarnings("NullAway.Init") // Before all tests.
  private static Application application;

  @SuppressWarnings("NullAway.Init") // Before all tests.
  private static ApiCalls api;

  @BeforeAll
  static void open() throws IOException {
    Path revoked = Files.writeString(folder.resolve("revoked"), "# gone\nlost-one # a laptop\n");
    application =
        Applications.open(
            Settings.read(
                Map.of(
                    "NAMEPLATE_HOST", "127.0.0.1",
                    "PORT", "0",
                    "NAMEPLATE_WARM_UP", "0",
                    "NAMEPLATE_WORK", PreparedWork.in(folder).toString(),
                    "NAMEPLATE_KEYS", KEYS,
                    "NAMEPLATE_REVOKED", revoked.toString(),
                    "NAMEPLATE_BASE_URL", "https://img.brand.example/",
                    "NAMEPLATE_API_ORIGINS", "https://app.brand.example"),
                Map.of()),
            InstantSource.fixed(NOW));
    api = new ApiCalls(application.port());
  }

  @AfterAll
  static void close() {
    application.close();
  }

  @Test
  void goodToken_makesUrls_thatBeginWithTheBaseUrl() {
    ApiCalls.Reply reply = call(token(grant("a")));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().path("url").asText())
        .isEqualTo("https://img.brand.example/i/welcome.png?name=A");
    assertThat(reply.header("RateLimit-Policy")).isEqualTo("\"token\";q=200;w=2");
    assertThat(reply.header("RateLimit")).matches("\"token\";r=\\d+;t=\\d+");
  }

  @Test
  void signedAndSealedUrls_areMade_andAnswered() {
    for (String kind : List.of("signed", "sealed")) {
      String body =
          "{\"template\":\"welcome\",\"layers\":{\"name\":\"Ada\"},\"url\":\""
              + kind
              + "\",\"expires\":\"2027-01-01T00:00Z\"}";
      String[] headers = {"Authorization", "Bearer " + token(grant("kinds"))};
      ApiCalls.Reply reply = api.post("/v1/images", body, headers);
      assertThat(api.post("/v1/images", body, headers).json()).as("again").isEqualTo(reply.json());
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      String url = reply.json().path("url").asText();
      assertThat(url).contains(kind.equals("sealed") ? "_x=k1." : "_lock=name");
      assertThat(reply.json().at("/fields/name/state").asText()).isEqualTo("given");
      String target = url.replace("https://img.brand.example", "");
      assertThat(api.send("GET", target).header("Nameplate-Fields")).isEqualTo("name=given");
    }
  }

  @Test
  void noToken_is401_evenOnThisMachine() {
    ApiCalls.Reply reply = api.post("/v1/images", BODY);
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo("no_token");
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"nameplate\"");
    assertThat(api.send("GET", "/v1/templates").code()).isEqualTo("no_token");
  }

  @Test
  void tokenThatIsNotOurs_isBad() throws Exception {
    String good = token(grant("b"));
    String other =
        JwtTokens.issue(
            KeyRing.parse("k1:22222222222222222222222222222222").orElseThrow(), grant("c"));
    String[] parts = good.substring(3).split("\\.");
    String none = base64("{\"alg\":\"none\"}") + "." + parts[1] + ".";
    String swapped =
        base64("{\"kid\":\"old\",\"alg\":\"HS256\"}") + "." + parts[1] + "." + parts[2];
    for (String token :
        List.of(
            other,
            "np_" + none,
            "np_" + swapped,
            good.substring(3),
            good.substring(0, good.length() - 2),
            good + "x",
            "np_",
            "np_..",
            "np_" + parts[0] + "." + base64("{\"sub\":\"root\"}") + "." + parts[2],
            signed("HS256", new JWTClaimsSet.Builder().subject("x").jwtID("y").build()))) {
      ApiCalls.Reply reply = call(token);
      assertThat(reply.code()).as(token).isEqualTo("bad_token");
      assertThat(reply.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
      assertThat(reply.text()).doesNotContain(token);
    }
  }

  @Test
  void tokenEnds_atItsVerySecond() {
    assertThat(call(token(grant("d", NOW.plusSeconds(1)))).status()).isEqualTo(200);
    assertThat(call(token(grant("d", NOW))).code()).isEqualTo("expired_token");
    ApiCalls.Reply late = call(token(grant("d", NOW.minusSeconds(1))));
    assertThat(late.status()).isEqualTo(401);
    assertThat(late.text()).contains("jti d");
  }

  @Test
  void revokedToken_isRefused_andAnotherIsNot() {
    assertThat(call(token(grant("lost-one"))).code()).isEqualTo("revoked_token");
    assertThat(call(token(grant("lost-two"))).status()).isEqualTo(200);
  }

  @Test
  void tokenOfAnOlderKey_isGood() {
    String old = JwtTokens.issue(KeyRing.parse(OLD).orElseThrow(), grant("e"));
    assertThat(call(old).status()).isEqualTo(200);
  }

  @Test
  void tokenForOtherThings_is403() {
    Grant reads = grant("f", EnumSet.of(Scope.TEMPLATES_READ), List.of(), Optional.empty());
    ApiCalls.Reply reply = call(token(reads));
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("scope");
    assertThat(reply.header("WWW-Authenticate")).contains("insufficient_scope");
    Grant coupons =
        grant("g", Set.of(Scope.values()), List.of("coupon", "acme/*"), Optional.empty());
    assertThat(call(token(coupons)).code()).isEqualTo("template_not_allowed");
    ApiCalls.Reply list =
        api.send("GET", "/v1/templates", "Authorization", "Bearer " + token(coupons));
    assertThat(list.json().path("templates").findValuesAsText("id")).containsExactly("coupon");
  }

  @Test
  void tokenThatCallsTooOften_is429_andOthersAreNot() {
    Grant slow = grant("h", Set.of(Scope.IMAGES), List.of(), Optional.of(new Rate(1, 2)));
    String token = token(slow);
    ApiCalls.Reply first = call(token);
    assertThat(first.header("RateLimit-Policy")).isEqualTo("\"token\";q=2;w=2");
    ApiCalls.Reply reply = first;
    for (int at = 0; at < 20 && reply.status() == 200; at++) {
      reply = call(token);
    }
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.code()).isEqualTo("rate_limited");
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(reply.header("RateLimit")).startsWith("\"token\";r=0");
    assertThat(call(token(grant("i"))).status()).isEqualTo(200);
    assertThat(api.send("GET", "/i/welcome.png?name=A").status()).isEqualTo(200);
  }

  @Test
  void command_printsATokenAlone_thatIsShort_andGood() {
    Map<String, String> environment = Map.of("NAMEPLATE_KEYS", KEYS);
    CommandRun run =
        CommandRun.of(
            environment,
            NOW,
            "token",
            "--sub",
            "shop",
            "--scope",
            "images,batches",
            "--expires",
            "2027-01-01T00:00Z",
            "--rate",
            "50");
    String token = run.out().strip();
    assertThat(token).startsWith("np_").hasSizeLessThan(255);
    assertThat(call(token).header("RateLimit-Policy")).isEqualTo("\"token\";q=100;w=2");
    assertThatThrownBy(
            () -> CommandRun.of(Map.of(), NOW, "token", "--sub", "a b", "--scope", "all"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll("NAMEPLATE_KEYS", "--sub", "--scope", "--expires");
  }

  @Test
  void command_takesAQuota_thatTheServerKeepsTo() {
    List<String> words =
        List.of("token", "--sub", "small", "--scope", "images", "--expires", "2027-01-01T00:00Z");
    Map<String, String> environment = Map.of("NAMEPLATE_KEYS", KEYS);
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--quota", "1"));
    String token = CommandRun.of(environment, NOW, all.toArray(String[]::new)).out().strip();
    assertThat(token).hasSizeLessThan(255);
    assertThat(call(token).json().path("warnings").toString()).contains("100 % of the quota");
    assertThat(call(token).status()).as("the same URL").isEqualTo(200);
    String other = BODY.replace("}}", "},\"scale\":1}").replace("A", "B");
    assertThat(api.post("/v1/images", other, "Authorization", "Bearer " + token).code())
        .isEqualTo("quota_exceeded");
    for (String wrong : List.of("0", "-1", "many", "1.5", "9999999999999")) {
      all.set(all.size() - 1, wrong);
      assertThatThrownBy(() -> CommandRun.of(environment, NOW, all.toArray(String[]::new)))
          .as(wrong)
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("--quota");
    }
  }

  @Test
  void origins_mayReadTemplates_andNothingElse() {
    String origin = "https://app.brand.example";
    ApiCalls.Reply preflight = api.send("OPTIONS", "/v1/templates", "X-Test", "a");
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
    String token = token(grant("k"));
    String[] headers = {"Origin", origin, "Authorization", "Bearer " + token};
    assertThat(api.send("GET", "/v1/templates", headers).header("Access-Control-Allow-Origin"))
        .isEqualTo(origin);
    assertThat(
            api.send("OPTIONS", "/v1/templates/welcome", "Origin", origin)
                .header("Access-Control-Allow-Headers"))
        .isEqualTo("Authorization");
    assertThat(api.post("/v1/images", BODY, headers).header("Access-Control-Allow-Origin"))
        .isEmpty();
    assertThat(
            api.send("GET", "/v1/templates", "Origin", "https://evil.example")
                .header("Access-Control-Allow-Origin"))
        .isEmpty();
  }

  private static ApiCalls.Reply call(String token) {
    return api.post("/v1/images", BODY, "Authorization", "Bearer " + token);
  }

  private static String token(Grant grant) {
    return JwtTokens.issue(KeyRing.parse(KEYS).orElseThrow(), grant);
  }

  private static Grant grant(String id) {
    return grant(id, NOW.plus(Duration.ofDays(1)));
  }

  private static Grant grant(String id, Instant expires) {
    return new Grant(
        id,
        "shop",
        Set.of(Scope.values()),
        List.of(),
        expires,
        Optional.empty(),
        OptionalLong.empty(),
        false);
  }

  private static Grant grant(
      String id, Set<Scope> scopes, List<String> templates, Optional<Rate> rate) {
    return new Grant(
        id, "shop", scopes, templates, NOW.plusSeconds(60), rate, OptionalLong.empty(), false);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Signed with our key, but without an end. */
  private static String signed(String algorithm, JWTClaimsSet claims) throws Exception {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID("k1").build(),
            new JWTClaimsSet.Builder(claims).issueTime(Date.from(NOW)).build());
    jwt.sign(new MACSigner(KeyRing.parse(KEYS).orElseThrow().first().orElseThrow().token()));
    return "np_" + jwt.serialize();
  }
}
