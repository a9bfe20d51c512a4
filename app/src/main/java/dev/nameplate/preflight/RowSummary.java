package dev.nameplate.preflight;

import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.pipeline.Explanation;
import dev.nameplate.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What happened to a row's data, in the few words that stand under its picture.
 *
 * @param fields a line for each field that was not drawn as it came
 * @param texts a line for each text that depends on data: wording, size, whether it was cut
 */
public record RowSummary(List<String> fields, List<Line> texts) {
  public RowSummary {
    fields = List.copyOf(fields);
    texts = List.copyOf(texts);
  }

  /** A line, and whether it is bad news. */
  public record Line(String words, boolean bad) {}

  /** Told from an explanation. */
  public static RowSummary of(Template template, Explanation explanation) {
    List<String> fields = new ArrayList<>();
    explanation.fields().byName().values().stream()
        .flatMap(field -> words(field).stream())
        .forEach(fields::add);
    List<Line> texts = new ArrayList<>();
    for (Explanation.LayerNote note : explanation.layers()) {
      if (!template.layers().get(note.index()).named().isEmpty()) {
        collect("layer " + note.index(), note, texts);
      }
    }
    return new RowSummary(fields, texts);
  }

  /**
   * What differs from another, and what is bad all the same; that there is nothing is a line too.
   */
  public RowSummary besides(RowSummary usual) {
    List<Line> different =
        texts.stream().filter(line -> line.bad() || !usual.texts().contains(line)).toList();
    return fields.isEmpty() && different.isEmpty()
        ? new RowSummary(List.of(), List.of(new Line("as usual", false)))
        : new RowSummary(fields, different);
  }

  private static Optional<String> words(ResolvedField field) {
    if (field.state() == ResolvedField.State.GIVEN) {
      return Optional.empty();
    }
    String reason = field.reason().map(MissingReason::label).orElse("no data is used");
    String drawn =
        field
            .value()
            .map(FieldValue::shown)
            .map(text -> "“" + text + "” is drawn")
            .orElse("left out");
    return Optional.of(field.field().name() + " " + reason + ": " + drawn);
  }

  private static void collect(String name, Explanation.LayerNote note, List<Line> lines) {
    note.text().ifPresent(text -> lines.add(line(name, text)));
    note.children().forEach(part -> collect(name + "." + part.index(), part, lines));
  }

  private static Line line(String name, Explanation.TextNote text) {
    String words =
        String.format(
            Locale.ROOT,
            "%s: wording %d, %s px%s%s",
            name,
            text.wording(),
            number(text.size()),
            text.lines() > 1 ? ", " + text.lines() + " lines" : "",
            text.cut() ? ", cut" : "");
    return new Line(words, text.cut());
  }

  private static String number(double size) {
    return size == Math.rint(size)
        ? String.valueOf((long) size)
        : String.format(Locale.ROOT, "%.1f", size);
  }
}
