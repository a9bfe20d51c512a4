package dev.nameplate.bench.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts verdicts by script, and keeps pictures of what differs. */
final class Results {
  /** Pictures of one verdict in one locale. */
  private static final int MOST_PICTURES = 12;

  private final Path folder;
  private final Map<String, Map<Verdict, Integer>> byScript = new TreeMap<>();
  private final Map<String, Set<String>> locales = new HashMap<>();
  private final List<String> differing = new ArrayList<>();
  private final Map<String, Integer> pictures = new HashMap<>();

  Results(Path folder) {
    this.folder = folder;
  }

  /** Takes a verdict. */
  synchronized void take(
      FontFaces.Style style, Pair pair, Verdict verdict, int worst, byte[] picture) {
    String script = pair.line().script();
    String locale = pair.line().locale().toLanguageTag();
    byScript
        .computeIfAbsent(script, absent -> new EnumMap<>(Verdict.class))
        .merge(verdict, 1, Integer::sum);
    locales.computeIfAbsent(script, absent -> new HashSet<>()).add(locale);
    if (verdict == Verdict.SAME) {
      return;
    }
    String name = verdict + "-" + script.replace(' ', '_') + "-" + locale;
    int number = pictures.merge(name, 1, Integer::sum);
    String file = "";
    if (picture != null && picture.length > 0 && number <= MOST_PICTURES) {
      file = name + "-" + style.font().charAt(0) + number + ".png";
      save(file, picture);
    }
    differing.add(
        String.join(
            "\t",
            verdict.toString(),
            script,
            locale,
            style.font(),
            Integer.toString(worst),
            pair.line().text(),
            file));
  }

  private void save(String file, byte[] picture) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(file), picture);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Writes the list of what differs, and prints the table. */
  void write(boolean document) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("differing.tsv"), differing);
    System.out.println(table());
  }

  private String table() {
    StringBuilder table = new StringBuilder();
    byScript.forEach(
        (script, counts) ->
            table.append(
                "| %s | %d | %d | %d | %d | %d |%n"
                    .formatted(
                        script,
                        locales.get(script).size(),
                        counts.getOrDefault(Verdict.SAME, 0),
                        counts.getOrDefault(Verdict.DIFFERENT, 0),
                        counts.getOrDefault(Verdict.WRONG, 0),
                        counts.getOrDefault(Verdict.NO_FONT, 0))));
    return table.toString();
  }
}
