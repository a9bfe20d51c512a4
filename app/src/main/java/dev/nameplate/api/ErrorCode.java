package dev.nameplate.api;

import java.util.Locale;

/** What can be wrong with a call; labels and statuses never change once published. */
public enum ErrorCode {
  MALFORMED_JSON(400, "The body is not JSON that is understood"),
  CONFLICTING_ALIASES(400, "Two names of one thing say different things"),
  NO_TOKEN(401, "A token is needed"),
  BAD_TOKEN(401, "The token is not one of this server's"),
  EXPIRED_TOKEN(401, "The token has expired"),
  REVOKED_TOKEN(401, "The token was revoked"),
  SCOPE(403, "The token is not for this"),
  TEMPLATE_NOT_ALLOWED(403, "The token is not for this template"),
  FOREIGN_ORIGIN(403, "A call of this machine came by a foreign name or from a foreign page"),
  UNKNOWN_TEMPLATE(404, "There is no such template"),
  UNKNOWN_VERSION(404, "There is no such version of the template"),
  NOT_FOUND(404, "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "The method is another one"),
  NOT_ACCEPTABLE(406, "The answer is none that the caller takes"),
  BODY_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is of another type"),
  IDEMPOTENCY_IN_FLIGHT(409, "The same request is arriving at this moment"),
  UNKNOWN_LAYER(422, "A layer is not in the template"),
  UNSUPPORTED_PROPERTY(422, "A property cannot be set"),
  INVALID_VALUE(422, "A value cannot be used"),
  FORMAT_NOT_OFFERED(422, "The template has no such format"),
  UNUSABLE_LIST(422, "The list cannot be used"),
  IDEMPOTENCY_MISMATCH(422, "The same name stood for another request"),
  RATE_LIMITED(429, "Too many calls"),
  QUOTA_EXCEEDED(429, "The quota of the token is used up"),
  INTERNAL(500, "Something went wrong here"),
  OVERLOADED(503, "The server is busy");

  private final int status;
  private final String title;

  ErrorCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** Returns the name in lower case as answers write it, such as {@code unknown_layer}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the HTTP status, 400 to 503, of an answer whose first fault has this code. */
  public int status() {
    return status;
  }

  /** Returns a short description for people, the same for every fault with this code. */
  public String title() {
    return title;
  }
}
