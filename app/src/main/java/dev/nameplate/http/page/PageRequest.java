package dev.nameplate.http.page;

import dev.nameplate.http.message.AcceptHeader;
import dev.nameplate.http.message.ClientRateLimit;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * What of an HTTP request matters to a page.
 *
 * @param query by name, the first value of each; what cannot be decoded is not there
 * @param origin the server's own address as the client wrote it, {@code http://localhost:8080}
 * @param mayDraw whether something more may be drawn for the client; counts each call
 */
record PageRequest(
    Map<String, String> query, AcceptHeader accept, String origin, BooleanSupplier mayDraw) {
  static PageRequest of(Context context, ClientRateLimit rates) {
    Map<String, String> query = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> each : context.queryParamMap().entrySet()) {
      each.getValue().stream().findFirst().ifPresent(value -> query.put(each.getKey(), value));
    }
    var request = ServletContextRequest.getServletContextRequest(context.req());
    return new PageRequest(
        query,
        AcceptHeader.read(Optional.ofNullable(context.header("Accept")).orElse("")),
        origin(context),
        () -> rates.mayDraw(request));
  }

  private static String origin(Context context) {
    String host = Optional.ofNullable(context.header("Host")).orElse("localhost");
    boolean secure =
        context.req().isSecure() || "https".equals(context.header("X-Forwarded-Proto"));
    return (secure ? "https://" : "http://") + host;
  }

  /** A parameter that is not blank. */
  Optional<String> get(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  /** The parameters whose names have a prefix, by what follows it. */
  Map<String, String> after(String prefix) {
    Map<String, String> after = new LinkedHashMap<>();
    query.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            after.put(name.substring(prefix.length()), value);
          }
        });
    return after;
  }

  /** The same with the parameters that have a prefix alone, by what follows it. */
  PageRequest below(String prefix) {
    return new PageRequest(after(prefix), accept, origin, mayDraw);
  }

  @Override
  public String toString() {
    return "PageRequest[" + query.size() + "]";
  }
}
