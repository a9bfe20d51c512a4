package dev.nameplate.http.session;

import dev.nameplate.access.client.RequestFacts;
import dev.nameplate.access.client.TrustedProxies;
import dev.nameplate.access.sign.SessionCookies;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.server.Request;

/**
 * Sessions of browsers: a token in a sealed cookie, and whether a write comes from a page of ours.
 * What the token allows is decided where it is used. Safe for many threads.
 */
public final class Sessions {
  /** The name of a session's cookie. */
  private static final String COOKIE = "np_session";

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final SessionCookies cookies;
  private final TrustedProxies proxies;
  private final Function<Request, Optional<RequestFacts>> facts;

  /**
   * @param cookies read and write what a cookie holds
   * @param proxies those whose headers name the host that a browser asked for
   * @param facts who sent a request; empty for a connection without an IP address
   */
  public Sessions(
      SessionCookies cookies,
      TrustedProxies proxies,
      Function<Request, Optional<RequestFacts>> facts) {
    this.cookies = cookies;
    this.proxies = proxies;
    this.facts = facts;
  }

  /** Returns the session of a request; empty where it has none, or its time is over. */
  public Optional<SessionCookies.Opened> of(Request request) {
    return Request.getCookies(request).stream()
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .flatMap(cookie -> cookies.read(cookie.getValue()).stream())
        .findFirst();
  }

  /**
   * Returns the cookie of a session that begins now.
   *
   * @param token that was verified
   * @param expires when the token ends
   * @return empty where the token is too long for a cookie
   */
  public Optional<SessionCookies.Cookie> begun(String token, Instant expires) {
    return cookies.write(token, expires);
  }

  /**
   * Returns the value of {@code Set-Cookie} (RFC 6265, section 4.1).
   *
   * @param value of the cookie; empty to end a session
   * @param seconds how long a browser keeps it
   */
  public String header(Request request, String value, long seconds) {
    return COOKIE
        + "="
        + value
        + "; Path=/; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Strict"
        + (isSecure(request) ? "; Secure" : "");
  }

  /**
   * Returns whether a request of a session may be answered: it reads, or a page of ours sent it.
   */
  public boolean mayBeOurs(Request request) {
    return READING.contains(request.getMethod()) || isOurs(request);
  }

  /**
   * Returns whether a page of ours sent a request: a browser says where a write comes from.
   *
   * @return false also where nothing says so
   */
  public boolean isOurs(Request request) {
    List<String> origins = request.getHeaders().getValuesList("Origin");
    String site = Optional.ofNullable(request.getHeaders().get("Sec-Fetch-Site")).orElse("");
    boolean ours =
        origins.isEmpty()
            ? site.equals("same-origin")
            : origins.size() == 1 && isOurs(origins.get(0), request);
    return ours && (site.isEmpty() || site.equals("same-origin"));
  }

  private boolean isOurs(String origin, Request request) {
    try {
      URI uri = URI.create(origin);
      String scheme = String.valueOf(uri.getScheme());
      return scheme.matches("https?")
          && host(request).map(host -> origin.equalsIgnoreCase(scheme + "://" + host)).orElse(false)
          && (!isSecure(request) || scheme.equals("https"));
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  /** The host that the browser asked for, as a trusted proxy or the request itself says it. */
  private Optional<String> host(Request request) {
    List<String> named = request.getHeaders().getValuesList("X-Forwarded-Host");
    if (isProxied(request) && named.size() == 1) {
      return Optional.of(named.get(0));
    }
    List<String> hosts = request.getHeaders().getValuesList("Host");
    return hosts.size() == 1 ? Optional.of(hosts.get(0)) : Optional.empty();
  }

  /** Whether the browser speaks https with us, or with a trusted proxy in front. */
  private boolean isSecure(Request request) {
    return request.isSecure()
        || (isProxied(request) && "https".equals(request.getHeaders().get("X-Forwarded-Proto")));
  }

  private boolean isProxied(Request request) {
    return facts.apply(request).filter(each -> proxies.proxies().contains(each.peer())).isPresent();
  }
}
