package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.access.sign.SessionCookies;
import dev.nameplate.access.token.Grant;
import dev.nameplate.access.token.Scope;
import dev.nameplate.edit.text.JsonText;
import dev.nameplate.http.api.BodyHandler;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** Begins and ends sessions. A session is a token in a cookie, sealed; no server keeps it. */
final class LoginRoutes {
  private static final String START = "/new";
  private static final String LISTS = "/batches";

  private final EditorAccess access;
  private final EditorPages pages;

  LoginRoutes(EditorAccess access, EditorPages pages) {
    this.access = access;
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/login", context -> EditorHandlers.send(context, page(context)));
    routes.head("/login", context -> EditorHandlers.send(context, page(context)));
    routes.post("/login", context -> EditorHandlers.send(context, login(context)));
    routes.post("/logout", context -> EditorHandlers.send(context, logout(context)));
  }

  /** A text as a value in a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse page(Context context) {
    if (access.mode() != EditorMode.TOKEN) {
      return HttpResponse.of(
          404,
          "text/plain; charset=utf-8",
          "There is no sign-in here: the editor takes no tokens.\n"
              .getBytes(StandardCharsets.UTF_8),
          Map.of("Cache-Control", CachePolicy.NO_STORE));
    }
    return pages.login(200, ownPath(Optional.ofNullable(context.queryParam("to"))), "");
  }

  private HttpResponse login(Context context) {
    BodyHandler.Body body = BodyHandler.of(context.attribute(BodyHandler.attribute()));
    String type = Optional.ofNullable(context.header("Content-Type")).orElse("");
    boolean form = type.startsWith("application/x-www-form-urlencoded");
    Map<String, String> values = form ? form(body.bytes()) : json(body.bytes());
    String to = ownPath(Optional.ofNullable(values.get("to")));
    try {
      if (access.mode() != EditorMode.TOKEN) {
        throw new EditorException(EditorCode.NOT_FOUND, "the editor takes no tokens");
      }
      Request request = EditorHandlers.request(context);
      access.checkOrigin(request);
      String token = values.getOrDefault("token", "").strip();
      Grant grant = access.login(token);
      SessionCookies.Cookie cookie = access.cookie(token, grant.expires());
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put(
          "Set-Cookie", access.cookieHeader(request, cookie.value(), cookie.life().toSeconds()));
      headers.put("Cache-Control", CachePolicy.NO_STORE);
      if (form) {
        headers.put("Location", start(to, grant));
        return HttpResponse.empty(303, headers);
      }
      ObjectNode node = EditorJson.object();
      node.set("session", EditorJson.session(access.mode(), access.begun(grant, cookie.life())));
      return EditorHandlers.json(200, node, headers);
    } catch (EditorException refused) {
      return form && access.mode() == EditorMode.TOKEN
          ? pages.login(
              refused.code().status(),
              to,
              refused.code().title() + ": " + refused.getMessage() + ".")
          : EditorHandlers.problem(context, refused);
    }
  }

  /** Where a session begins: a token for lists alone opens no editor. */
  private static String start(String to, Grant grant) {
    return to.equals(START) && !grant.allows(Scope.TEMPLATES_WRITE) ? LISTS : to;
  }

  private HttpResponse logout(Context context) {
    try {
      Request request = EditorHandlers.request(context);
      access.checkOrigin(request);
      return HttpResponse.empty(
          204,
          Map.of(
              "Set-Cookie",
              access.cookieHeader(request, "", 0),
              "Cache-Control",
              CachePolicy.NO_STORE));
    } catch (EditorException refused) {
      return EditorHandlers.problem(context, refused);
    }
  }

  /** A path of this server; any other address is replaced, so that no link leads elsewhere. */
  private static String ownPath(Optional<String> to) {
    return to.filter(path -> path.matches("/(?:[A-Za-z0-9][A-Za-z0-9/._-]*)?")).orElse(START);
  }

  private static Map<String, String> json(byte[] body) {
    Map<String, String> values = new HashMap<>();
    if (JsonText.parse(body) instanceof JsonText.Parsed.Usable usable) {
      usable
          .json()
          .root()
          .properties()
          .forEach(each -> values.put(each.getKey(), each.getValue().asText()));
    }
    return values;
  }

  private static Map<String, String> form(byte[] body) {
    Map<String, String> values = new HashMap<>();
    for (String part : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        try {
          values.put(
              part.substring(0, equals),
              URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
          values.put(part.substring(0, equals), "");
        }
      }
    }
    return values;
  }
}
