package dev.nameplate.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.token.Grant;
import dev.nameplate.access.token.JwtTokens;
import dev.nameplate.access.token.Scope;
import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.PreparedWork;
import dev.nameplate.support.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was made is counted, kept over a restart, told, and bounded by quotas. */
final class UsageApiTest {
  private static final String KEYS = "k1:11111111111111111111111111111111";
  private static final Instant NOW = Instant.parse("2026-06-29T12:00:00Z");
  private static final String CANARY = "Kanarienvogel";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private Application open() {
    return Applications.open(
        Settings.read(
            Map.of(
                "NAMEPLATE_HOST",
                "127.0.0.1",
                "PORT",
                "0",
                "NAMEPLATE_WARM_UP",
                "0",
                "NAMEPLATE_DEADLINE",
                "60s",
                "NAMEPLATE_KEYS",
                KEYS,
                "NAMEPLATE_WORK",
                PreparedWork.in(folder).toString()),
            Map.of()),
        () -> NOW);
  }

  private static String[] token(
      String subject, List<String> templates, OptionalLong quota, boolean test) {
    Grant grant =
        new Grant(
            "id-" + subject,
            subject,
            Set.of(Scope.values()),
            templates,
            NOW.plusSeconds(60),
            Optional.empty(),
            quota,
            test);
    String token = JwtTokens.issue(KeyRing.parse(KEYS).orElseThrow(), grant);
    return new String[] {"Authorization", "Bearer " + token};
  }

  private static String[] token(String subject) {
    return token(subject, List.of(), OptionalLong.empty(), false);
  }

  private static String[] token(String subject, long quota) {
    return token(subject, List.of(), OptionalLong.of(quota), false);
  }

  private static String order(String name, String more) {
    return "{\"template\":\"welcome\",\"layers\":{\"name\":\"" + name + "\"}" + more + "}";
  }

  private static String order(String name) {
    return order(name, "");
  }

  private static String target(ApiCalls.Reply reply) {
    return reply.json().path("url").asText().replaceFirst("^https?://[^/]*", "");
  }

