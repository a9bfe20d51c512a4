package dev.nameplate.studio;

import dev.nameplate.geometry.Scale;
import dev.nameplate.snippet.ImageUrl;
import dev.nameplate.template.Template;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.field.Field;
import java.util.List;
import java.util.stream.Collectors;

/** The first page: every template with a live picture. */
public final class GalleryPage {
  private GalleryPage() {}

  /**
   * The page.
   *
   * @param faults of all templates, those that cannot be shown among them
   */
  public static String of(PageLayout frame, List<TemplateCard> cards, List<TemplateFault> faults) {
    return frame.page(
        "Nameplate: templates",
        "",
        Html.of(
            """
            <h1>Templates</h1>
            <p class="lead">Each picture below is drawn as you look at it. Open one, put your own name in, and copy what your sending tool needs.</p>
            %s<ul class="gallery">
            %s</ul>
            %s\
            """,
            faults(faults),
            Html.each(cards, GalleryPage::card),
            Html.when(
                cards.isEmpty(),
                Html.of("<p class=\"lead\">There is no template yet that can be shown.</p>\n"))));
  }

  /**
   * The page in place of a template's that is not there.
   *
   * @param faults of its files, where it only cannot be read
   */
  public static String missing(PageLayout frame, List<TemplateFault> faults) {
    return frame.page(
        "No such template \u00b7 Nameplate",
        "",
        Html.of(
            """
            <h1>%s</h1>
            <p class="lead">%s <a href="/">All templates</a></p>
            %s\
            """,
            faults.isEmpty() ? "There is no such template" : "This template cannot be read",
            faults.isEmpty()
                ? "Perhaps it has another name now."
                : "Its last version without faults is gone.",
            faults(faults)));
  }

  /** What is wrong with templates' files; nothing where nothing is. */
  static Html faults(List<TemplateFault> faults) {
    return Html.when(
        !faults.isEmpty(),
        Html.of(
            "<section class=\"note bad faults\"><h2>Faults in template files</h2><ul>%s</ul>"
                + "</section>\n",
            Html.each(faults, fault -> Html.of("<li>%s</li>", fault.sentence()))));
  }

  private static Html card(TemplateCard card) {
    Template template = card.template();
    return Html.of(
        """
        <li class="card"><div class="window">%s</div>
        <div class="words"><h2><a href="/t/%s">%s</a></h2>
        <p class="meta"><code>%s</code> · %s × %s px<br>%s · %s</p>%s
        <ul class="chips" aria-label="Fields">%s</ul></div></li>
        """,
        window(card),
        template.id(),
        template.title(),
        template.id(),
        template.size().width(),
        template.size().height(),
        String.join(", ", template.output().endings()),
        scales(template),
        Html.when(
            !card.faults().isEmpty(),
            Html.of(
                "<p class=\"note bad\">An edit has faults; this is the version before it.</p>")),
        Html.each(List.copyOf(template.fields().values()), GalleryPage::chip));
  }

  private static String scales(Template template) {
    return template.output().scales().stream()
        .map(Scale::label)
        .map(label -> label + "x")
        .collect(Collectors.joining(" "));
  }

  private static Html chip(Field field) {
    return Html.of("<li><b>%s</b> %s</li>", field.name(), field.kind().label());
  }

  private static Html window(TemplateCard card) {
    Template template = card.template();
    if (card.signed()) {
      return Html.of(
          "<p class=\"locked\">%sSigned addresses only:<br>a key is needed to see it.</p>", LOCK);
    }
    return Html.of(
        "<img loading=\"lazy\" width=\"%s\" height=\"%s\" alt=\"\" src=\"%s%s\">",
        template.size().width(),
        template.size().height(),
        ImageUrl.small(template).path(template.id()),
        card.example());
  }

  /** A padlock. */
  static final Html LOCK =
      new Html(
          "<svg width=\"28\" height=\"32\" viewBox=\"0 0 28 32\" fill=\"none\""
              + " stroke=\"currentColor\" stroke-width=\"2.4\" aria-hidden=\"true\">"
              + "<rect x=\"3\" y=\"13\" width=\"22\" height=\"16\" rx=\"4\"/>"
              + "<path d=\"M8 13V9a6 6 0 0 1 12 0v4\"/></svg>");
}
