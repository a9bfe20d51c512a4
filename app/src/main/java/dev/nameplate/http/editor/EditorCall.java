package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.edit.DraftState;
import dev.nameplate.edit.Drafts;
import dev.nameplate.edit.text.JsonText;
import dev.nameplate.http.api.BodyHandler;
import dev.nameplate.template.TemplateId;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;

/**
 * A request that may be answered.
 *
 * @param context of the framework
 * @param session who makes it
 */
record EditorCall(Context context, Session session) {
  /** The longest body of an order for a picture or of a draft, in bytes. */
  static final int MAX_BODY = BodyHandler.EDITOR_MOST;

  /**
   * The template that the path names.
   *
   * @throws EditorException where it names none
   */
  TemplateId id() {
    return TemplateId.parse(context.pathParam("id")).orElseThrow(EditorCall::unknown);
  }

  /**
   * The template that the path names, as it is being edited.
   *
   * @throws EditorException where there is none
   */
  DraftState state(Drafts drafts) {
    return drafts.find(id()).orElseThrow(EditorCall::unknown);
  }

  static EditorException unknown() {
    return new EditorException(
        EditorCode.UNKNOWN_TEMPLATE,
        "there is neither a template nor a draft of this id: see /new");
  }

  /**
   * The tag of the draft that a change is made from.
   *
   * @throws EditorException where there is none, or it is none of ours
   */
  String ifMatch() {
    String tag = Optional.ofNullable(context.header("If-Match")).orElse("").strip();
    if (tag.isEmpty()) {
      throw new EditorException(
          EditorCode.IF_MATCH_REQUIRED,
          "send the draft's ETag in If-Match, so that nothing is lost");
    }
    if (!tag.matches("\"[0-9]{1,18}-[0-9a-f]{16}\"")) {
      throw new EditorException(
          EditorCode.BAD_ETAG, "allowed: the ETag of a draft, as it was answered");
    }
    return tag;
  }

  /**
   * The body.
   *
   * @throws EditorException where it is too large or no JSON by its type
   */
  byte[] body() {
    BodyHandler.Body body = BodyHandler.of(context.attribute(BodyHandler.attribute()));
    if (!body.complete()) {
      throw new EditorException(
          EditorCode.BODY_TOO_LARGE, "a body has at most " + MAX_BODY + " bytes");
    }
    String type = Optional.ofNullable(context.header("Content-Type")).orElse("");
    if (!type.toLowerCase(Locale.ROOT)
        .replace(" ", "")
        .matches("application/json(;charset=\"?utf-8\"?)?")) {
      throw new EditorException(
          EditorCode.UNSUPPORTED_MEDIA_TYPE, "allowed: Content-Type: application/json, in UTF-8");
    }
    return body.bytes();
  }

  /**
   * The body as a JSON object.
   *
   * @throws EditorException where it is none
   */
  ObjectNode json() {
    JsonText.Parsed parsed = JsonText.parse(body());
    if (parsed instanceof JsonText.Parsed.Usable usable
        && usable.json().root() instanceof ObjectNode object) {
      return object;
    }
    throw EditorJson.malformed(
        parsed instanceof JsonText.Parsed.Broken broken ? broken.place() : Optional.empty(),
        parsed instanceof JsonText.Parsed.Broken broken
            ? broken.problem()
            : "a JSON object, { … }");
  }
}
