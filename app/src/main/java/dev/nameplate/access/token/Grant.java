package dev.nameplate.access.token;

import dev.nameplate.access.ratelimit.Rate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a token allows.
 *
 * @param id the token's {@code jti}, by which it is logged and revoked
 * @param subject whose token it is, {@code shop}
 * @param scopes what it may be used for
 * @param templates ids, or {@code acme/*} for every template below a folder; none allows all
 * @param expires the instant from which it is refused
 * @param rate calls a second and the burst; empty for the server's own limit
 * @param quota URLs that its subject may have made in a calendar month of UTC; empty for any number
 * @param test whether its calls are not counted as usage
 */
public record Grant(
    String id,
    String subject,
    Set<Scope> scopes,
    List<String> templates,
    Instant expires,
    Optional<Rate> rate,
    OptionalLong quota,
    boolean test) {
  private static final String BELOW = "/*";

  public Grant {
    scopes = Set.copyOf(scopes);
    templates = List.copyOf(templates);
  }

  /** Returns whether the token has a scope. */
  public boolean allows(Scope scope) {
    return scopes.contains(scope);
  }

  /**
   * Returns whether the token may be used with a template.
   *
   * @param template the id
   */
  public boolean allowsTemplate(String template) {
    return templates.isEmpty() || templates.stream().anyMatch(each -> matches(each, template));
  }

  private static boolean matches(String pattern, String template) {
    return pattern.endsWith(BELOW)
        ? template.startsWith(pattern.substring(0, pattern.length() - 1))
        : pattern.equals(template);
  }
}
