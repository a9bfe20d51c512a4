package dev.nameplate.studio;

import dev.nameplate.preflight.RowSummary;
import dev.nameplate.snippet.ImageUrl;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The contact sheet as a page: complete without script. A script adds the worst rows of a table
 * that somebody pastes; it stays in the browser but for the addresses of the pictures themselves.
 */
public final class SheetPage {
  private SheetPage() {}

  /** A row of the matrix and what was made of it. */
  public record Cell(Sample row, RowSummary happening) {}

  /** The page. */
  public static String of(PageLayout frame, Template template, List<Cell> cells) {
    return frame.scripted(
        template.title() + " \u00b7 contact sheet \u00b7 Nameplate",
        template.id() + " / sheet",
        "sheet.js",
        Html.of(
            """
            %s%s<section><h2>The ugliest data that senders send</h2>
            <div class="cells">
            %s</div></section>
            """,
            head(template), own(template), Html.each(cells, cell -> figure(template, cell))));
  }

  /** The page of a template that takes signed addresses only. */
  public static String signed(PageLayout frame, Template template) {
    return frame.page(
        template.title() + " \u00b7 contact sheet \u00b7 Nameplate",
        template.id() + " / sheet",
        Html.of(
            """
            %s<section class="note faults"><h2>This template takes signed addresses only</h2>
            <p>A key is needed to see its pictures, and this page has none. <code>nameplate sheet %s</code> draws the sheet where the template is.</p></section>
            """,
            head(template), template.id()));
  }

  private static Html head(Template template) {
    return Html.of(
        """
        <div class="title"><h1>%s</h1><a href="/t/%s">Back to the template</a></div>
        <p class="lead">What recipients see where the data is missing, odd, long or foreign, and what became of it.</p>
        """,
        template.title(), template.id());
  }

  /** Where a table is pasted; shown by the script that reads it. */
  private static Html own(Template template) {
    return Html.of(
        """
        <section class="panel own" id="own" hidden data-template="%s" data-picture="%s" data-fields="%s" data-width="%s" data-height="%s">
        <h2>Your own worst 20</h2>
        <label for="csv">Paste a CSV whose first row names the fields. It is read in this page, and nothing is kept.</label>
        <textarea id="csv" rows="5" spellcheck="false" placeholder="%s"></textarea>
        <div class="copy"><button class="button" type="button" id="show">Show the worst</button><span id="told" role="status"></span></div>
        <div class="cells" id="worst"></div></section>
        """,
        template.id(),
        ImageUrl.of(template, "").path(template.id()),
        names(template),
        template.size().width(),
        template.size().height(),
        template.fields().keySet().stream().limit(4).collect(Collectors.joining(",")));
  }

  /** Each field's name and aliases, {@code name,fname;seat}. */
  private static String names(Template template) {
    return template.fields().values().stream()
        .map(SheetPage::names)
        .collect(Collectors.joining(";"));
  }

  private static String names(Field field) {
    return Stream.concat(Stream.of(field.name()), field.aliases().stream())
        .collect(Collectors.joining(","));
  }

  private static Html figure(Template template, Cell cell) {
    String picture = ImageUrl.of(template, "").path(template.id()) + "?" + cell.row().query();
    return Html.of(
        """
        <figure><h3>%s</h3><a href="%s"><img loading="lazy" width="%s" height="%s" alt="With data of the kind: %s" src="%s"></a>
        <figcaption><ul>%s</ul></figcaption></figure>
        """,
        cell.row().name(),
        picture,
        template.size().width(),
        template.size().height(),
        cell.row().name(),
        picture,
        Html.of(
            "%s%s",
            Html.each(cell.happening().fields(), words -> Html.of("<li>%s</li>", words)),
            Html.each(cell.happening().texts(), SheetPage::line)));
  }

  private static Html line(RowSummary.Line line) {
    return line.bad()
        ? Html.of("<li class=\"bad\">%s</li>", line.words())
        : Html.of("<li>%s</li>", line.words());
  }
}
