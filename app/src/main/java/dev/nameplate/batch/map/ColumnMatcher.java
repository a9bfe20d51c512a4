package dev.nameplate.batch.map;

import dev.nameplate.batch.csv.ListException;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the column for each field of a template by the likeness of headings. */
public final class ColumnMatcher {
  private static final int SHOWN_HEADINGS = 20;

  private final Template template;
  private final List<String> headings;
  private final List<String> plain;
  private final List<String> warnings = new ArrayList<>();

  private ColumnMatcher(Template template, List<String> headings) {
    this.template = template;
    this.headings = headings;
    this.plain = headings.stream().map(Headings::plain).toList();
  }

  /**
   * Finds the columns of a template's fields; a field without a similar heading has none.
   *
   * @param chosen headings by field, as a person chose them; they precede any similarity
   * @param open fields that a sending tool fills in later, which get no column
   * @throws ListException if a chosen field or heading does not exist, or if no field has a column
   *     although not all fields are open
   */
  public static ColumnMap match(
      Template template, List<String> headings, Map<String, String> chosen, List<String> open) {
    return new ColumnMatcher(template, headings).matched(chosen, open);
  }

  /** A heading that may mean a field. */
  private record Candidate(String field, int column, int likeness) {}

  private ColumnMap matched(Map<String, String> chosen, List<String> open) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    chosen.forEach((field, heading) -> columns.put(field(field), column(heading)));
    List<Candidate> candidates = candidates(columns.keySet(), open);
    Set<Integer> taken = new HashSet<>(columns.values());
    for (Candidate candidate : candidates) {
      boolean free = !columns.containsKey(candidate.field()) && !taken.contains(candidate.column());
      if (free) {
        columns.put(candidate.field(), candidate.column());
        taken.add(candidate.column());
        candidates.stream()
            .filter(other -> other.field().equals(candidate.field()))
            .filter(other -> other.likeness() == candidate.likeness())
            .filter(other -> other.column() != candidate.column())
            .findFirst()
            .ifPresent(other -> doubtful(candidate, other));
      }
    }
    boolean needed = template.fields().keySet().stream().anyMatch(name -> !open.contains(name));
    if (columns.isEmpty() && needed) {
      throw none();
    }
    Map<String, Integer> ordered = new LinkedHashMap<>();
    template.fields().keySet().stream()
        .filter(columns::containsKey)
        .forEach(name -> ordered.put(name, columns.getOrDefault(name, 0)));
    return new ColumnMap(ordered, lines(ordered, open), warnings);
  }

  private List<Candidate> candidates(Set<String> chosen, List<String> open) {
    List<Candidate> candidates = new ArrayList<>();
    for (Field field : template.fields().values()) {
      if (chosen.contains(field.name()) || open.contains(field.name())) {
        continue;
      }
      for (int column = 0; column < plain.size(); column++) {
        int likeness = likeness(field, plain.get(column));
        if (likeness > 0) {
          candidates.add(new Candidate(field.name(), column, likeness));
        }
      }
    }
    candidates.sort(
        Comparator.comparingInt(Candidate::likeness)
            .reversed()
            .thenComparingInt(Candidate::column));
    return candidates;
  }

  private int likeness(Field field, String heading) {
    int best = Headings.likeness(heading, Headings.plain(field.name()), Headings.SAME);
    for (String alias : field.aliases()) {
      best = Math.max(best, Headings.likeness(heading, Headings.plain(alias), Headings.ALIAS));
    }
    boolean firstName =
        field.kind() == FieldKind.NAME
            && Headings.plain(field.name()).equals("name")
            && Headings.isFirstName(heading);
    return firstName ? Math.max(best, Headings.NAME_FOR_FIRST_NAME) : best;
  }

  private String field(String name) {
    return template.fields().keySet().stream()
        .filter(field -> field.equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ListException(
                    "no field is called \""
                        + name
                        + "\"; the template has "
                        + String.join(", ", template.fields().keySet()),
                    "columns"));
  }

  /** A heading as it stands, or what it comes to without spaces, case and marks. */
  private int column(String heading) {
    int exact = headings.indexOf(heading.strip());
    int alike = plain.indexOf(Headings.plain(heading));
    if (exact < 0 && (alike < 0 || Headings.plain(heading).isEmpty())) {
      throw new ListException(
          "no column is called \"" + heading + "\"; the list has " + shown(), "columns");
    }
    return exact >= 0 ? exact : alike;
  }

  private void doubtful(Candidate taken, Candidate other) {
    warnings.add(
        taken.field()
            + " could be column "
            + (taken.column() + 1)
            + " or "
            + (other.column() + 1)
            + "; column "
            + (taken.column() + 1)
            + " is taken (--map "
            + taken.field()
            + "=\""
            + headings.get(other.column())
            + "\" takes the other)");
  }

  private ListException none() {
    return new ListException(
        "no column was recognised. The template has the fields "
            + String.join(", ", template.fields().keySet())
            + "; the list has "
            + shown()
            + ". Name the columns with --map "
            + template.fields().keySet().iterator().next()
            + "=\"…\"",
        "columns");
  }

  private String shown() {
    String first =
        headings.stream()
            .limit(SHOWN_HEADINGS)
            .map(heading -> "\"" + heading + "\"")
            .collect(Collectors.joining(", "));
    int more = headings.size() - SHOWN_HEADINGS;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private List<String> lines(Map<String, Integer> columns, List<String> open) {
    List<String> lines = new ArrayList<>();
    for (Field field : template.fields().values()) {
      Optional<Integer> column = Optional.ofNullable(columns.get(field.name()));
      String without =
          open.contains(field.name())
              ? "open, the sending tool fills it in"
              : "no column"
                  + field.fallback().map(text -> ", \"" + text + "\" is drawn").orElse("");
      lines.add(
          field.name()
              + " <- "
              + column
                  .map(at -> "\"" + headings.get(at) + "\" (column " + (at + 1) + ")")
                  .orElse(without));
    }
    return lines;
  }
}
