package dev.nameplate.http.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.token.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The editor gives no right that its access setting does not give, on any of its routes. */
final class EditorAccessTest {
  /** Every route but those of files and of sessions: method, path, and whether it is a page. */
  private static final List<GuardedRoute> ROUTES =
      List.of(
          new GuardedRoute("GET", "/new", true),
          new GuardedRoute("GET", "/t/welcome/edit", true),
          new GuardedRoute("POST", "/new", false),
          new GuardedRoute("GET", "/t/welcome/edit/draft", false),
          new GuardedRoute("PUT", "/t/welcome/edit/draft", false),
          new GuardedRoute("DELETE", "/t/welcome/edit/draft", false),
          new GuardedRoute("POST", "/t/welcome/edit/picture", false),
          new GuardedRoute("POST", "/t/welcome/edit/boxes", false),
          new GuardedRoute("GET", "/t/welcome/edit/thumbnail", false),
          new GuardedRoute("GET", "/t/welcome/edit/asset?path=assets/hills.png", false),
          new GuardedRoute("POST", "/t/welcome/edit/assets", false),
          new GuardedRoute("POST", "/t/welcome/edit/fonts", false),
          new GuardedRoute("POST", "/t/welcome/edit/letters", false),
          new GuardedRoute("PUT", "/t/welcome/edit/samples", false),
          new GuardedRoute("POST", "/t/welcome/edit/case", false),
          new GuardedRoute("POST", "/t/welcome/edit/findings", false),
          new GuardedRoute("POST", "/t/welcome/edit/worst", false),
          new GuardedRoute("POST", "/t/welcome/edit/link", false),
          new GuardedRoute("GET", "/fleet", true),
          new GuardedRoute("POST", "/t/welcome/edit/review", false),
          new GuardedRoute("POST", "/t/welcome/edit/publish", false),
          new GuardedRoute("POST", "/t/welcome/edit/restore", false),
          new GuardedRoute("GET", "/t/welcome/edit/anything", false));

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private EditorServer server(Map<String, String> more) {
    return new EditorServer(folder, more, "welcome");
  }

  /** Files, the login and review links are open to all by design, and have tests of their own. */
  @Test
  void everyRoute_isAmongThose_thatAreTried() throws IOException {
    Pattern literal =
        Pattern.compile("routes\\s*\\.(get|post|put|delete)\\(\\s*\"(/(?:t/|new)[^\"]*)\"");
    List<String> tried =
        ROUTES.stream()
            .map(route -> route.method() + " " + route.path().replaceFirst("[?].*", ""))
            .toList();
    List<String> made = new ArrayList<>();
    try (Stream<Path> sources =
        Files.list(Path.of("app/src/main/java/dev/nameplate/http/editor"))) {
      for (Path source : sources.toList()) {
        literal
            .matcher(Files.readString(source))
            .results()
            .map(
                route ->
                    route.group(1).toUpperCase(Locale.ROOT)
                        + " "
                        + route.group(2).replace("<id>", "welcome").replace("<rest>", "anything"))
            .forEach(made::add);
      }
    }
    assertThat(made).hasSizeGreaterThan(15).isSubsetOf(tried);
  }

  @Test
  void local_answersThisMachine_andNobodyElse() {
    try (EditorServer server = server(Map.of())) {
      for (GuardedRoute route : ROUTES) {
        assertThat(GuardedRoute.isOwn(route.call(server))).as("%s", route).isTrue();
        assertThat(route.callFrom(server, "127.0.0.2").status())
            .as("%s from another address", route)
            .isEqualTo(401);
        assertThat(route.call(server, "Host", "evil.example").status())
            .as("%s by a rebound name", route)
            .isEqualTo(403);
        assertThat(route.call(server, "Sec-Fetch-Site", "cross-site").status())
            .as("%s from another site", route)
            .isEqualTo(401);
      }
    }
  }

  @Test
  void local_foreignOrigin_writesNothing() {
    try (EditorServer server = server(Map.of())) {
      for (GuardedRoute route : ROUTES.stream().filter(GuardedRoute::writes).toList()) {
        for (String origin : List.of("http://evil.example", "null", "http://localhost:1")) {
          EditorServer.Reply reply = route.call(server, "Origin", origin);
          assertThat(reply.status()).as("%s %s", route, origin).isEqualTo(403);
          assertThat(reply.code()).isEqualTo("foreign_origin");
        }
      }
    }
  }

  @Test
  void local_throughAProxyOnce_endsForEverybody() {
    try (EditorServer server = server(Map.of())) {
      assertThat(ROUTES.get(1).call(server, "X-Forwarded-For", "203.0.113.7").status())
          .isEqualTo(401);
      for (GuardedRoute route : ROUTES) {
        assertThat(route.call(server).status()).as("%s", route).isEqualTo(401);
      }
    }
  }

