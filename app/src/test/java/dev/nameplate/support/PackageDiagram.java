package dev.nameplate.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Draws the table of imports as an SVG: a box for each package below the root, its sub-packages as
 * lines of small text, and an arrow to each package that it imports. An arrow that a path of other
 * arrows implies is left out. The drawing depends on the table alone.
 */
final class PackageDiagram {
  private static final int WIDTH = 1120;
  private static final int BOX = 112;
  private static final int LINE = 14;
  private static final int ROW_GAP = 56;
  private static final int EDGE = 24;

  private final Map<String, Set<String>> imports = new TreeMap<>();
  private final Map<String, List<String>> parts = new TreeMap<>();

  /**
   * Reads a table.
   *
   * @param table lines of {@code package -> package package}; a dot stands for the root
   */
  PackageDiagram(List<String> table) {
    for (String line : table) {
      String[] sides = line.split(" ->", 2);
      String group = group(sides[0]);
      Set<String> used = imports.computeIfAbsent(group, name -> new TreeSet<>());
      parts.computeIfAbsent(group, name -> new ArrayList<>());
      if (sides[0].contains(".") && !sides[0].equals(".")) {
        parts.get(group).add(sides[0].substring(group.length() + 1));
      }
      for (String target : sides[1].strip().split(" ", -1)) {
        if (!target.isEmpty() && !group(target).equals(group)) {
          used.add(group(target));
        }
      }
    }
  }

  private static String group(String name) {
    int dot = name.indexOf('.');
    return name.equals(".") ? "Main" : dot < 0 ? name : name.substring(0, dot);
  }