  private static JsonNode usage(ApiCalls api, String query) {
    ApiCalls.Reply reply = api.send("GET", "/v1/usage" + query, token("operator"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  /** Rows as texts: template, subject, URLs, pictures, hits. */
  private static List<String> rows(JsonNode usage) {
    List<String> rows = new ArrayList<>();
    for (JsonNode row : usage.path("usage")) {
      assertThat(row.path("date").asText()).isEqualTo("2026-06-29");
      rows.add(
          "%s %s %s %s %s"
              .formatted(
                  row.path("template").asText(),
                  row.path("sub").asText(),
                  row.path("urls"),
                  row.path("pictures"),
                  row.path("hits")));
    }
    return rows;
  }

  @Test
  void urlsPicturesAndHits_areCounted_andKeptOverARestart() throws IOException {
    try (Application application = open()) {
      ApiCalls api = new ApiCalls(application.port());
      ApiCalls.Reply first = api.post("/v1/images", order(CANARY), token("shop"));
      api.post("/v1/images", order(CANARY), token("shop"));
      api.post("/v1/explain", order(CANARY), token("shop"));
      api.post("/v1/images", order("Ada", ",\"render\":\"now\""), token("shop"));
      api.post("/v1/images", order("Ada"), token("press"));
      api.post("/v1/images", order("A test"), token("qa", List.of(), OptionalLong.empty(), true));
      api.post("/v1/images", order("wrong", ",\"scale\":77"), token("shop"));
      String list = "name\n" + CANARY + "\n\nAda\n";
      for (int time = 0; time < 2; time++) {
        assertThat(
                api.post(
                        "/v1/urls?template=coupon",
                        list,
                        "Content-Type",
                        "text/csv",
                        "Authorization",
                        token("shop")[1])
                    .status())
            .isEqualTo(200);
      }
      String etag = api.send("GET", target(first)).header("ETag");
      api.send("GET", target(first));
      api.send("GET", target(first), "If-None-Match", etag);
      api.send("GET", "/i/welcome.png?_nothing=1&name=" + CANARY + "&x=1", "If-None-Match", etag);
      api.send("GET", "/i/welcome.tiff");
      assertThat(rows(usage(api, "?from=2026-06-01&to=2026-06-30")))
          .containsExactly(
              "coupon shop 2 0 0",
              "welcome null 0 1 3",
              "welcome press 1 0 0",
              "welcome shop 2 1 0");
      assertThat(metric(api)).isEqualTo("nameplate_urls_total 5.0");
    }
    try (Application application = open()) {
      ApiCalls api = new ApiCalls(application.port());
      api.post("/v1/images", order("Ada"), token("press"));
      JsonNode usage = usage(api, "");
      assertThat(usage.path("from").asText()).isEqualTo("2026-06-01");
      assertThat(usage.path("to").asText()).isEqualTo("2026-06-29");
      assertThat(rows(usage))
          .containsExactly(
              "coupon shop 2 0 0",
              "welcome null 0 1 3",
              "welcome press 2 0 0",
              "welcome shop 2 1 0");
      assertThat(usage.path("total").toString())
          .isEqualTo("{\"urls\":6,\"pictures\":2,\"hits\":3}");
      assertThat(usage(api, "?from=2026-06-01&to=2026-06-28").path("usage")).isEmpty();
    }
    assertNoValues();
  }

  private static String metric(ApiCalls api) {
    return api.send("GET", "/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith("nameplate_urls_total"))
        .findFirst()
        .orElse("");
  }

  /** Neither names nor contents of files hold a value, or what identifies a URL. */
  private void assertNoValues() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("work/usage"))) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThan(1);
      for (Path file : all) {
        assertThat(file.toString()).doesNotContain(CANARY);
        String text = Files.readString(file, UTF_8);
        assertThat(text).doesNotContain(CANARY, "Ada", "name", "_sig", "/i/");
        assertThat(text.lines())
            .allMatch(
                line ->
                    line.startsWith("# counts-")
                        || line.matches("2026-06-29\t(coupon|welcome)\t[a-z]*\t\\d+\t\\d+\t\\d+"));
      }
    }
  }

  @Test
  void quota_warns_thenRefusesNewUrls_butNoPicture() {
    try (Application application = open()) {
      ApiCalls api = new ApiCalls(application.port());
      List<List<String>> warnings = new ArrayList<>();
      ApiCalls.Reply last = api.post("/v1/images", order("A0"), token("shop", 5));
      for (int at = 0; at < 5; at++) {
        last = api.post("/v1/images", order("A" + at), token("shop", 5));
        assertThat(last.status()).isEqualTo(200);
        List<String> words = new ArrayList<>();
        last.json().path("warnings").forEach(warning -> words.add(warning.asText()));
        warnings.add(words);
      }
      assertThat(warnings.subList(0, 3)).allMatch(List::isEmpty);
      assertThat(warnings.get(3))
          .containsExactly("80 % of the quota of shop for 2026-06 is used: 4 of 5 URLs");
      assertThat(warnings.get(4))
          .containsExactly("100 % of the quota of shop for 2026-06 is used: 5 of 5 URLs");
      for (String more : List.of("", ",\"render\":\"now\"")) {
        ApiCalls.Reply refused = api.post("/v1/images", order("B", more), token("shop", 5));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("quota_exceeded");
        assertThat(refused.header("Retry-After")).isEqualTo("" + (36 * 3600));
        assertThat(refused.json().path("detail").asText()).contains("5 of 5 URLs");
      }
      assertThat(
              api.post(
                      "/v1/images",
                      order("B"),
                      token("shop", 5)[0],
                      token("shop", 5)[1],
                      "Accept",
                      "image/png")
                  .status())
          .isEqualTo(429);
      assertThat(
              api.post(
                      "/v1/urls?template=welcome",
                      "name\nB\n",
                      "Content-Type",
                      "text/csv",
                      "Authorization",
                      token("shop", 5)[1])
                  .code())
          .isEqualTo("quota_exceeded");
      assertThat(api.post("/v1/images", order("A1"), token("shop", 5)).status())
          .as("a URL that is known")
          .isEqualTo(200);
      assertThat(api.send("GET", target(last)).status()).isEqualTo(200);
      assertThat(api.send("GET", "/i/welcome.png?name=Anyone").status()).isEqualTo(200);
      assertThat(api.post("/v1/images", order("B"), token("shop", 6)).status())
          .as("another token of the subject, with more")
          .isEqualTo(200);
      JsonNode quota = api.send("GET", "/v1/usage", token("shop", 12)).json().path("quota");
      assertThat(quota.toString())
          .isEqualTo(
              "{\"limit\":12,\"used\":6,\"percent\":50,\"resets_at\":\"2026-07-01T00:00:00Z\"}");
    }
  }

