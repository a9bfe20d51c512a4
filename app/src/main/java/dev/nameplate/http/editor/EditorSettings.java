package dev.nameplate.http.editor;

/**
 * How the editor answers.
 *
 * @param mode who may use it
 * @param readOnly whether it writes no template: publishing gives the files as a download
 */
public record EditorSettings(EditorMode mode, boolean readOnly) {
  /** The author's own machine; templates are written. */
  public static final EditorSettings DEFAULT = new EditorSettings(EditorMode.LOCAL, false);
}
