package dev.nameplate.http.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.token.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may open the pages of lists, and make the calls that they make, in each mode of access. */
final class ListPagesAccessTest {
  /** Every page of lists, and the calls of the API that they make; of jobs, one that is not. */
  private static final List<GuardedRoute> ROUTES =
      List.of(
          new GuardedRoute("GET", "/t/welcome/batch", true),
          new GuardedRoute("GET", "/batches", true),
          new GuardedRoute("GET", "/batches/none", true),
          new GuardedRoute("GET", "/batches/none/report", true),
          new GuardedRoute("POST", "/batches/none/pause", false),
          new GuardedRoute("POST", "/batches/none/resume", false),
          new GuardedRoute("POST", "/batches/none/cancel", false),
          new GuardedRoute("POST", "/batches/none/delete", false),
          new GuardedRoute("POST", "/v1/batches", false),
          new GuardedRoute("GET", "/v1/batches/none", false),
          new GuardedRoute("GET", "/v1/batches/none/events", false),
          new GuardedRoute("GET", "/v1/batches/none/results.csv", false),
          new GuardedRoute("GET", "/v1/batches/none/failed.csv", false),
          new GuardedRoute("GET", "/v1/batches/none/files.zip", false));

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private EditorServer server(Map<String, String> more) {
    return new EditorServer(folder, more, "welcome");
  }

  private static void allAreIn(EditorServer server, String... headers) {
    for (GuardedRoute route : ROUTES) {
      assertThat(GuardedRoute.isOwn(route.call(server, headers))).as("%s", route).isTrue();
    }
  }

  private static void nobodyIsIn(EditorServer server, int status, String... headers) {
    for (GuardedRoute route : ROUTES) {
      assertThat(route.call(server, headers).status()).as("%s", route).isEqualTo(status);
    }
  }

  private static String token(Scope... scopes) {
    return EditorServer.token(Set.of(scopes), List.of(), Duration.ofDays(1));
  }

  private static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  private static String[] session(EditorServer server, String token) {
    EditorServer.Reply login = server.post("/login", "{\"token\":\"" + token + "\"}");
    assertThat(login.status()).as(login.text()).isEqualTo(200);
    return new String[] {"Cookie", login.header("Set-Cookie").replaceFirst(";.*", "")};
  }

  private static Map<String, String> keyed(String name, String value) {
    Map<String, String> settings = new HashMap<>(EditorServer.keyed());
    settings.put(name, value);
    return settings;
  }

  @Test
  void local_answersThisMachine_andNobodyElse() {
    try (EditorServer server = server(Map.of())) {
      allAreIn(server);
      for (GuardedRoute route : ROUTES) {
        assertThat(route.callFrom(server, "127.0.0.2").status())
            .as("%s from another address", route)
            .isEqualTo(401);
      }
      nobodyIsIn(server, 403, "Host", "evil.example");
      nobodyIsIn(server, 401, "Sec-Fetch-Site", "cross-site");
      for (GuardedRoute route : ROUTES.stream().filter(GuardedRoute::writes).toList()) {
        assertThat(route.call(server, "Origin", "http://evil.example").status()).isEqualTo(403);
      }
    }
  }

  @Test
  void local_throughAProxyOnce_endsForEverybody() {
    try (EditorServer server = server(Map.of())) {
      assertThat(ROUTES.get(0).call(server, "X-Forwarded-For", "203.0.113.7").status())
          .isEqualTo(401);
      nobodyIsIn(server, 401);
    }
  }

  @Test
  void local_behindANamedProxy_answersNobody() {
    try (EditorServer server = server(Map.of("NAMEPLATE_PROXIES", "127.0.0.1/32"))) {
      nobodyIsIn(server, 401);
    }
  }

  @Test
  void editorOff_withoutKeys_listsGoByTheLocalRule() {
    try (EditorServer server = server(Map.of("NAMEPLATE_EDITOR", "off"))) {
      allAreIn(server);
    }
  }

  @Test
  void editorOff_withKeys_thereIsNoSession() {
    String cookie;
    try (EditorServer server = server(EditorServer.keyed())) {
      cookie = session(server, token(Scope.BATCHES))[1];
    }
    try (EditorServer server = server(keyed("NAMEPLATE_EDITOR", "off"))) {
      nobodyIsIn(server, 401, "Cookie", cookie);
      allAreIn(server, bearer(token(Scope.BATCHES)));
    }
  }

  @Test
  void token_isAskedFor_alsoFromThisMachine() {
    try (EditorServer server = server(EditorServer.keyed())) {
      for (GuardedRoute route : ROUTES) {
        EditorServer.Reply reply = route.call(server);
        assertThat(reply.status()).as("%s", route).isEqualTo(route.page() ? 303 : 401);
        if (route.page()) {
          assertThat(reply.header("Location"))
              .isEqualTo("/login?to=" + route.path().replace("/", "%2F"));
        }
      }
      allAreIn(server, bearer(token(Scope.BATCHES)));
    }
  }

  @Test
  void token_withoutTheScope_orForAnotherTemplate_isRefused() {
    try (EditorServer server = server(EditorServer.keyed())) {
      for (GuardedRoute route :
          ROUTES.stream().filter(each -> !each.path().equals("/v1/batches")).toList()) {
        assertThat(route.call(server, bearer(token(Scope.TEMPLATES_WRITE))).status())
            .as("%s", route)
            .isEqualTo(403);
      }
      String other =
          EditorServer.token(Set.of(Scope.BATCHES), List.of("acme/*"), Duration.ofDays(1));
      assertThat(ROUTES.get(0).call(server, bearer(other)).status()).isEqualTo(403);
    }
  }

