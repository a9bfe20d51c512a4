package dev.nameplate.access;

import dev.nameplate.template.Template;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.template.library.TemplateLoader;
import dev.nameplate.template.parse.ParseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of small templates, alike but for who may have them. */
public final class SignedTemplates {
  /** Two keys, the first of which signs. */
  public static final String KEYS =
      "new:0123456789abcdef0123456789abcdef,old:fedcba9876543210fedcba9876543210";

  private SignedTemplates() {}

  /** Writes {@code signed}, {@code signed-too}, {@code open} and {@code silent}. */
  public static TemplateLibrary in(Path root) {
    write(root, "signed", "'access': 'signed',");
    write(root, "signed-too", "'access': 'signed',");
    write(root, "open", "'access': 'open',");
    write(root, "silent", "");
    return new TemplateLibrary(root, List.of());
  }

  /** A template of an id that takes signed addresses only. */
  public static Template signed(Path root, String id) {
    write(root, id, "'access': 'signed',");
    return ((ParseResult.Usable) new TemplateLoader(new FolderTemplateFiles(root)).load(id))
        .template();
  }

  /** The template that takes signed addresses only. */
  public static Template signed(Path root) {
    return in(root).find("signed").orElseThrow();
  }

  private static void write(Path root, String id, String access) {
    String template =
        """
        {'width': 200, 'height': 80, 'title': 'Card', %s
         'fields': {
           'title': {'kind': 'text', 'aliases': ['headline']}, 'name': {'kind': 'name'},
           'city': {'kind': 'text'}, 'firstName': {'kind': 'text'}, 'link': {'kind': 'url'}},
         'layers': [
           {'type': 'text', 'box': [4, 4, 192, 36], 'text': '{{ title }}'},
           {'type': 'text', 'box': [4, 40, 192, 36], 'text': ['{{ name }} {{ city }}', '{{ name }}']}]}
        """
            .formatted(access)
            .replace('\'', '"');
    try {
      Files.createDirectories(root.resolve(id));
      Files.writeString(root.resolve(id).resolve("template.json"), template);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
