package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that the editor refuses. */
final class EditorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final EditorCode code;
  private final transient ObjectNode more;

  /**
   * @param detail one sentence that says what to do, without values of fields
   * @param more further members of the answer
   */
  EditorException(EditorCode code, String detail, ObjectNode more) {
    super(detail, null, false, false);
    this.code = code;
    this.more = more;
  }

  EditorException(EditorCode code, String detail) {
    this(code, detail, JsonNodeFactory.instance.objectNode());
  }

  EditorCode code() {
    return code;
  }

  /** The answer as problem details (RFC 9457); a new object. */
  ObjectNode problem() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("type", "urn:nameplate:editor:" + code.label());
    root.put("title", code.title());
    root.put("status", code.status());
    root.put("code", code.label());
    root.put("detail", getMessage());
    root.setAll(more);
    return root;
  }
}
