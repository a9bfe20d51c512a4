package dev.nameplate.http.api;

import dev.nameplate.access.client.LocalDecision;
import dev.nameplate.access.client.LocalMode;
import dev.nameplate.access.client.RequestFacts;
import dev.nameplate.access.client.TrustedProxies;
import dev.nameplate.access.ratelimit.ClientKey;
import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.access.ratelimit.RateLimits;
import dev.nameplate.access.sign.SessionCookies;
import dev.nameplate.access.token.Grant;
import dev.nameplate.access.token.TokenResult;
import dev.nameplate.access.token.TokenVerifier;
import dev.nameplate.api.ApiException;
import dev.nameplate.api.Caller;
import dev.nameplate.api.ErrorCode;
import dev.nameplate.http.session.Sessions;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/** Who makes a call, by token or by the local rule, and whether it is one too many. */
public final class ApiAccess {
  private static final String BEARER = "bearer ";

  private final Tokens tokens;
  private final LocalMode localMode;
  private final Function<Request, Optional<RequestFacts>> facts;
  private final RateLimits rates;
  private final ApiSettings settings;
  private final TrustedProxies proxies;

  /**
   * @param rates limits the calls of each token
   * @param proxies names the client of a call that came through a proxy
   */
  public ApiAccess(
      Tokens tokens, Local local, RateLimits rates, ApiSettings settings, TrustedProxies proxies) {
    this.tokens = tokens;
    this.localMode = local.mode();
    this.facts = local.facts();
    this.rates = rates;
    this.settings = settings;
    this.proxies = proxies;
  }

  /**
   * How tokens are verified.
   *
   * @param verifier decides what a token allows
   * @param hasKeys whether there are keys; without any a token says nothing, and the local rule
   *     alone decides
   * @param clock decides whether a token has expired
   * @param sessions of browsers, which open the pages of jobs; empty where there is no sign-in
   */
  public record Tokens(
      TokenVerifier verifier, boolean hasKeys, InstantSource clock, Optional<Sessions> sessions) {}

  /**
   * The local rule with what it judges a request by.
   *
   * @param mode the local rule, which may have ended
   * @param facts what the rule looks at; empty for a connection without an IP address
   */
  public record Local(LocalMode mode, Function<Request, Optional<RequestFacts>> facts) {}

  /**
   * Who makes a call.
   *
   * @throws ApiException where nobody may be told anything
   */
  Caller caller(Context context) {
    String header = Optional.ofNullable(context.header("Authorization")).orElse("");
    if (!tokens.hasKeys() || header.isEmpty()) {
      return local(context, header);
    }
    if (!header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      throw ApiException.of(ErrorCode.BAD_TOKEN, "allowed: Authorization: Bearer np_…");
    }
    return granted(context, header.substring(BEARER.length()).strip());
  }

  private Caller granted(Context context, String token) {
    TokenResult result = tokens.verifier().verify(token, tokens.clock().instant());
    if (result instanceof TokenResult.Granted granted) {
      return new Caller(Optional.of(granted.grant()), base(context));
    }
    throw refused((TokenResult.Refused) result);
  }

  /** Whether people can sign in, at {@code /login}. */
  boolean hasSignIn() {
    return tokens.sessions().isPresent();
  }

  /**
   * Who opens a page of jobs, or makes a call that such a page makes: as {@link #caller}, or by the
   * cookie of a session, which no other call takes.
   *
   * @throws ApiException where nobody may be told anything
   */
  Caller visitor(Context context) {
    Request request = ServletContextRequest.getServletContextRequest(context.req());
    Optional<String> token =
        context.header("Authorization") != null
            ? Optional.empty()
            : tokens
                .sessions()
                .flatMap(sessions -> sessions.of(request))
                .map(SessionCookies.Opened::token);
    if (token.isEmpty()) {
      return caller(context);
    }
    if (!tokens.sessions().orElseThrow().mayBeOurs(request)) {
      throw ApiException.of(
          ErrorCode.FOREIGN_ORIGIN, "a session changes things from pages of this server alone");
    }
    return granted(context, token.get());
  }