  @Test
  void usage_isToldOfTemplatesOfTheToken_andOfDaysThatMakeSense() {
    try (Application application = open()) {
      ApiCalls api = new ApiCalls(application.port());
      api.post("/v1/images", order("A"), token("shop"));
      String[] other = token("other", List.of("coupon"), OptionalLong.empty(), false);
      assertThat(api.send("GET", "/v1/usage", other).json().path("usage")).isEmpty();
      for (String query :
          List.of(
              "from=2026-06-30&to=2026-06-29",
              "from=2026-01-01&to=2026-06-29",
              "from=2026-6-1",
              "from=2026-02-30",
              "from=2026-06-01&from=2026-06-02",
              "to=-2026-06-01",
              "day=2026-06-01")) {
        ApiCalls.Reply reply = api.send("GET", "/v1/usage?" + query, token("shop"));
        assertThat(reply.status()).as(query).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/message").asText()).startsWith("allowed: ");
      }
      assertThat(usage(api, "?from=2026-03-30&to=2026-06-29").path("usage")).hasSize(1);
    }
  }

  @Test
  void urlsOfJobs_areCountedWhenTheyEnd_andRefusedWhenTheQuotaIsUsed() {
    try (Application application = open()) {
      ApiCalls api = new ApiCalls(application.port());
      ApiCalls.Reply first = named(api, "mailing-7", token("shop", 2));
      ended(api, first, "shop");
      ended(api, batch(api, "files", token("press")), "press");
      ended(api, batch(api, "prerender", token("qa", List.of(), OptionalLong.empty(), true)), "qa");
      assertThat(rows(usage(api, ""))).containsExactly("welcome shop 2 0 0");
      ApiCalls.Reply again = named(api, "mailing-7", token("shop", 2));
      assertThat(again.status()).as("the same request").isEqualTo(202);
      assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
      assertThat(named(api, "mailing-8", token("shop", 2)).code()).isEqualTo("quota_exceeded");
      ApiCalls.Reply refused = batch(api, "prerender", token("shop", 2));
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.code()).isEqualTo("quota_exceeded");
      assertThat(batch(api, "files", token("shop", 2)).status()).as("no URL").isEqualTo(202);
    }
  }

  private static ApiCalls.Reply named(ApiCalls api, String name, String... token) {
    return api.post(
        "/v1/batches?template=welcome&mode=urls",
        "name\nAda\nGrace\n",
        "Content-Type",
        "text/csv",
        "Idempotency-Key",
        name,
        token[0],
        token[1]);
  }

  private static ApiCalls.Reply batch(ApiCalls api, String mode, String... token) {
    return api.post(
        "/v1/batches?template=welcome&mode=" + mode,
        "name\nAda\nGrace\n",
        "Content-Type",
        "text/csv",
        token[0],
        token[1]);
  }

  /** Waits until a job has ended. */
  private static void ended(ApiCalls api, ApiCalls.Reply taken, String subject) {
    assertThat(taken.status()).as(taken.text()).isEqualTo(202);
    Waiting.until(
        "the job has ended",
        () ->
            api.send("GET", "/v1/batches/" + taken.json().path("id").asText(), token(subject))
                .json()
                .path("status")
                .asText()
                .equals("completed"));
  }
}
