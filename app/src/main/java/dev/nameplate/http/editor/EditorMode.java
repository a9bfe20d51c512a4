package dev.nameplate.http.editor;

import java.util.Locale;

/** Who may use the editor. */
public enum EditorMode {
  /** The author's own machine, by the local rule; with {@code NAMEPLATE_KEYS} as {@link #TOKEN}. */
  LOCAL,
  /** Who has a token with the scope {@code templates:write}. */
  TOKEN,
  /** Nobody: there is no editor. */
  OFF;

  /** Returns the word of the setting. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
