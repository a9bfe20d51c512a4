package dev.nameplate.http;

import dev.nameplate.access.client.LocalMode;
import dev.nameplate.access.client.RequestFacts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Passes every request on, and shows it to the local mode, which ends where a proxy on this machine
 * forwards requests.
 */
final class LocalModeHandler extends Handler.Wrapper {
  private final LocalMode mode;

  LocalModeHandler(Handler next, LocalMode mode) {
    super(next);
    this.mode = mode;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (mode.isOn() && isForwarded(request)) {
      facts(request).ifPresent(mode::observe);
    }
    return super.handle(request, response, callback);
  }

  /** Nearly no request is, and each is looked at, so nothing is made here. */
  private static boolean isForwarded(Request request) {
    for (HttpField field : request.getHeaders()) {
      if (RequestFacts.isOfAProxy(field.getName())) {
        return true;
      }
    }
    return false;
  }

  /** The facts on which the local rule decides; empty where the peer has no IP address. */
  static Optional<RequestFacts> facts(Request request) {
    Map<String, List<String>> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers
          .computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(Optional.ofNullable(field.getValue()).orElse(""));
    }
    return peer(request)
        .map(
            peer ->
                new RequestFacts(
                    peer,
                    request.getConnectionMetaData().getHttpVersion().asString(),
                    request.getMethod(),
                    request.isSecure() ? "https" : "http",
                    headers));
  }

  private static Optional<InetAddress> peer(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress at
        ? Optional.ofNullable(at.getAddress())
        : Optional.empty();
  }
}
