package dev.nameplate.studio;

import dev.nameplate.snippet.EmailPlatform;
import dev.nameplate.snippet.Snippet;
import dev.nameplate.template.field.Field;
import java.util.List;

/** The part of a template's page that holds what to paste. */
final class SnippetPanel {
  private SnippetPanel() {}

  static Html of(TemplateView view) {
    Snippet snippet = view.snippet();
    return Html.of(
        """
        <section class="paste panel" aria-labelledby="paste-head">
        <div class="head"><h2 id="paste-head">Paste it</h2></div>
        <div class="two"><div class="pick">
        <div><label for="esp">Sending tool</label><select id="esp" name="_esp">%s</select></div>
        <div class="maps" id="maps"%s><h3>Tags</h3>
        %s</div>
        <input type="hidden" id="for" name="_for" value="%s" data-tag>
        <button class="button plain" type="submit">Make the snippet</button>
        </div><div class="code">
        <pre id="snippet" data-live tabindex="0" role="region" aria-label="Snippet">%s</pre>
        <div class="copy scripted"><button class="button" type="button" id="copy">Copy</button><span class="copied" id="copied" role="status"></span></div>
        <div id="warnings" data-live>%s</div>
        </div></div></section>
        """,
        Html.each(
            List.of(EmailPlatform.values()),
            tool -> TemplatePage.option(tool.id(), tool.title(), tool == snippet.tool())),
        Html.when(snippet.tool().isLiteral(), new Html(" hidden")),
        Html.each(
            List.copyOf(view.card().template().fields().values()), field -> map(field, snippet)),
        snippet.tool().id(),
        snippet.markup(),
        Html.when(
            !snippet.warnings().isEmpty(),
            Html.of(
                "<div class=\"note\"><ul>%s</ul></div>",
                Html.each(snippet.warnings(), text -> Html.of("<li>%s</li>", text)))));
  }

  private static Html map(Field field, Snippet snippet) {
    return Html.of(
        """
        <div class="map"><label for="t-%s">%s</label><input type="text" id="t-%s" name="_tag.%s" value="%s" data-tag spellcheck="false" placeholder="left out"></div>
        """,
        field.name(),
        field.name(),
        field.name(),
        field.name(),
        snippet.tool().isLiteral() ? "" : snippet.tags().getOrDefault(field.name(), ""));
  }
}