  /** The whole SVG file, with a newline at its end. */
  String svg() {
    Map<String, Set<String>> arrows = reduced();
    Map<String, Integer> levels = new TreeMap<>();
    imports.keySet().forEach(name -> level(name, levels));
    Map<String, Set<String>> steps = steps(arrows, levels);
    Map<String, int[]> places = places(rows(steps, levels));
    int height = places.values().stream().mapToInt(at -> at[1] + at[2]).max().orElse(0) + EDGE;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="Packages and what each imports">
        <rect width="100%%" height="100%%" fill="#fbfaf8"/>
        <defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#8a8378"/></marker></defs>
        <g fill="none" stroke="#8a8378" stroke-opacity="0.8">
        """
            .formatted(WIDTH, height, WIDTH, height));
    arrows.forEach((from, targets) -> targets.forEach(to -> arrow(places, from, to, svg)));
    svg.append("</g>\n<g font-family=\"Inter, Helvetica, Arial, sans-serif\">\n");
    imports.keySet().forEach(name -> box(name, places.get(name), svg));
    return svg.append("</g>\n</svg>\n").toString();
  }

  /** The arrows cut into pieces from one row to the next; a bend stands in each row between. */
  private static Map<String, Set<String>> steps(
      Map<String, Set<String>> arrows, Map<String, Integer> levels) {
    Map<String, Set<String>> steps = new TreeMap<>();
    levels.keySet().forEach(name -> steps.put(name, new TreeSet<>()));
    arrows.forEach(
        (from, targets) ->
            targets.forEach(
                to -> {
                  String above = from;
                  for (int level = levels.get(from) - 1; level > levels.get(to); level--) {
                    String bend = bend(from, to, level);
                    steps.computeIfAbsent(above, name -> new TreeSet<>()).add(bend);
                    above = bend;
                  }
                  steps.computeIfAbsent(above, name -> new TreeSet<>()).add(to);
                }));
    steps.keySet().stream()
        .filter(name -> name.contains(">"))
        .forEach(name -> levels.put(name, Integer.parseInt(name.substring(name.indexOf('@') + 1))));
    return steps;
  }

  private static String bend(String from, String to, int level) {
    return from + ">" + to + "@" + level;
  }

  /** Packages and bends by level, the importing ones above; each is near what it leads to. */
  private static List<List<String>> rows(
      Map<String, Set<String>> steps, Map<String, Integer> levels) {
    int deepest = levels.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<List<String>> rows = new ArrayList<>();
    Map<String, Double> centers = new HashMap<>();
    for (int level = 0; level <= deepest; level++) {
      int wanted = level;
      List<String> row =
          levels.keySet().stream()
              .filter(name -> levels.get(name) == wanted)
              .sorted(
                  Comparator.comparingDouble((String name) -> center(steps.get(name), centers))
                      .thenComparing(Comparator.naturalOrder()))
              .toList();
      for (int at = 0; at < row.size(); at++) {
        centers.put(row.get(at), (at + 1.0) / (row.size() + 1));
      }
      rows.add(0, row);
    }
    return rows;
  }

  private static double center(Set<String> targets, Map<String, Double> centers) {
    return targets.stream().mapToDouble(centers::get).average().orElse(0.5);
  }

  private int level(String name, Map<String, Integer> levels) {
    Integer known = levels.get(name);
    if (known != null) {
      return known;
    }
    int level =
        imports.get(name).stream().mapToInt(used -> level(used, levels) + 1).max().orElse(0);
    levels.put(name, level);
    return level;
  }

  /** The imports without those that a longer path implies. */
  private Map<String, Set<String>> reduced() {
    Map<String, Set<String>> reduced = new TreeMap<>();
    imports.forEach(
        (name, used) ->
            reduced.put(
                name,
                used.stream()
                    .filter(
                        to ->
                            used.stream().noneMatch(over -> !over.equals(to) && reaches(over, to)))
                    .collect(Collectors.toCollection(TreeSet::new))));
    return reduced;
  }

  private boolean reaches(String from, String to) {
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      for (String next : imports.get(open.remove(open.size() - 1))) {
        if (next.equals(to)) {
          return true;
        }
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return false;
  }

  /** By name of a package or bend: the middle of its top (x, y), and its height. */
  private Map<String, int[]> places(List<List<String>> rows) {
    Map<String, int[]> places = new LinkedHashMap<>();
    int y = EDGE;
    for (List<String> row : rows) {
      int tallest =
          row.stream().mapToInt(name -> parts.getOrDefault(name, List.of()).size()).max().orElse(0);
      int bends = (int) row.stream().filter(name -> name.contains(">")).count();
      int free = WIDTH - 2 * EDGE - BOX * (row.size() - bends);
      int gap = free / (row.size() + 1);
      int x = EDGE + gap;
      for (String name : row) {
        boolean bend = name.contains(">");
        int height = bend ? 30 + LINE * tallest : 30 + LINE * parts.get(name).size();
        places.put(name, new int[] {bend ? x : x + BOX / 2, y, height});
        x += gap + (bend ? 0 : BOX);
      }
      y += 30 + LINE * tallest + ROW_GAP;
    }
    return places;
  }

  private static void arrow(Map<String, int[]> places, String from, String to, StringBuilder svg) {
    List<int[]> stops = new ArrayList<>();
    stops.add(places.get(from));
    places.keySet().stream()
        .filter(name -> name.startsWith(from + ">" + to + "@"))
        .forEach(name -> stops.add(places.get(name)));
    stops.add(places.get(to));
    int[] start = stops.get(0);
    svg.append(
        "<path marker-end=\"url(#head)\" d=\"M%d %d".formatted(start[0], start[1] + start[2]));
    for (int at = 1; at < stops.size(); at++) {
      int[] above = stops.get(at - 1);
      int[] below = stops.get(at);
      int middle = (above[1] + above[2] + below[1]) / 2;
      boolean last = at == stops.size() - 1;
      svg.append(
          "C%d %d %d %d %d %d"
              .formatted(above[0], middle, below[0], middle, below[0], below[1] - (last ? 1 : 0)));
      if (!last) {
        svg.append("V%d".formatted(below[1] + below[2]));
      }
    }
    svg.append("\"/>\n");
  }

  private void box(String name, int[] at, StringBuilder svg) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"7\" fill=\"#ffffff\""
                + " stroke=\"#3a1c42\"/>"
                + "<text x=\"%d\" y=\"%d\" font-size=\"14\" font-weight=\"700\" fill=\"#3a1c42\""
                + " text-anchor=\"middle\">%s</text>\n",
            at[0] - BOX / 2,
            at[1],
            BOX,
            at[2],
            at[0],
            at[1] + 20,
            name));
    List<String> inside = parts.getOrDefault(name, List.of());
    for (int line = 0; line < inside.size(); line++) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\" font-size=\"11\" fill=\"#6b5f70\""
                  + " text-anchor=\"middle\">%s</text>\n",
              at[0],
              at[1] + 22 + LINE * (line + 1),
              inside.get(line)));
    }
  }
}
