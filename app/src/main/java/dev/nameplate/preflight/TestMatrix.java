package dev.nameplate.preflight;

import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The rows of edge-case data for the preflight and the contact sheet.
 *
 * <p>Each row has the usual values except in the fields that it tests. The usual values are those
 * of the template's first sample, made-up ones where it has none.
 */
public final class TestMatrix {
  private static final int LONG = 60;
  private static final String LONG_WORD =
      "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft".substring(0, LONG);
  private static final String LONG_CODE = "WM8Q0-".repeat(LONG / 6);

  /** Values of name and text fields, by the row's name. */
  private static final Map<String, String> NAMES = names();

  private final Template template;
  private final Map<String, String> usual;

  private TestMatrix(Template template, Map<String, String> usual) {
    this.template = template;
    this.usual = usual;
  }

  /**
   * Returns the rows of the contact sheet: usual, missing, unmerged and empty data, then edge-case
   * names, pictures, choices and numbers, as far as the template has such fields.
   *
   * @param samples the template's own; the first gives the usual values, made-up ones are used
   *     where there is none
   * @return two or more rows; the first has the usual values
   */
  public static List<Sample> of(Template template, List<Sample> samples) {
    return new TestMatrix(template, usual(template, samples)).rows();
  }

  /**
   * Returns the sample that stands for the template where one picture has to: its first one.
   *
   * @param samples the template's own; where there is none, the usual row of {@link #of} is
   *     returned
   */
  public static Sample first(Template template, List<Sample> samples) {
    return samples.isEmpty() ? of(template, samples).get(0) : samples.get(0);
  }

  /**
   * Returns the rows that show what each field does: the template's own samples, then each field
   * missing alone and each field alone, then each choice alone.
   *
   * @param samples the template's own; the first gives the usual values, made-up ones are used
   *     where there is none
   * @return a new list; empty where there are neither samples nor fields
   */
  public static List<Sample> combinations(Template template, List<Sample> samples) {
    Map<String, String> usual = usual(template, samples);
    List<Sample> rows = new ArrayList<>(samples);
    for (String name : template.fields().keySet()) {
      Map<String, String> others = new LinkedHashMap<>(usual);
      others.remove(name);
      rows.add(new Sample("Without " + name, others));
      rows.add(new Sample("Only " + name, Map.of(name, usual.getOrDefault(name, ""))));
    }
    for (Field field : template.fields().values()) {
      for (String option : field.options()) {
        rows.add(new Sample("Only " + option, Map.of(field.name(), option)));
      }
    }
    return rows;
  }

  private List<Sample> rows() {
    List<Sample> rows = new ArrayList<>();
    rows.add(new Sample("Usual", usual));
    rows.add(new Sample("Missing", Map.of()));
    if (!template.fields().isEmpty()) {
      rows.add(all("Unmerged", field -> "*|" + field.name().toUpperCase(Locale.ROOT) + "|*"));
      rows.add(all("Empty", field -> ""));
    }
    if (has(FieldKind.NAME) || has(FieldKind.TEXT)) {
      NAMES.forEach((name, word) -> rows.add(prose(name, word)));
    }
    if (has(FieldKind.IMAGE)) {
      rows.add(where("Broken photo", FieldKind.IMAGE, field -> "no-such-photo.png"));
    }
    choices(rows);
    if (has(FieldKind.NUMBER) || has(FieldKind.MONEY)) {
      rows.add(numbers("Zero", field -> "0"));
      rows.add(numbers("Maximum", TestMatrix::most));
    }
    return rows;
  }

  private void choices(List<Sample> rows) {
    for (Field field : template.fields().values()) {
      for (String option : field.options()) {
        Map<String, String> values = new LinkedHashMap<>(usual);
        values.put(field.name(), option);
        rows.add(new Sample("Choice " + option, values));
      }
    }
  }

