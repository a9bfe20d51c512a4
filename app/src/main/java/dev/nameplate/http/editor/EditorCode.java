package dev.nameplate.http.editor;

import java.util.Locale;

/** Why the editor refuses a request. The labels are stable for its scripts. */
enum EditorCode {
  BAD_ETAG(400, "If-Match is no tag of a draft"),
  NO_SESSION(401, "a session or a token is needed"),
  BAD_TOKEN(401, "the token is not one of this server's"),
  EXPIRED_TOKEN(401, "the token has expired"),
  REVOKED_TOKEN(401, "the token was revoked"),
  FOREIGN_ORIGIN(403, "the request comes from another page or was sent to another name"),
  SCOPE(403, "the token does not allow changes to templates"),
  TEMPLATE_NOT_ALLOWED(403, "the token is not for this template"),
  LINK_REFUSED(403, "this link opens nothing"),
  READ_ONLY(403, "this server writes no templates"),
  NOT_FOUND(404, "there is nothing here"),
  UNKNOWN_TEMPLATE(404, "there is no such template"),
  UNKNOWN_VERSION(404, "there is no such version"),
  UNKNOWN_ASSET(404, "there is no such asset"),
  DRAFT_CONFLICT(409, "the draft was saved elsewhere"),
  TEMPLATE_CHANGED(409, "the published template has changed"),
  SUPERSEDED(409, "the draft has changed meanwhile"),
  ID_TAKEN(409, "another template has this id"),
  LINK_ENDED(410, "the time of this link is over"),
  BODY_TOO_LARGE(413, "the body is too large"),
  DRAFT_TOO_LARGE(413, "the draft is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "bodies are JSON"),
  MALFORMED_JSON(422, "this is no JSON object"),
  INVALID_VALUE(422, "a value is not allowed"),
  INVALID_ID(422, "this cannot be a template's id"),
  INVALID_NAME(422, "this cannot be a template's name"),
  INVALID_SIZE(422, "this cannot be a picture's size"),
  INVALID_SCALE(422, "this scale is not offered"),
  TOO_MANY_PIXELS(422, "the picture is too large"),
  FAULTY_TEMPLATE(422, "the template has faults"),
  FINDINGS(422, "the check found something"),
  INVALID_PICTURE(422, "this file is not taken as a picture"),
  INVALID_FONT(422, "this file is not taken as a font"),
  INVALID_SAMPLES(422, "these cannot be a template's samples"),
  INVALID_LIST(422, "this cannot be used as a list"),
  IF_MATCH_REQUIRED(428, "If-Match is required"),
  INTERNAL(500, "something went wrong here"),
  OVERLOADED(503, "too much waits to be drawn"),
  NOT_SAVED(507, "the draft could not be saved"),
  NOT_PUBLISHED(507, "the template could not be written");

  private final int status;
  private final String title;

  EditorCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The status of HTTP (RFC 9110, section 15; 507 is RFC 4918, 428 is RFC 6585). */
  int status() {
    return status;
  }

  /** A short text for people, the same for every such problem. */
  String title() {
    return title;
  }

  /** The name in answers, in lower case with {@code _}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
