package dev.nameplate.http.editor;

import dev.nameplate.access.client.LocalDecision;
import dev.nameplate.access.client.LocalMode;
import dev.nameplate.access.client.RequestFacts;
import dev.nameplate.access.sign.SessionCookies;
import dev.nameplate.access.token.Grant;
import dev.nameplate.access.token.Scope;
import dev.nameplate.access.token.TokenResult;
import dev.nameplate.access.token.TokenVerifier;
import dev.nameplate.http.session.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.server.Request;

/**
 * Who may use the editor: by the local rule, by the cookie of a session, or by a token. It gives no
 * right that the setting does not give. Safe for many threads.
 */
public final class EditorAccess {
  private static final String BEARER = "bearer ";

  private final EditorMode mode;
  private final Local local;
  private final Tokens tokens;
  private final Sessions sessions;

  /**
   * How tokens are verified.
   *
   * @param verifier decides what a token allows
   * @param sessions of browsers
   * @param clock decides whether a token has expired
   */
  public record Tokens(TokenVerifier verifier, Sessions sessions, InstantSource clock) {}

  /**
   * The local rule with what it judges a request by.
   *
   * @param mode the local rule, which may have ended
   * @param facts what the rule looks at; empty for a connection without an IP address
   */
  public record Local(LocalMode mode, Function<Request, Optional<RequestFacts>> facts) {}

  /**
   * @param mode who may use the editor
   * @param hasKeys whether there are keys, which make {@link EditorMode#LOCAL} {@link
   *     EditorMode#TOKEN}
   */
  public EditorAccess(EditorMode mode, boolean hasKeys, Local local, Tokens tokens) {
    this.mode = mode == EditorMode.LOCAL && hasKeys ? EditorMode.TOKEN : mode;
    this.local = local;
    this.tokens = tokens;
    this.sessions = tokens.sessions();
  }

  /** The mode that is in force. */
  EditorMode mode() {
    return mode;
  }

  /**
   * Returns whether a request may use the editor at all, for whoever reads its body.
   *
   * @return false also where a login is refused for its origin
   */
  public boolean admits(Request request) {
    try {
      if (Request.getPathInContext(request).startsWith("/log")) {
        checkOrigin(request);
        return mode == EditorMode.TOKEN;
      }
      var unused = session(request);
      return true;
    } catch (EditorException refused) {
      return false;
    }
  }

  /**
   * Who makes a request.
   *
   * @throws EditorException where it may not be answered
   */
  Session session(Request request) {
    return switch (mode) {
      case OFF -> throw new EditorException(EditorCode.NOT_FOUND, "the editor is switched off");
      case LOCAL -> local(request);
      case TOKEN -> token(request);
    };
  }

  /**
   * Who makes a request about a template.
   *
   * @param id of the template, any text
   * @throws EditorException where it may not be answered
   */
  Session session(Request request, String id) {
    Session session = session(request);
    if (!session.allowsTemplate(id)) {
      throw new EditorException(
          EditorCode.TEMPLATE_NOT_ALLOWED, "use a token whose templates include this one");
    }
    return session;
  }

  private Session local(Request request) {
    LocalDecision decision =
        local.facts().apply(request).map(local.mode()::decide).orElse(LocalDecision.UNAUTHORIZED);
    return switch (decision) {
      case ALLOWED -> Session.LOCAL;
      case FORBIDDEN ->
          throw new EditorException(
              EditorCode.FOREIGN_ORIGIN,
              "open the editor as http://localhost, and change nothing from other pages");
      case UNAUTHORIZED ->
          throw new EditorException(
              EditorCode.NO_SESSION,
              "the editor answers this machine alone; with NAMEPLATE_KEYS it takes tokens, see"
                  + " app/docs/operations.md#the-editor");
    };
  }

  private Session token(Request request) {
    String header = Optional.ofNullable(request.getHeaders().get("Authorization")).orElse("");
    if (header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return new Session(
          Optional.of(grant(header.substring(BEARER.length()).strip())), Optional.empty());
    }
    SessionCookies.Opened opened =
        sessions
            .of(request)
            .orElseThrow(
                () ->
                    new EditorException(
                        EditorCode.NO_SESSION, "sign in at /login with a token of this server"));
    Grant grant = ofSession(opened.token());
    if (!sessions.mayBeOurs(request)) {
      checkOrigin(request);
    }
    return new Session(Optional.of(grant), Optional.of(opened.expires()));
  }

  private Grant ofSession(String token) {
    try {
      return grant(token);
    } catch (EditorException refused) {
      throw refused.code().status() == EditorCode.NO_SESSION.status()
          ? new EditorException(
              EditorCode.NO_SESSION, "the session's token has ended: sign in again at /login")
          : refused;
    }
  }

  /**
   * What a token allows that edits templates.
   *
   * @throws EditorException where it is refused, or has not the scope
   */
  Grant grant(String token) {
    return having(verified(token), Set.of(Scope.TEMPLATES_WRITE), "templates:write");
  }

  /**
   * What a token allows that begins a session, for the editor or for lists.
   *
   * @throws EditorException where it is refused, or has no scope of a page
   */
  Grant login(String token) {
    return having(
        verified(token),
        Set.of(Scope.TEMPLATES_WRITE, Scope.BATCHES),
        "templates:write for the editor, or --scope batches for lists");
  }

  private static Grant having(Grant grant, Set<Scope> scopes, String option) {
    if (scopes.stream().noneMatch(grant::allows)) {
      throw new EditorException(
          EditorCode.SCOPE, "make a token with: nameplate token --scope " + option);
    }
    return grant;
  }

  private Grant verified(String token) {
    TokenResult result = tokens.verifier().verify(token, tokens.clock().instant());
    if (result instanceof TokenResult.Refused refused) {
      throw switch (refused.reason()) {
        case BAD ->
            new EditorException(
                EditorCode.BAD_TOKEN, "make one with: nameplate token --scope templates:write");
        case EXPIRED ->
            new EditorException(EditorCode.EXPIRED_TOKEN, "make a new one: nameplate token");
        case REVOKED ->
            new EditorException(EditorCode.REVOKED_TOKEN, "make a new one: nameplate token");
      };
    }
    return ((TokenResult.Granted) result).grant();
  }

  /** A session that begins now and lasts for a time. */
  Session begun(Grant grant, Duration life) {
    Instant now = tokens.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return new Session(Optional.of(grant), Optional.of(now.plus(life)));
  }

  /**
   * The cookie of a new session.
   *
   * @throws EditorException where the token is too long for a cookie
   */
  SessionCookies.Cookie cookie(String token, Instant expires) {
    return sessions
        .begun(token, expires)
        .orElseThrow(
            () ->
                new EditorException(
                    EditorCode.BAD_TOKEN,
                    "a session takes tokens of at most "
                        + SessionCookies.LONGEST_TOKEN
                        + " characters"));
  }

  /**
   * A browser says where a write comes from; one of another page is refused.
   *
   * @throws EditorException where it is not from a page of ours
   */
  void checkOrigin(Request request) {
    if (!sessions.isOurs(request)) {
      throw new EditorException(
          EditorCode.FOREIGN_ORIGIN, "changes are made from pages of this server alone");
    }
  }

  /** {@code Set-Cookie} for a session. */
  String cookieHeader(Request request, String value, long seconds) {
    return sessions.header(request, value, seconds);
  }
}
