package dev.nameplate.config;

import dev.nameplate.http.editor.EditorMode;
import dev.nameplate.http.editor.EditorSettings;
import java.util.List;

/** The settings of the editor. */
final class EditorVariables {
  static final EnvVar<EditorMode> EDITOR =
      EnvVar.of(
          "NAMEPLATE_EDITOR",
          ValueType.oneOf("local, token or off", List.of(EditorMode.values()), EditorMode::label),
          EditorSettings.DEFAULT.mode(),
          "Who may use the editor: this machine by the local rule, which with NAMEPLATE_KEYS means"
              + " token; who has a token with the scope templates:write; nobody. With token the"
              + " same sign-in opens the pages of lists to tokens with the scope batches.");
  static final EnvVar<Boolean> READ_ONLY =
      EnvVar.of(
          "NAMEPLATE_EDITOR_READ_ONLY",
          ValueType.onOff(),
          EditorSettings.DEFAULT.readOnly(),
          "For a folder of templates that version control owns: the editor writes no template, and"
              + " publishing gives the files or a patch as a download.");

  static final List<EnvVar<?>> ALL = List.of(EDITOR, READ_ONLY);

  private EditorVariables() {}

  static EditorSettings read(Source source) {
    return new EditorSettings(source.value(EDITOR), source.value(READ_ONLY));
  }
}