  @Test
  void local_behindANamedProxy_answersNobody() {
    try (EditorServer server = server(Map.of("NAMEPLATE_PROXIES", "127.0.0.1/32"))) {
      for (GuardedRoute route : ROUTES) {
        assertThat(route.call(server).status()).as("%s", route).isEqualTo(401);
      }
      assertThat(server.get("/login").status()).isEqualTo(404);
      assertThat(server.post("/login", "{}").status()).isEqualTo(404);
    }
  }

  @Test
  void off_hasNoEditor() {
    try (EditorServer server = server(Map.of("NAMEPLATE_EDITOR", "off"))) {
      for (GuardedRoute route : ROUTES) {
        assertThat(route.call(server).status()).as("%s", route).isEqualTo(404);
      }
      assertThat(server.get("/login").status()).isEqualTo(404);
      assertThat(server.get("/editor/lib/lit/3.3.2/index.js").status()).isEqualTo(404);
    }
  }

  @Test
  void token_isAskedFor_alsoFromThisMachine() {
    try (EditorServer server = server(EditorServer.keyed())) {
      for (GuardedRoute route : ROUTES) {
        EditorServer.Reply reply = route.call(server);
        assertThat(reply.status()).as("%s", route).isEqualTo(route.page() ? 303 : 401);
        if (route.page()) {
          assertThat(reply.header("Location")).startsWith("/login?to=%2F");
        } else {
          assertThat(reply.code()).isEqualTo("no_session");
        }
        assertThat(
                GuardedRoute.isOwn(
                    route.call(server, "Authorization", "Bearer " + EditorServer.token())))
            .as("%s", route)
            .isTrue();
      }
    }
  }

  @Test
  void token_withoutTheScope_orForAnotherTemplate_isRefused() {
    String reader = token(Set.of(Scope.TEMPLATES_READ, Scope.IMAGES), List.of());
    String other = token(Set.of(Scope.TEMPLATES_WRITE), List.of("acme/*"));
    try (EditorServer server = server(EditorServer.keyed())) {
      for (GuardedRoute route : ROUTES) {
        assertThat(route.call(server, "Authorization", "Bearer " + reader).status())
            .as("%s", route)
            .isEqualTo(403);
        if (route.path().startsWith("/t/")) {
          assertThat(route.call(server, "Authorization", "Bearer " + other).status())
              .as("%s", route)
              .isEqualTo(403);
        }
      }
      assertThat(
              server
                  .post(
                      "/new",
                      "{\"name\":\"X\",\"size\":\"blank\"}",
                      "Authorization",
                      "Bearer " + other)
                  .code())
          .isEqualTo("template_not_allowed");
    }
  }

  private static String token(Set<Scope> scopes, List<String> ids) {
    return EditorServer.token(scopes, ids, Duration.ofDays(1));
  }

  private static String cookie(EditorServer.Reply reply) {
    return reply.header("Set-Cookie").replaceFirst(";.*", "");
  }

