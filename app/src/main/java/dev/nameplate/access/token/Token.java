package dev.nameplate.access.token;

import dev.nameplate.access.sign.Expiry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the holder of a token may do, and until when.
 *
 * @param scopes at least one
 */
public record Token(List<Scope> scopes, Instant expires) {
  public Token {
    scopes = List.copyOf(scopes);
    if (scopes.isEmpty() || expires.getEpochSecond() <= 0) {
      throw new IllegalArgumentException("a token has a scope and an end");
    }
  }

  /** Whether it still allows an action on a template. */
  public boolean allows(String action, String template, Instant now) {
    return now.isBefore(expires)
        && scopes.stream().anyMatch(scope -> scope.allows(action, template));
  }

  /** The expiry, then the scopes. */
  List<String> items() {
    List<String> items = new ArrayList<>(List.of(Expiry.text(Optional.of(expires))));
    scopes.forEach(scope -> items.add(scope.text()));
    return items;
  }

  /** What was written as {@link #items}. */
  static Optional<Token> of(List<String> items) {
    Optional<Instant> expires = items.stream().findFirst().flatMap(Expiry::parse);
    List<Scope> scopes =
        items.stream().skip(1).flatMap(text -> Scope.parse(text).stream()).toList();
    return expires.isPresent() && !scopes.isEmpty() && scopes.size() == items.size() - 1
        ? Optional.of(new Token(scopes, expires.get()))
        : Optional.empty();
  }
}