  private Caller local(Context context, String header) {
    LocalDecision decision =
        facts
            .apply(ServletContextRequest.getServletContextRequest(context.req()))
            .map(localMode::decide)
            .orElse(LocalDecision.UNAUTHORIZED);
    return switch (decision) {
      case ALLOWED -> new Caller(Optional.empty(), base(context));
      case FORBIDDEN ->
          throw ApiException.of(
              ErrorCode.FOREIGN_ORIGIN,
              "calls of this machine without a token go to localhost, from no other page");
      case UNAUTHORIZED ->
          throw header.isEmpty()
              ? ApiException.of(
                  ErrorCode.NO_TOKEN, "allowed: Authorization: Bearer np_…; see nameplate token")
              : ApiException.of(
                  ErrorCode.BAD_TOKEN, "this server has no NAMEPLATE_KEYS, and so no tokens");
    };
  }

  private static ApiException refused(TokenResult.Refused refused) {
    String id = refused.id().map(jti -> " (jti " + jti + ")").orElse("");
    return switch (refused.reason()) {
      case BAD -> ApiException.of(ErrorCode.BAD_TOKEN, "the token is not one of this server's");
      case EXPIRED -> ApiException.of(ErrorCode.EXPIRED_TOKEN, "the token has expired" + id);
      case REVOKED -> ApiException.of(ErrorCode.REVOKED_TOKEN, "the token was revoked" + id);
    };
  }

  /** Takes one call; the headers that say how many are left are set either way. */
  CompletableFuture<Boolean> take(Context context, Caller caller) {
    Optional<Rate> rate = caller.grant().flatMap(Grant::rate).or(settings::rate);
    if (caller.grant().isEmpty() || rate.isEmpty()) {
      return CompletableFuture.completedFuture(true);
    }
    ClientKey key = new ClientKey.ApiToken(caller.grant().get().id(), rate);
    return rates
        .tryAcquire(key, 1)
        .thenApply(
            taken -> {
              headers(context, rate.get(), rates.remaining(key));
              return taken;
            })
        .toCompletableFuture();
  }

  /** RateLimit header fields (draft-ietf-httpapi-ratelimit-headers). */
  private static void headers(Context context, Rate rate, OptionalLong remaining) {
    long window = Math.max(1, rate.burst() / rate.perSecond());
    context.header("RateLimit-Policy", "\"token\";q=" + rate.burst() + ";w=" + window);
    remaining.ifPresent(
        left ->
            context.header(
                "RateLimit",
                "\"token\";r="
                    + left
                    + ";t="
                    + (Math.max(0, rate.burst() - left) + rate.perSecond() - 1)
                        / rate.perSecond()));
  }

  /** What URLs begin with: the setting, or what a trusted proxy says, or the Host. */
  private String base(Context context) {
    return settings.base().orElseGet(() -> origin(context));
  }

  private String origin(Context context) {
    boolean trusted = isProxy(context);
    Optional<String> host =
        Optional.ofNullable(context.header("X-Forwarded-Host")).filter(name -> trusted);
    Optional<String> scheme =
        Optional.ofNullable(context.header("X-Forwarded-Proto")).filter(name -> trusted);
    String own = Optional.ofNullable(context.header("Host")).orElse("localhost");
    boolean secure = scheme.map("https"::equals).orElse(context.req().isSecure());
    return (secure ? "https://" : "http://") + host.orElse(own);
  }

  private boolean isProxy(Context context) {
    Request request = ServletContextRequest.getServletContextRequest(context.req());
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress at
        && Optional.ofNullable(at.getAddress()).filter(this::isProxy).isPresent();
  }

  private boolean isProxy(InetAddress peer) {
    return proxies.proxies().contains(peer);
  }
}