  @Test
  void session_opensAllRoutes_forTwelveHours() {
    try (EditorServer server = server(EditorServer.keyed())) {
      EditorServer.Reply login =
          server.post("/login", "{\"token\":\"" + EditorServer.token() + "\"}");
      assertThat(login.status()).isEqualTo(200);
      assertThat(login.header("Set-Cookie"))
          .contains("np_session=", "HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
          .doesNotContain("Secure")
          .doesNotContain(EditorServer.token());
      assertThat(login.json().at("/session/subject").asText()).isEqualTo("shop");
      for (GuardedRoute route : ROUTES) {
        assertThat(GuardedRoute.isOwn(route.call(server, "Cookie", cookie(login))))
            .as("%s", route)
            .isTrue();
        if (route.writes()) {
          assertThat(
                  route
                      .call(server, "Cookie", cookie(login), "Origin", "http://evil.example")
                      .status())
              .as("%s", route)
              .isEqualTo(403);
        }
      }
      server.pass(Duration.ofHours(12));
      for (GuardedRoute route : ROUTES) {
        assertThat(route.call(server, "Cookie", cookie(login)).status())
            .as("%s", route)
            .isIn(303, 401);
      }
    }
  }

  @Test
  void session_endsWithItsToken() {
    try (EditorServer server = server(EditorServer.keyed())) {
      String brief =
          EditorServer.token(Set.of(Scope.TEMPLATES_WRITE), List.of(), Duration.ofMinutes(5));
      EditorServer.Reply login = server.post("/login", "{\"token\":\"" + brief + "\"}");
      assertThat(login.header("Set-Cookie")).contains("Max-Age=300");
      server.pass(Duration.ofMinutes(5));
      assertThat(server.get("/t/welcome/edit/draft", "Cookie", cookie(login)).code())
          .isEqualTo("no_session");
    }
  }

  @Test
  void session_behindAProxyWithHttps_isSecure_andKnowsItsOrigin() {
    Map<String, String> settings = new java.util.HashMap<>(EditorServer.keyed());
    settings.put("NAMEPLATE_PROXIES", "127.0.0.1/32");
    try (EditorServer server = server(settings)) {
      String[] proxied = {
        "X-Forwarded-Proto", "https",
        "X-Forwarded-Host", "img.brand.example",
        "X-Forwarded-For", "203.0.113.7",
        "Origin", "https://img.brand.example"
      };
      EditorServer.Reply login =
          server.post("/login", "{\"token\":\"" + EditorServer.token() + "\"}", proxied);
      assertThat(login.header("Set-Cookie")).endsWith("; Secure");
      String[] foreign = proxied.clone();
      foreign[7] = "http://img.brand.example";
      assertThat(
              server
                  .post("/login", "{\"token\":\"" + EditorServer.token() + "\"}", foreign)
                  .status())
          .isEqualTo(403);
    }
  }

  @Test
  void login_refusesOtherTokens_andOtherPages_andLeadsNowhereElse() {
    try (EditorServer server = server(EditorServer.keyed())) {
      assertThat(server.post("/login", "{\"token\":\"np_x\"}").code()).isEqualTo("bad_token");
      assertThat(server.post("/login", "no json").code()).isEqualTo("bad_token");
      String reader = token(Set.of(Scope.IMAGES), List.of());
      assertThat(server.post("/login", "{\"token\":\"" + reader + "\"}").code()).isEqualTo("scope");
      String body = "token=" + EditorServer.token() + "&to=%2Ft%2Fwelcome%2Fedit";
      String type = "application/x-www-form-urlencoded";
      EditorServer.Reply form = server.post("/login", body, "Content-Type", type);
      assertThat(form.status()).isEqualTo(303);
      assertThat(form.header("Location")).isEqualTo("/t/welcome/edit");
      for (String to : List.of("//evil.example", "https://evil.example", "/%5Cevil.example", "")) {
        String elsewhere = "token=" + EditorServer.token() + "&to=" + to;
        assertThat(server.post("/login", elsewhere, "Content-Type", type).header("Location"))
            .isEqualTo("/new");
      }
      assertThat(
              server
                  .post("/login", body, "Content-Type", type, "Origin", "http://evil.example")
                  .status())
          .isEqualTo(403);
      EditorServer.Reply wrong = server.post("/login", "token=np_x&to=/new", "Content-Type", type);
      assertThat(wrong.status()).isEqualTo(401);
      assertThat(wrong.text()).contains("form").doesNotContain("np_x");
      assertThat(server.post("/logout", "", "Cookie", cookie(form)).header("Set-Cookie"))
          .startsWith("np_session=; Path=/; Max-Age=0");
    }
  }

  @Test
  void cookie_thatWasChanged_isNone() {
    try (EditorServer server = server(EditorServer.keyed())) {
      String good = cookie(server.post("/login", "{\"token\":\"" + EditorServer.token() + "\"}"));
      for (String bad :
          List.of(
              "np_session=",
              "np_session=k1.AAAA",
              "np_session=" + EditorServer.token(),
              good.substring(0, good.length() - 2) + "AA")) {
        assertThat(server.get("/t/welcome/edit/draft", "Cookie", bad).status())
            .as(bad)
            .isEqualTo(401);
      }
    }
  }

  @Test
  void page_hasAStrictPolicy_thatAllowsItsImportMapAlone() throws Exception {
    try (EditorServer server = server(Map.of())) {
      EditorServer.Reply page = server.get("/t/welcome/edit");
      String policy = page.header("Content-Security-Policy");
      assertThat(policy)
          .contains("default-src 'none'", "script-src 'self' 'sha256-", "frame-ancestors 'none'")
          .doesNotContain("unsafe")
          .doesNotContain("data:");
      String map = between(page.text(), "<script type=\"importmap\">", "</script>");
      byte[] sum =
          java.security.MessageDigest.getInstance("SHA-256")
              .digest(map.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThat(policy).contains(java.util.Base64.getEncoder().encodeToString(sum));
      String bootstrap =
          between(page.text(), "<script type=\"application/json\" id=\"bootstrap\">", "</script>");
      assertThat(bootstrap).doesNotContain("<").startsWith("{");
      for (var target :
          new com.fasterxml.jackson.databind.ObjectMapper().readTree(map).path("imports")) {
        if (target.asText().endsWith(".js")) {
          EditorServer.Reply file = server.get(target.asText());
          assertThat(file.status()).as(target.asText()).isEqualTo(200);
          assertThat(file.header("Cache-Control")).contains("immutable");
        }
      }
    }
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
