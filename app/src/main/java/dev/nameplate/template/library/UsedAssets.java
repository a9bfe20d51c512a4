package dev.nameplate.template.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.font.TemplateFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** Tells which of a template's assets and fonts its pictures may show. */
final class UsedAssets {
  private static final String FOLDER = "assets/";

  private UsedAssets() {}

  /**
   * The assets that a template names anywhere in its file; all of them where values choose: a field
   * of kind image takes any of them, and so does a path with a merge tag in it. Of its fonts those
   * whose family it names, each with its license.
   *
   * @param json the bytes of its {@code template.json}, without faults
   * @param paths of all its assets
   * @return a new set, some of the paths or all of them
   */
  static Set<String> of(Template template, byte[] json, Set<String> paths) {
    Set<String> texts = new HashSet<>();
    try {
      collect(new ObjectMapper().readTree(json), texts);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a template without faults is JSON", impossible);
    }
    boolean chosen =
        template.fields().values().stream().anyMatch(field -> field.kind() == FieldKind.IMAGE)
            || texts.stream().anyMatch(text -> text.contains(FOLDER) && text.contains("{{"));
    Set<String> used = new HashSet<>(paths);
    used.removeIf(path -> !path.startsWith(FOLDER) || !(chosen || texts.contains(path)));
    for (TemplateFont font : template.fonts().list()) {
      if (texts.contains(font.family())) {
        used.add(font.path());
        used.add(font.license());
      }
    }
    return used;
  }

  private static void collect(JsonNode node, Set<String> texts) {
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    node.forEach(child -> collect(child, texts));
  }
}
