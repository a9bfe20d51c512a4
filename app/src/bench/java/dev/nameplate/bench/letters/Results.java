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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Counts verdicts by script, and keeps pictures of what differs. */
final class Results {
  /** Pictures of one verdict in one locale. */
  private static final int MOST_PICTURES = 12;

  private static final String BEGIN = "<!-- chromium:begin -->";
  private static final String END = "<!-- chromium:end -->";

  private final Path folder;
  private final Map<String, Map<Verdict, Integer>> byScript = new TreeMap<>();
  private final Map<String, Set<String>> locales = new HashMap<>();
  private final List<String> differing = new ArrayList<>();
  private final Map<Remainder, Integer> listed = new EnumMap<>(Remainder.class);
  private final Map<String, Integer> pictures = new HashMap<>();

  Results(Path folder) {
    this.folder = folder;
  }

  /** Takes a verdict. */
  synchronized void take(
      FontFaces.Style style, Pair pair, Verdict seen, int worst, byte[] picture) {
    Optional<Remainder> remainder =
        seen == Verdict.WRONG ? Remainder.of(pair.line().text()) : Optional.empty();
    remainder.ifPresent(one -> listed.merge(one, 1, Integer::sum));
    Verdict verdict = remainder.isPresent() ? Verdict.LISTED : seen;
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
  void write() throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("differing.tsv"), differing);
    System.out.println(table());
  }

  /** Returns whether nothing is wrong. */
  boolean isRight() {
    return byScript.values().stream().noneMatch(counts -> counts.containsKey(Verdict.WRONG));
  }

  /** Writes the table into a page, between its marks. */
  void document(Path page) throws IOException {
    String text = Files.readString(page);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    int to = text.indexOf(END);
    Files.writeString(page, text.substring(0, from) + "\n" + table() + text.substring(to));
  }

  private String table() {
    StringBuilder table = new StringBuilder();
    table.append("| Script | Locales | Lines | Same | Different | Listed | Wrong |\n");
    table.append("|---|---|---|---|---|---|---|\n");
    byScript.forEach(
        (script, counts) ->
            table.append(row(script, locales.getOrDefault(script, Set.of()).size(), counts)));
    Map<Verdict, Integer> all = new EnumMap<>(Verdict.class);
    byScript
        .values()
        .forEach(counts -> counts.forEach((one, n) -> all.merge(one, n, Integer::sum)));
    Set<String> everywhere = new HashSet<>();
    locales.values().forEach(everywhere::addAll);
    table.append(row("all", everywhere.size(), all)).append('\n');
    table.append("| Listed: drawn otherwise than in Chromium | Lines |\n|---|---|\n");
    listed.forEach((one, count) -> table.append("| %s | %d |%n".formatted(one.reason(), count)));
    table.append(
        "%nNot compared: %d lines with a letter that no font has.%n"
            .formatted(all.getOrDefault(Verdict.NO_FONT, 0)));
    return table.toString();
  }

  private static String row(String name, int places, Map<Verdict, Integer> counts) {
    int same = counts.getOrDefault(Verdict.SAME, 0);
    int different = counts.getOrDefault(Verdict.DIFFERENT, 0);
    int kept = counts.getOrDefault(Verdict.LISTED, 0);
    int wrong = counts.getOrDefault(Verdict.WRONG, 0);
    return "| %s | %d | %,d | %,d | %,d | %,d | %,d |%n"
        .formatted(name, places, same + different + kept + wrong, same, different, kept, wrong);
  }
}
