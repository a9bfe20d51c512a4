package dev.nameplate.studio;

import dev.nameplate.preflight.RowSummary;
import dev.nameplate.snippet.ImageUrl;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the contact sheet of a template shows: complete without script. A script adds the worst rows
 * of a table that somebody pastes; it stays in the browser but for the addresses of the pictures.
 *
 * @param template whose pictures are shown
 * @param signed whether the template takes signed addresses only, so that nothing can be shown
 * @param cells one for each row of the matrix; none where the template is signed
 */
public record SheetView(Template template, boolean signed, List<Cell> cells) {
  private static final int HEADINGS = 4;

  public SheetView {
    cells = List.copyOf(cells);
  }

  /**
   * A row of the matrix and how its values were read.
   *
   * @param row its name and values
   * @param summary how the values were read
   */
  public record Cell(Sample row, RowSummary summary) {}

  /** The path of the picture without data, {@code /i/welcome@2x.png}; without scheme and host. */
  public String picture() {
    return ImageUrl.of(template, "").path(template.id());
  }

  /**
   * The path of the picture with a row's data, {@code /i/welcome@2x.png?name=Maria}; it ends with
   * the question mark where the row has no values.
   *
   * @param cell whose row is drawn
   */
  public String picture(Cell cell) {
    return picture() + "?" + cell.row().query();
  }

  /**
   * The names of all fields for the page's script, {@code name,fname;seat}: fields are separated by
   * semicolons, and a field's aliases follow its name after commas. Empty for a template without
   * fields.
   */
  public String names() {
    return template.fields().values().stream()
        .map(SheetView::names)
        .collect(Collectors.joining(";"));
  }

  /**
   * The names of the fields whose values are addresses of pictures, joined by commas; empty for
   * none.
   */
  public String photos() {
    return template.fields().values().stream()
        .filter(field -> field.kind() == FieldKind.IMAGE)
        .map(Field::name)
        .collect(Collectors.joining(","));
  }

  /**
   * The first row of a table that fits, as an example: the names of the first four fields, or of
   * all where there are fewer, joined by commas. Empty for a template without fields.
   */
  public String heading() {
    return template.fields().keySet().stream().limit(HEADINGS).collect(Collectors.joining(","));
  }

  private static String names(Field field) {
    return Stream.concat(Stream.of(field.name()), field.aliases().stream())
        .collect(Collectors.joining(","));
  }
}
