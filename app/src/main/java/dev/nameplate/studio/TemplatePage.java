package dev.nameplate.studio;

import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.util.List;

/** The page of a template: the picture, what goes into it, and what to paste. */
public final class TemplatePage {
  private TemplatePage() {}

  /** The page. */
  public static String of(PageLayout frame, TemplateView view) {
    Template template = view.card().template();
    Html main =
        Html.of(
            """
            <div class="title"><h1>%s</h1><a href="/t/%s/sheet">See it with the ugliest data</a></div>
            %s%s<form id="studio" class="bench" action="/t/%s" method="get" autocomplete="off">
            %s%s%s</form>
            """,
            template.title(),
            template.id(),
            GalleryPage.faults(view.card().faults()),
            Html.when(view.card().signed(), signed()),
            template.id(),
            Html.when(!view.card().signed(), preview(view)),
            Html.when(!view.card().signed(), fields(view)),
            SnippetPanel.of(view));
    String title = template.title() + " \u00b7 Nameplate";
    return view.card().signed()
        ? frame.page(title, template.id(), main)
        : frame.scripted(title, template.id(), "studio.js", main);
  }

  private static Html signed() {
    return Html.of(
        """
        <section class="note faults"><h2>This template takes signed addresses only</h2>
        <p>A key is needed to see its pictures. This page has none and signs nothing: make an address with <code>nameplate url</code> where the key is.</p></section>
        """);
  }

  private static Html preview(TemplateView view) {
    Template template = view.card().template();
    return Html.of(
        """
        <section class="see panel" aria-label="Picture">
        <div class="bar"><fieldset class="segments"><legend class="sr">Shown as in</legend>
        <input type="radio" name="_view" id="view-desktop" value="desktop" checked><label for="view-desktop">Desktop</label>
        <input type="radio" name="_view" id="view-phone" value="phone"><label for="view-phone">Phone</label>
        <input type="radio" name="_view" id="view-dark" value="dark"><label for="view-dark">Dark mail</label></fieldset>
        <div class="small"><label>Scale <select name="_scale">%s</select></label>
        <label>Format <select name="_format">%s</select></label></div></div>
        <div class="stage"><div class="mail"><img id="picture" src="%s" width="%s" height="%s" alt="%s"></div></div>
        <p class="facts" id="facts" role="status">%s × %s px at 1x</p>
        <div class="told"><dl>
        <dt>Text for it</dt><dd id="alt" data-live>%s</dd>
        <dt>Address</dt><dd><a id="address" data-live href="%s"><code>%s</code></a></dd>
        <dt>Why so</dt><dd><a id="explained" data-live href="%s">What was made of each field and layer</a></dd>
        </dl><div id="notes" data-live>%s</div></div>
        </section>
        """,
        scales(view),
        Html.each(
            template.output().endings(),
            format -> option(format, format, format.equals(view.address().format()))),
        view.picture(),
        template.size().width(),
        template.size().height(),
        view.alt().orElse(template.title()),
        template.size().width(),
        template.size().height(),
        view.alt().orElse("none in this template"),
        view.picture(),
        view.picture(),
        view.explanation(),
        Html.each(view.warnings(), text -> Html.of("<p class=\"note\">%s</p>", text)));
  }

  private static Html scales(TemplateView view) {
    return Html.each(
        view.card().template().output().scales(),
        scale -> option(scale.label(), scale.label() + "x", scale.equals(view.address().scale())));
  }

  private static Html fields(TemplateView view) {
    Template template = view.card().template();
    return Html.of(
        """
        <section class="panel" aria-labelledby="fields-head">
        <div class="head"><h2 id="fields-head">Fields</h2></div>
        %s<div class="fields">
        %s<button class="button plain" type="submit">Show the picture</button></div>
        </section>
        """,
        tries(view),
        Html.each(List.copyOf(template.fields().values()), field -> FieldInput.of(field, view)));
  }

  private static Html tries(TemplateView view) {
    List<Sample> samples = view.card().samples();
    return Html.when(
        !samples.isEmpty(),
        Html.of(
            "<nav class=\"tries\" aria-label=\"Values to try\">%s</nav>\n",
            Html.each(
                samples,
                sample ->
                    Html.of(
                        "<a href=\"/t/%s?%s\">%s</a>",
                        view.card().template().id(), sample.query(), sample.name()))));
  }

  /** A choice in a list. */
  static Html option(String value, String text, boolean chosen) {
    return Html.of(
        "<option value=\"%s\"%s>%s</option>",
        value, Html.when(chosen, new Html(" selected")), text);
  }
}
