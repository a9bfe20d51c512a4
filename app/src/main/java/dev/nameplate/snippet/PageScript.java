package dev.nameplate.snippet;

import dev.nameplate.geometry.Size;
import dev.nameplate.merge.query.RawQuery;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A picture on a landing page whose script takes the values from the page's address.
 *
 * @param spec of the snippet
 * @param names of the page's query parameters, by field
 * @param alt the content of a JavaScript template literal
 */
record PageScript(SnippetSpec spec, Map<String, String> names, String alt) {
  /** The JavaScript expression of a field's value. */
  static String value(String field) {
    return field.matches("[A-Za-z_][A-Za-z0-9_]*") ? "value." + field : "value['" + field + "']";
  }

  /** The HTML of picture and script; without JavaScript the picture is shown without values. */
  String markup() {
    String version = spec.template().version().map(number -> "_v=" + number).orElse("");
    String url = spec.address().of(spec.template().id());
    String still = version.isEmpty() ? url : url + "?" + version;
    Size size = spec.template().size();
    String id = "nameplate-" + spec.template().id().replace('/', '-');
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
      image.src = '%s' + new URLSearchParams(given);
      image.alt = `%s`;
    })();
    </script>\
    """
        .formatted(
            id,
            HtmlEscaper.escaped(still),
            size.width(),
            size.height(),
            DrawnAlt.of(spec.template(), RawQuery.NONE),
            parameters(),
            id,
            url + "?" + (version.isEmpty() ? "" : version + "&"),
            alt);
  }

  private String parameters() {
    return names.entrySet().stream()
        .map(entry -> "    '" + entry.getKey() + "': page.get('" + entry.getValue() + "') ?? '',")
        .collect(Collectors.joining("\n"));
  }
}