  private Sample all(String name, Function<Field, String> value) {
    Map<String, String> values = new LinkedHashMap<>();
    template.fields().values().forEach(field -> values.put(field.name(), value.apply(field)));
    return new Sample(name, values);
  }

  /**
   * The value for names and texts; codes get their greatest length in the row with the longest
   * value.
   */
  private Sample prose(String name, String word) {
    Map<String, String> values = new LinkedHashMap<>(usual);
    for (Field field : template.fields().values()) {
      if (field.kind() == FieldKind.NAME || field.kind() == FieldKind.TEXT) {
        values.put(field.name(), word);
      } else if (field.kind() == FieldKind.CODE && word.equals(LONG_WORD)) {
        values.put(field.name(), code(field));
      }
    }
    return new Sample(name, values);
  }

  private Sample where(String name, FieldKind kind, Function<Field, String> value) {
    Map<String, String> values = new LinkedHashMap<>(usual);
    template.fields().values().stream()
        .filter(field -> field.kind() == kind)
        .forEach(field -> values.put(field.name(), value.apply(field)));
    return new Sample(name, values);
  }

  private Sample numbers(String name, Function<Field, String> value) {
    Map<String, String> values = new LinkedHashMap<>(usual);
    values.putAll(where(name, FieldKind.NUMBER, value).values());
    template.fields().values().stream()
        .filter(field -> field.kind() == FieldKind.MONEY)
        .forEach(field -> values.put(field.name(), value.apply(field)));
    return new Sample(name, values);
  }

  private boolean has(FieldKind kind) {
    return template.fields().values().stream().anyMatch(field -> field.kind() == kind);
  }

  private static String most(Field field) {
    return field.max().map(BigDecimal::toPlainString).orElse("99999.99");
  }

  private static String code(Field field) {
    String code = LONG_CODE.substring(0, Math.min(LONG_CODE.length(), field.maxLength()));
    return code.endsWith("-") ? code.substring(0, code.length() - 1) + "7" : code;
  }

  private static Map<String, String> usual(Template template, List<Sample> samples) {
    Map<String, String> values = new LinkedHashMap<>();
    template.fields().values().forEach(field -> values.put(field.name(), madeUp(template, field)));
    samples.stream().findFirst().ifPresent(sample -> values.putAll(sample.values()));
    return values;
  }

  private static String madeUp(Template template, Field field) {
    return switch (field.kind()) {
      case NAME -> "Maria";
      case TEXT -> "Evening class";
      case NUMBER, MONEY -> field.min().or(field::max).map(BigDecimal::toPlainString).orElse("120");
      case DATE -> "2026-09-30";
      case CHOICE -> field.options().get(0);
      case CODE -> code(field).substring(0, Math.min(8, code(field).length()));
      case URL -> "https://example.com/s/7hq2";
      case PAYLOAD -> payload(field);
      case IMAGE -> template.assets().stream().sorted().findFirst().orElse("");
    };
  }

  /** A network's name and password, as phones read them. */
  private static String payload(Field field) {
    String payload = "WIFI:T:WPA;S:Guests;P:lemon-tree-7;;";
    return payload.substring(0, Math.min(payload.length(), field.maxLength()));
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("One letter", "J");
    names.put("60 letters", LONG_WORD);
    names.put("All caps", "MARGUERITE WINTERBOTTOM");
    names.put("Accents", "Zoë Nguyễn-Åström Żółć");
    names.put("Apostrophes", "Siobhán O’Brien-D'Angelo");
    names.put("Arabic", "عبد الرحمن الحسيني");
    names.put("Hebrew", "שרה בן־דוד");
    names.put("Thai", "ศิริพร วงศ์สุวรรณ");
    names.put("Chinese", "欧阳娜娜");
    names.put("Emoji", "Maria 👩🏽‍🚀🎉");
    names.put("HTML", "<b>Maria</b> &amp; <script>alert(1)</script>");
    return names;
  }
}
