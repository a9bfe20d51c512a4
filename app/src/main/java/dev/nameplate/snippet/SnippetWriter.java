package dev.nameplate.snippet;

import dev.nameplate.merge.query.QueryWriter;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes snippets: an image whose URL and alternative text contain merge tags. */
public final class SnippetWriter {
  private static final int MAX_URL_LENGTH = 1_000;

  /**
   * The parameter of a published version. It comes first, since a value that a platform cannot
   * encode may cut off what follows it.
   */
  private static final String VERSION = "_v";

  private final SnippetSpec spec;
  private final List<String> warnings = new ArrayList<>();

  private SnippetWriter(SnippetSpec spec) {
    this.spec = spec;
  }

  /**
   * The snippet of a specification. Input that may not work, such as a name that the platform does
   * not take or a required field that nothing fills, is no exception but a warning of the snippet.
   *
   * @param spec what is shown, and what fills its fields
   * @return the snippet, whose tags are in the order of the template's fields
   */
  public static Snippet write(SnippetSpec spec) {
    return new SnippetWriter(spec).written();
  }

  private Snippet written() {
    warnOfSignature();
    Map<String, String> names = names();
    String address = address(names);
    AltText.Written alt = alt(names);
    warn(names, address, alt);
    String markup =
        spec.tool() == EmailPlatform.JAVASCRIPT
            ? new PageScript(spec, names, alt.text()).markup()
            : image(address, alt.text());
    return new Snippet(spec.tool(), markup, address, alt.text(), names, warnings);
  }

  /** The names of the tags by field, in the template's order. */
  private Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (Field field : spec.template().fields().values()) {
      String typed =
          Optional.ofNullable(spec.tags().get(field.name()))
              .orElseGet(() -> spec.tool().suggestion(field));
      if (!typed.isBlank()) {
        name(field, typed).ifPresent(name -> names.put(field.name(), name));
      }
    }
    return names;
  }

  private Optional<String> name(Field field, String typed) {
    if (spec.tool().isLiteral()) {
      return Optional.of(typed.strip());
    }
    Optional<String> name = spec.tool().nameIn(typed);
    if (name.isEmpty()) {
      warnings.add(
          "What fills '"
              + field.name()
              + "' can be no tag of "
              + spec.tool().title()
              + ": letters, digits, spaces and _ . : - may stand in one. It is left out.");
    }
    return name;
  }

  private String address(Map<String, String> names) {
    String text = query(names).text();
    return spec.address().of(spec.template().id()) + (text.isEmpty() ? "" : "?" + text);
  }

  private RawQuery query(Map<String, String> names) {
    QueryWriter query = new QueryWriter();
    spec.template().version().ifPresent(number -> query.text(VERSION, "" + number));
    if (spec.tool() != EmailPlatform.JAVASCRIPT) {
      names.forEach(
          (field, name) -> {
            if (spec.tool().isLiteral()) {
              query.text(field, name);
            } else {
              query.raw(field, spec.tool().syntax().inAddress(spec.tool().reference(name)));
            }
          });
    }
    return query.query();
  }

  private AltText.Written alt(Map<String, String> names) {
    if (spec.tool().isLiteral()) {
      return new AltText.Written(DrawnAlt.of(spec.template(), query(names)), false, false);
    }
    AltTextSyntax syntax =
        spec.tool() == EmailPlatform.JAVASCRIPT ? new ScriptAlt() : new TagAlt(spec.tool(), names);
    return AltText.of(spec.template(), names.keySet(), syntax);
  }

  private String image(String address, String alt) {
    Template template = spec.template();
    return "<img src=\""
        + addressAttribute(address)
        + "\" width=\""
        + template.size().width()
        + "\" height=\""
        + template.size().height()
        + "\" alt=\""
        + alt
        + "\" style=\"display:block;max-width:100%;height:auto\">";
  }

  /**
   * A URL as the value of an attribute: {@code &} and {@code "} as character references, as HTML
   * requires; tags contain no {@code &}.
   */
  private static String addressAttribute(String address) {
    return address.replace("&", "&amp;").replace("\"", "&quot;");
  }

  private void warn(Map<String, String> names, String address, AltText.Written alt) {
    if (address.length() > MAX_URL_LENGTH) {
      warnings.add(
          "The address has "
              + address.length()
              + " characters before any value is in it; some mail programs cut addresses at "
              + MAX_URL_LENGTH
              + ".");
    }
    for (Field field : spec.template().fields().values()) {
      if (field.required() && !names.containsKey(field.name())) {
        warnings.add(
            "Nothing fills '"
                + field.name()
                + "', which this template requires: every picture will be the standard one.");
      }
    }
    boolean tags = !names.isEmpty() && !spec.tool().isLiteral();
    if (tags && spec.tool().syntax().encoded().isEmpty()) {
      warnings.add(
          spec.tool().title()
              + " cannot encode a value for an address: a # or & in one cuts off what follows,"
              + " and a + becomes a space. Most names are safe; companies and products often are"
              + " not.");
    }
    if (spec.address().isLocal()) {
      warnings.add(
          "The address is this machine's own, "
              + spec.address().base()
              + ", which no recipient can reach: put your server's address in its place.");
    }
    warnOfAlt(alt);
  }

  private void warnOfAlt(AltText.Written alt) {
    if (alt.assumesValues()) {
      warnings.add(
          "For a recipient who lacks a value the alternative text has a gap: give its tags a"
              + " default in "
              + spec.tool().title()
              + ".");
    }
    if (alt.filtered()) {
      warnings.add(
          "A wording of the alternative text changes a value, which tags cannot do; the next"
              + " wording stands in its place.");
    }
  }

  private void warnOfSignature() {
    if (spec.signed()) {
      warnings.add(
          "This template takes signed addresses only. Make one where the key is, with: nameplate"
              + " url "
              + spec.template().id()
              + spec.template().version().map(number -> "@" + number).orElse("")
              + " --scale "
              + spec.address().scale().label()
              + " --format "
              + spec.address().format()
              + spec.template().fields().keySet().stream()
                  .map(field -> " --open " + field)
                  .reduce("", String::concat)
              + " --base "
              + spec.address().base()
              + " \u2014 and put what it prints in the place of the address, before the tags.");
    }
  }
}
