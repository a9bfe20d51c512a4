package dev.nameplate.http.editor;

import dev.nameplate.access.token.Grant;
import java.time.Instant;
import java.util.Optional;

/**
 * Who uses the editor.
 *
 * @param grant what the token allows; empty on the author's own machine
 * @param expires when the session ends; empty for never
 */
public record Session(Optional<Grant> grant, Optional<Instant> expires) {
  /** The author's own machine, by the local rule. */
  static final Session LOCAL = new Session(Optional.empty(), Optional.empty());

  /** Returns whether a template may be edited. */
  boolean allowsTemplate(String id) {
    return grant.map(token -> token.allowsTemplate(id)).orElse(true);
  }
}
