package dev.nameplate.edit.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The difference of two texts as a unified diff (POSIX, the format of {@code diff -u}), with three
 * lines of context.
 */
public final class LinePatch {
  private static final int CONTEXT = 3;

  /** How many pairs of lines are compared at most; larger changes are one block. */
  private static final long MOST_PAIRS = 4_000_000;

  private static final String NO_LINE_FEED = "\n\\ No newline at end of file";

  private LinePatch() {}

  /** A line with the sign that it has in a diff. */
  private record Line(char sign, String text) {}

  /**
   * Returns the diff.
   *
   * @param path of the file, {@code welcome/template.json}
   * @param before the old text; empty for a file that is new
   * @param after the new text
   * @return an empty text where both are equal
   */
  public static String of(String path, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    List<Line> lines = lines(split(before), split(after));
    StringBuilder patch = new StringBuilder();
    patch.append(before.isEmpty() ? "--- /dev/null\n" : "--- a/" + path + "\n");
    patch.append("+++ b/").append(path).append('\n');
    for (int from = next(lines, 0); from < lines.size(); ) {
      int to = end(lines, from);
      hunk(lines, Math.max(0, from - CONTEXT), Math.min(lines.size(), to + CONTEXT), patch);
      from = next(lines, to);
    }
    return patch.toString();
  }

  /** Lines; the last one says where a text does not end in a line feed. */
  private static List<String> split(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    boolean whole = text.endsWith("\n");
    List<String> lines =
        new ArrayList<>(
            List.of((whole ? text.substring(0, text.length() - 1) : text).split("\n", -1)));
    if (!whole) {
      lines.set(lines.size() - 1, lines.get(lines.size() - 1) + NO_LINE_FEED);
    }
    return lines;
  }

  private static int next(List<Line> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).sign() == ' ') {
      at++;
    }
    return at;
  }

  /** The end of the changes that belong to one hunk. */
  private static int end(List<Line> lines, int from) {
    int end = from;
    for (int at = from; at < lines.size() && at - end <= 2 * CONTEXT; at++) {
      if (lines.get(at).sign() != ' ') {
        end = at + 1;
      }
    }
    return end;
  }

  private static void hunk(List<Line> lines, int from, int to, StringBuilder patch) {
    List<Line> hunk = lines.subList(from, to);
    patch
        .append("@@ -")
        .append(range(lines.subList(0, from), hunk, '+'))
        .append(" +")
        .append(range(lines.subList(0, from), hunk, '-'))
        .append(" @@\n");
    hunk.forEach(line -> patch.append(line.sign()).append(line.text()).append('\n'));
  }

  /** First line and number of lines of one side, which lacks the lines of a sign. */
  private static String range(List<Line> before, List<Line> hunk, char lacks) {
    long count = hunk.stream().filter(line -> line.sign() != lacks).count();
    long first = before.stream().filter(line -> line.sign() != lacks).count();
    return (count == 0 ? first : first + 1) + "," + count;
  }

  private static List<Line> lines(List<String> before, List<String> after) {
    int start = 0;
    int most = Math.min(before.size(), after.size());
    while (start < most && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<Line> lines = new ArrayList<>();
    before.subList(0, start).forEach(line -> lines.add(new Line(' ', line)));
    changed(
        before.subList(start, before.size() - end),
        after.subList(start, after.size() - end),
        lines);
    before
        .subList(before.size() - end, before.size())
        .forEach(line -> lines.add(new Line(' ', line)));
    return lines;
  }

  private static void changed(List<String> before, List<String> after, List<Line> lines) {
    if ((long) before.size() * after.size() > MOST_PAIRS) {
      before.forEach(line -> lines.add(new Line('-', line)));
      after.forEach(line -> lines.add(new Line('+', line)));
      return;
    }
    int[][] common = common(before, after);
    int old = 0;
    int fresh = 0;
    while (old < before.size() || fresh < after.size()) {
      if (old < before.size() && fresh < after.size() && before.get(old).equals(after.get(fresh))) {
        lines.add(new Line(' ', before.get(old++)));
        fresh++;
      } else if (fresh == after.size()
          || (old < before.size() && common[old + 1][fresh] >= common[old][fresh + 1])) {
        lines.add(new Line('-', before.get(old++)));
      } else {
        lines.add(new Line('+', after.get(fresh++)));
      }
    }
  }

  /** The length of the longest common subsequence of what is left from each pair of lines on. */
  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int old = before.size() - 1; old >= 0; old--) {
      for (int fresh = after.size() - 1; fresh >= 0; fresh--) {
        common[old][fresh] =
            before.get(old).equals(after.get(fresh))
                ? common[old + 1][fresh + 1] + 1
                : Math.max(common[old + 1][fresh], common[old][fresh + 1]);
      }
    }
    return common;
  }
}