  @Test
  void session_ofLists_opensThem_andNothingElse() {
    try (EditorServer server = server(EditorServer.keyed())) {
      String[] cookie = session(server, token(Scope.BATCHES));
      allAreIn(server, cookie);
      for (GuardedRoute route : ROUTES.stream().filter(GuardedRoute::writes).toList()) {
        for (String origin : List.of("http://evil.example", "null", "http://localhost:1")) {
          assertThat(route.call(server, cookie[0], cookie[1], "Origin", origin).status())
              .as("%s %s", route, origin)
              .isEqualTo(403);
        }
      }
      assertThat(server.get("/t/welcome/edit", cookie).status()).isEqualTo(403);
      assertThat(server.get("/new", cookie).status()).isEqualTo(403);
      for (String path : List.of("/v1/templates", "/v1/usage")) {
        assertThat(server.get(path, cookie).code()).as(path).isEqualTo("no_token");
      }
      assertThat(server.post("/v1/images", "{\"template\":\"welcome\"}", cookie).code())
          .isEqualTo("no_token");
      server.pass(Duration.ofHours(12));
      for (GuardedRoute route : ROUTES) {
        assertThat(route.call(server, cookie).status())
            .as("%s", route)
            .isEqualTo(route.page() ? 303 : 401);
      }
    }
  }

  @Test
  void session_ofTheEditor_opensNoLists() {
    try (EditorServer server = server(EditorServer.keyed())) {
      String[] cookie = session(server, token(Scope.TEMPLATES_WRITE));
      EditorServer.Reply refused = server.get("/batches", cookie);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.text()).contains("scope batches", "/login?to=%2Fbatches");
      assertThat(server.get("/t/welcome/edit", cookie).status()).isEqualTo(200);
      String[] both = session(server, token(Scope.TEMPLATES_WRITE, Scope.BATCHES));
      assertThat(server.get("/batches", both).status()).isEqualTo(200);
      assertThat(server.get("/t/welcome/edit", both).status()).isEqualTo(200);
    }
  }

  @Test
  void login_forLists_beginsThere() {
    try (EditorServer server = server(EditorServer.keyed())) {
      String type = "application/x-www-form-urlencoded";
      String body = "token=" + token(Scope.BATCHES) + "&to=";
      assertThat(server.post("/login", body, "Content-Type", type).header("Location"))
          .isEqualTo("/batches");
      EditorServer.Reply there =
          server.post("/login", body + "%2Ft%2Fwelcome%2Fbatch", "Content-Type", type);
      assertThat(there.header("Location")).isEqualTo("/t/welcome/batch");
    }
  }

  @Test
  void session_behindAProxyWithHttps_sendsAList() {
    try (EditorServer server = server(keyed("NAMEPLATE_PROXIES", "127.0.0.1/32"))) {
      String[] proxied = {
        "X-Forwarded-Proto", "https",
        "X-Forwarded-Host", "img.brand.example",
        "X-Forwarded-For", "203.0.113.7",
        "Origin", "https://img.brand.example"
      };
      EditorServer.Reply login =
          server.post("/login", "{\"token\":\"" + token(Scope.BATCHES) + "\"}", proxied);
      String cookie = login.header("Set-Cookie").replaceFirst(";.*", "");
      String[] headers = java.util.Arrays.copyOf(proxied, 12);
      headers[8] = "Cookie";
      headers[9] = cookie;
      headers[10] = "Content-Type";
      headers[11] = "multipart/form-data; boundary=b7";
      EditorServer.Reply sent = server.send("POST", "/v1/batches?from=welcome", form(), headers);
      assertThat(sent.status()).as(sent.text()).isEqualTo(303);
      String page = sent.header("Location");
      assertThat(server.get(page, "Cookie", cookie).status()).isEqualTo(200);
      assertThat(server.get("/v1" + page + "/results.csv", "Cookie", cookie).status())
          .isEqualTo(200);
      assertThat(server.send("POST", page + "/cancel", "", headers).header("Location"))
          .isEqualTo(page);
      headers[7] = "https://evil.example";
      assertThat(server.send("POST", page + "/delete", "", headers).status()).isEqualTo(403);
    }
  }

  private static String form() {
    return """
    --b7
    Content-Disposition: form-data; name="template"

    welcome
    --b7
    Content-Disposition: form-data; name="file"; filename="p.csv"

    name
    Maria

    --b7--
    """
        .replace("\n", "\r\n");
  }

  @Test
  void form_thatIsRefused_isAnsweredWithAPage() {
    try (EditorServer server = server(EditorServer.keyed())) {
      String[] cookie = session(server, token(Scope.BATCHES));
      EditorServer.Reply empty =
          server.send(
              "POST",
              "/v1/batches?from=welcome",
              form().replace("name\r\nMaria\r\n", "a,a\r\n1,2\r\n"),
              "Content-Type",
              "multipart/form-data; boundary=b7",
              cookie[0],
              cookie[1]);
      assertThat(empty.status()).isEqualTo(422);
      assertThat(empty.header("Content-Type")).startsWith("text/html");
      assertThat(empty.text()).contains("both called", "href=\"/t/welcome/batch\"");
      EditorServer.Reply nobody =
          server.send(
              "POST",
              "/v1/batches?from=welcome",
              form(),
              "Content-Type",
              "multipart/form-data; boundary=b7");
      assertThat(nobody.status()).isEqualTo(401);
      assertThat(nobody.text()).contains("/login?to=%2Ft%2Fwelcome%2Fbatch");
    }
  }
}
