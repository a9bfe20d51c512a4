package dev.nameplate.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.token.Grant;
import dev.nameplate.access.token.JwtTokens;
import dev.nameplate.access.token.Scope;
import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whose lists are answered where there are keys, and lists where there is no work folder. */
final class UrlListTokensTest {
  private static final String KEYS = "k1:11111111111111111111111111111111";
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final String WELCOME = "/v1/urls?template=welcome";
  private static final String LIST = "name\nAda\n";

  @SuppressWarnings("NullAway.Init") // Before all tests.
  private static Application application;

  @SuppressWarnings("NullAway.Init") // Before all tests.
  private static ApiCalls api;

  @BeforeAll
  static void open() {
    application =
        Applications.open(
            Settings.read(
                Map.of(
                    "NAMEPLATE_HOST", "127.0.0.1",
                    "PORT", "0",
                    "NAMEPLATE_WARM_UP", "0",
                    "NAMEPLATE_WORK", "none",
                    "NAMEPLATE_KEYS", KEYS,
                    "NAMEPLATE_BASE_URL", "https://img.brand.example"),
                Map.of()),
            InstantSource.fixed(NOW));
    api = new ApiCalls(application.port());
  }

  @AfterAll
  static void close() {
    application.close();
  }

  private static ApiCalls.Reply post(
      String target, String list, Set<Scope> scopes, List<String> templates, Optional<Rate> rate) {
    String id = String.join("-", scopes.toString(), templates.toString(), rate.toString(), target);
    Grant grant =
        new Grant(
            "t" + Integer.toHexString(id.hashCode()),
            "shop",
            scopes,
            templates,
            NOW.plusSeconds(60),
            rate,
            OptionalLong.empty(),
            false);
    String token = JwtTokens.issue(KeyRing.parse(KEYS).orElseThrow(), grant);
    return api.post(target, list, "Content-Type", "text/csv", "Authorization", "Bearer " + token);
  }

  private static ApiCalls.Reply post(String target, String list) {
    return post(target, list, Set.of(Scope.BATCHES), List.of(), Optional.empty());
  }

  @Test
  void list_needsTheScopeBatches_andItsTemplate() {
    ApiCalls.Reply good = post(WELCOME, LIST);
    assertThat(good.status()).as(good.text()).isEqualTo(200);
    assertThat(good.text()).contains("Ada,https://img.brand.example/i/welcome.png?name=Ada,");
    assertThat(good.header("RateLimit-Policy")).isNotEmpty();
    ApiCalls.Reply other = post(WELCOME, LIST, Set.of(Scope.IMAGES), List.of(), Optional.empty());
    assertThat(other.status()).isEqualTo(403);
    assertThat(other.code()).isEqualTo("scope");
    assertThat(other.json().path("detail").asText()).contains("batches");
    assertThat(
            post(WELCOME, LIST, Set.of(Scope.BATCHES), List.of("acme/*"), Optional.empty()).code())
        .isEqualTo("template_not_allowed");
    assertThat(api.post(WELCOME, LIST, "Content-Type", "text/csv").code()).isEqualTo("no_token");
  }

  @Test
  void callsThatAreTooMany_areRefused() {
    Optional<Rate> one = Optional.of(new Rate(1, 1));
    assertThat(post(WELCOME, LIST, Set.of(Scope.BATCHES), List.of(), one).status()).isEqualTo(200);
    ApiCalls.Reply more = post(WELCOME, LIST, Set.of(Scope.BATCHES), List.of(), one);
    for (int call = 0; call < 100 && more.status() == 200; call++) {
      more = post(WELCOME, LIST, Set.of(Scope.BATCHES), List.of(), one);
    }
    assertThat(more.code()).isEqualTo("rate_limited");
    assertThat(more.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void signedAndSealedUrls_areMade_andAnswered() {
    for (String kind : List.of("signed", "sealed")) {
      ApiCalls.Reply reply = post(WELCOME + "&url=" + kind, LIST);
      assertThat(post(WELCOME + "&url=" + kind, LIST).text()).isEqualTo(reply.text());
      String url = reply.text().lines().skip(1).findFirst().orElseThrow().split(",")[1];
      assertThat(url).contains(kind.equals("sealed") ? "_x=k1." : "_sig=k1.");
      assertThat(
              api.send("GET", url.replace("https://img.brand.example", ""))
                  .header("Nameplate-Fields"))
          .isEqualTo("name=given");
    }
    assertThat(post(WELCOME + "&url=sealed&expires=2027-01-01T00:00Z", LIST).status())
        .isEqualTo(200);
  }

  @Test
  void withoutAWorkFolder_shortListsAreAnswered_andLongOnesAreNot() {
    String row = "Maria Magdalena\n";
    assertThat(post(WELCOME, "name\n" + row.repeat(60_000)).status()).isEqualTo(200);
    ApiCalls.Reply longer = post(WELCOME, "name\n" + row.repeat(70_000));
    assertThat(longer.status()).isEqualTo(503);
    assertThat(longer.code()).isEqualTo("overloaded");
    assertThat(longer.json().path("detail").asText()).contains("NAMEPLATE_WORK");
  }
}
