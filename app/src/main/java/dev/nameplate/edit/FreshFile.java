package dev.nameplate.edit;

import dev.nameplate.template.TemplateAssets;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.library.TemplateFiles;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Names and companions of a file that is added to a template. */
final class FreshFile {
  private static final int MAX_NAME = 60;

  private FreshFile() {}

  /** What a draft uses of the template that it began with: its own folder takes it over. */
  static Map<String, byte[]> borrowed(TemplateFiles files, DraftState state) {
    Map<String, byte[]> borrowed = new TreeMap<>();
    TemplateId from = state.assetsOf();
    if (!from.equals(state.id())) {
      for (String folder : TemplateAssets.FOLDERS) {
        for (String path : files.paths(from, folder)) {
          files.read(from, path).ifPresent(bytes -> borrowed.put(path, bytes));
        }
      }
    }
    return borrowed;
  }

  /**
   * A path that no file has.
   *
   * @param stem folder and name without ending, {@code assets/stage}
   */
  static String free(String stem, String ending, Set<String> taken) {
    String path = stem + ending;
    for (int number = 2; taken.contains(path); number++) {
      path = stem + "-" + number + ending;
    }
    return path;
  }

  /**
   * A file's name in small letters, digits and hyphens, without its ending.
   *
   * @param otherwise where nothing is left
   */
  static String base(String name, String otherwise) {
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    int dot = file.lastIndexOf('.');
    String plain =
        (dot > 0 ? file.substring(0, dot) : file)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut = plain.substring(0, Math.min(plain.length(), MAX_NAME)).replaceAll("-+$", "");
    return cut.isEmpty() ? otherwise : cut;
  }

  /** A name as sentences quote it. */
  static String shown(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", "").strip();
    return "'" + clean.substring(0, Math.min(clean.length(), MAX_NAME)) + "'";
  }
}
