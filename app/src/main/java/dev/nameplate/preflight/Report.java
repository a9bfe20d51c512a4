package dev.nameplate.preflight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.template.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The findings of several templates, as a table or JSON.
 *
 * @param templates each with its findings, also where it has none
 */
public record Report(List<Checked> templates) {
  private static final List<String> HEAD = List.of("TEMPLATE", "CODE", "WHERE", "DATA", "WHAT");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public Report {
    templates = List.copyOf(templates);
  }

  /**
   * A template's id and its findings.
   *
   * @param template the id
   * @param found the worst of each code and path, then notes; empty where there are neither
   */
  public record Checked(String template, List<Found> found) {
    public Checked {
      found = List.copyOf(found);
    }
  }

  /**
   * A finding.
   *
   * @param finding what is wrong, and with which data
   * @param picture the file name of its picture; empty where none was written
   */
  public record Found(Finding finding, Optional<String> picture) {}

  /** Returns whether nothing is wrong with any template. Notes may be there. */
  public boolean isClean() {
    return count(false) == 0;
  }

  /** Returns whether there are notes. */
  public boolean hasNotes() {
    return count(true) > 0;
  }

  private int count(boolean notes) {
    return Math.toIntExact(
        templates.stream()
            .flatMap(template -> template.found().stream())
            .filter(found -> found.finding().code().isNote() == notes)
            .count());
  }

  /**
   * Returns a table with a heading and a line for each finding, then a line with the counts of
   * templates, findings and notes; that line alone where there are neither. It ends with a line
   * feed.
   */
  public String table() {
    List<List<String>> rows = new ArrayList<>();
    for (Checked checked : templates) {
      for (Found found : checked.found()) {
        rows.add(row(checked.template(), found.finding()));
      }
    }
    StringBuilder table = new StringBuilder();
    if (!rows.isEmpty()) {
      rows.add(0, HEAD);
      rows.forEach(row -> table.append(line(row, rows)).append('\n'));
      table.append('\n');
    }
    table.append(counted(templates.size(), "template")).append(", ");
    table.append(counted(count(false), "finding"));
    if (hasNotes()) {
      table.append(", ").append(counted(count(true), "note"));
    }
    return table.append('\n').toString();
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static List<String> row(String template, Finding finding) {
    return List.of(template, finding.code().label(), finding.path(), data(finding), finding.what());
  }

  private static String data(Finding finding) {
    return finding.renderCase().map(RenderCase::data).map(Sample::name).orElse("-");
  }

  private static String line(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size() - 1; column++) {
      int at = column;
      int width = rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
      line.append(row.get(column)).append(" ".repeat(width - row.get(column).length() + 2));
    }
    return line.append(row.get(row.size() - 1)).toString();
  }

  /**
   * Returns the findings as one indented JSON object, as {@code app/docs/check.md} describes it,
   * followed by a line feed.
   */
  public String json() {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("clean", isClean());
    ArrayNode list = root.putArray("templates");
    for (Checked checked : templates) {
      ObjectNode node = list.addObject();
      node.put("template", checked.template());
      ArrayNode findings = node.putArray("findings");
      checked.found().forEach(found -> put(findings.addObject(), found));
    }
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void put(ObjectNode node, Found found) {
    Finding finding = found.finding();
    node.put("code", finding.code().label());
    node.put("level", finding.code().isNote() ? "note" : "fault");
    node.put("meaning", finding.code().meaning());
    node.put("path", finding.path());
    node.put("data", finding.renderCase().map(RenderCase::data).map(Sample::name).orElse(null));
    node.put("what", finding.what());
    node.put("picture", found.picture().orElse(null));
  }
}
