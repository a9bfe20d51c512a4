package dev.nameplate.api;

import dev.nameplate.access.token.Grant;
import dev.nameplate.access.token.Scope;
import java.util.Optional;

/**
 * Who makes a call.
 *
 * @param grant what the token allows; absent for a call under the local rule, which may do all
 * @param base what stands before {@code /i/} in URLs, {@code https://img.example.com}
 */
public record Caller(Optional<Grant> grant, String base) {
  /**
   * Checks that the caller's token allows a kind of call. A caller without a token, under the local
   * rule, may make every call.
   *
   * @throws ApiException with {@link ErrorCode#SCOPE} if the token lacks the scope
   */
  public void require(Scope scope) {
    if (grant.isPresent() && !grant.get().allows(scope)) {
      throw ApiException.of(
          ErrorCode.SCOPE, "this call needs a token with the scope " + scope.label());
    }
  }

  /**
   * Returns whether the caller may use a template; always true for a caller without a token, under
   * the local rule.
   *
   * @param template the id, which need not exist
   */
  public boolean mayUse(String template) {
    return grant.isEmpty() || grant.get().allowsTemplate(template);
  }
}
