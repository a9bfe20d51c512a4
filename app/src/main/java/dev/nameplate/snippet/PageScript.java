package dev.nameplate.snippet;

import dev.nameplate.geometry.Size;
import dev.nameplate.merge.query.RawQuery;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A picture on a landing page, filled in from the page's own address.
 *
 * @param names of the page's parameters, by field
 * @param alt the inside of a template literal
 */
record PageScript(SnippetSpec order, Map<String, String> names, String alt) {
  /** How the script calls a field's value. */
  static String value(String field) {
    return field.matches("[A-Za-z_][A-Za-z0-9_]*") ? "value." + field : "value['" + field + "']";
  }

  /** The picture, which shows without the script as well, and the script. */
  String markup() {
    String address = order.address().of(order.template().id());
    Size size = order.template().size();
    String id = "nameplate-" + order.template().id().replace('/', '-');
    return """
    <img id="%s" src="%s" width="%d" height="%d" alt="%s" style="display:block;max-width:100%%;height:auto">
    <script>
    (() => {
      const page = new URLSearchParams(location.search);
      const value = {
    %s
      };
      const given = Object.entries(value).filter(([, text]) => text);
      const image = document.getElementById('%s');
      image.src = '%s?' + new URLSearchParams(given);
      image.alt = `%s`;
    })();
    </script>\
    """
        .formatted(
            id,
            HtmlEscaper.escaped(address),
            size.width(),
            size.height(),
            DrawnAlt.of(order.template(), RawQuery.NONE),
            parameters(),
            id,
            address,
            alt);
  }

  private String parameters() {
    return names.entrySet().stream()
        .map(entry -> "    '" + entry.getKey() + "': page.get('" + entry.getValue() + "') ?? '',")
        .collect(Collectors.joining("\n"));
  }
}
