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
 * How a row's data was read and drawn, in the lines below its picture on a contact sheet.
 *
 * @param fields a line for each field that was not drawn as given
 * @param texts a line for each text that depends on data: wording, size, whether it is cut
 */
public record RowSummary(List<String> fields, List<Line> texts) {
  public RowSummary {
    fields = List.copyOf(fields);
    texts = List.copyOf(texts);
  }

  /**
   * A line of the summary.
   *
   * @param words in English; a text's line may quote the recipient's value
   * @param bad whether it is a warning
   */
  public record Line(String words, boolean bad) {}

  /**
   * Returns the summary of an explanation: only fields that were not drawn as given, and only texts
   * of layers that depend on data.
   *
   * @param template that of the explanation
   */
  public static RowSummary of(Template template, Explanation explanation) {
    List<String> fields = new ArrayList<>();
    explanation.fields().byName().values().stream()
        .flatMap(field -> words(field).stream())
        .forEach(fields::add);
    List<Line> texts = new ArrayList<>();
    for (Explanation.LayerNote note : explanation.layers()) {
      if (!template.layers().get(note.index()).named().isEmpty()) {
        collect(note, texts);
      }
    }
    return new RowSummary(fields, texts);
  }

  /**
   * Returns the lines about fields, the lines about texts that {@code usual} does not have, and
   * every warning; the single line {@code as usual} where there are none of these.
   *
   * @param usual the summary to compare with
   */
  public RowSummary differencesFrom(RowSummary usual) {
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

  private static void collect(Explanation.LayerNote note, List<Line> lines) {
    note.text().ifPresent(text -> lines.add(line(note.name(), text)));
    note.children().forEach(part -> collect(part, lines));
  }

  private static Line line(String name, Explanation.TextNote text) {
    String words =
        String.format(
            Locale.ROOT,
            "%s: %s, %s px%s%s",
            name,
            Ordinal.of(text.wording(), "wording"),
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
