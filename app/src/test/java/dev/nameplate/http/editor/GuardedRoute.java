package dev.nameplate.http.editor;

import java.util.List;

/**
 * A route that not everybody may use.
 *
 * @param method of the request
 * @param path of the request, with its query
 * @param page whether a browser shows it, and is led to the login where it may not
 */
record GuardedRoute(String method, String path, boolean page) {
  /** Whether requests may change something. */
  boolean writes() {
    return !method.equals("GET");
  }

  /** Sends a request, with a body that is an empty object where it writes. */
  EditorServer.Reply call(EditorServer server, String... headers) {
    return server.send(method, path, body(), headers);
  }

  /** The same from another address of this machine. */
  EditorServer.Reply callFrom(EditorServer server, String address) {
    return server.sendFrom(address, method, path, body());
  }

  private String body() {
    return writes() ? "{}" : "";
  }

  /** Whether an answer is that of the route itself, whatever it says. */
  static boolean isOwn(EditorServer.Reply reply) {
    return !List.of(303, 401, 403).contains(reply.status())
        && !reply.text().contains("switched off");
  }
}
