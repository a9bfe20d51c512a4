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

/** Writes what is pasted into a sending tool: a picture whose address and text hold its tags. */
public final class SnippetWriter {
  private static final int LONG_ADDRESS = 1_000;

  private final SnippetSpec order;
  private final List<String> warnings = new ArrayList<>();

  private SnippetWriter(SnippetSpec order) {
    this.order = order;
  }

  /** The snippet that was asked for. */
  public static Snippet write(SnippetSpec order) {
    return new SnippetWriter(order).written();
  }

  private Snippet written() {
    warnOfSignature();
    Map<String, String> names = names();
    String address = address(names);
    AltText.Written alt = alt(names);
    warn(names, address, alt);
    String markup =
        order.tool() == EmailPlatform.JAVASCRIPT
            ? new PageScript(order, names, alt.text()).markup()
            : image(address, alt.text());
    return new Snippet(order.tool(), markup, address, alt.text(), names, warnings);
  }

  /** The names of the tags by field, in the template's order. */
  private Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (Field field : order.template().fields().values()) {
      String typed =
          Optional.ofNullable(order.tags().get(field.name()))
              .orElseGet(() -> order.tool().suggestion(field));
      if (!typed.isBlank()) {
        name(field, typed).ifPresent(name -> names.put(field.name(), name));
      }
    }
    return names;
  }

  private Optional<String> name(Field field, String typed) {
    if (order.tool().isLiteral()) {
      return Optional.of(typed.strip());
    }
    Optional<String> name = order.tool().nameIn(typed);
    if (name.isEmpty()) {
      warnings.add(
          "What fills '"
              + field.name()
              + "' can be no tag of "
              + order.tool().title()
              + ": letters, digits, spaces and _ . : - may stand in one. It is left out.");
    }
    return name;
  }

  private String address(Map<String, String> names) {
    String text = query(names).text();
    return order.address().of(order.template().id()) + (text.isEmpty() ? "" : "?" + text);
  }

  private RawQuery query(Map<String, String> names) {
    QueryWriter query = new QueryWriter();
    if (order.tool() != EmailPlatform.JAVASCRIPT) {
      names.forEach(
          (field, name) -> {
            if (order.tool().isLiteral()) {
              query.text(field, name);
            } else {
              query.raw(field, order.tool().syntax().inAddress(order.tool().reference(name)));
            }
          });
    }
    return query.query();
  }

  private AltText.Written alt(Map<String, String> names) {
    if (order.tool().isLiteral()) {
      return new AltText.Written(DrawnAlt.of(order.template(), query(names)), false, false);
    }
    AltTextSyntax language =
        order.tool() == EmailPlatform.JAVASCRIPT
            ? new ScriptAlt()
            : new TagAlt(order.tool(), names);
    return AltText.of(order.template(), names.keySet(), language);
  }

  private String image(String address, String alt) {
    Template template = order.template();
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
   * An address in an attribute. Between two parameters stands an escaped ampersand, as HTML has it;
   * within tags there is none.
   */
  private static String addressAttribute(String address) {
    return address.replace("&", "&amp;").replace("\"", "&quot;");
  }

  private void warn(Map<String, String> names, String address, AltText.Written alt) {
    if (address.length() > LONG_ADDRESS) {
      warnings.add(
          "The address has "
              + address.length()
              + " characters before any value is in it; some mail programs cut addresses at "
              + LONG_ADDRESS
              + ".");
    }
    for (Field field : order.template().fields().values()) {
      if (field.required() && !names.containsKey(field.name())) {
        warnings.add(
            "Nothing fills '"
                + field.name()
                + "', which this template requires: every picture will be the standard one.");
      }
    }
    boolean tags = !names.isEmpty() && !order.tool().isLiteral();
    if (tags && order.tool().syntax().encoded().isEmpty()) {
      warnings.add(
          order.tool().title()
              + " cannot encode a value for an address: a # or & in one cuts off what follows,"
              + " and a + becomes a space. Most names are safe; companies and products often are"
              + " not.");
    }
    if (order.address().isLocal()) {
      warnings.add(
          "The address is this machine's own, "
              + order.address().base()
              + ", which no recipient can reach: put your server's address in its place.");
    }
    warnOfAlt(alt);
  }

  private void warnOfAlt(AltText.Written alt) {
    if (alt.blind()) {
      warnings.add(
          "For a recipient who lacks a value the alternative text has a gap: give its tags a preset"
              + " in "
              + order.tool().title()
              + ".");
    }
    if (alt.filtered()) {
      warnings.add(
          "A wording of the alternative text changes a value, which tags cannot do; the next"
              + " wording stands in its place.");
    }
  }

  private void warnOfSignature() {
    if (order.signed()) {
      warnings.add(
          "This template takes signed addresses only. Make one where the key is, with: nameplate"
              + " url "
              + order.template().id()
              + " --scale "
              + order.address().scale().label()
              + " --format "
              + order.address().format()
              + order.template().fields().keySet().stream()
                  .map(field -> " --open " + field)
                  .reduce("", String::concat)
              + " --base "
              + order.address().base()
              + " \u2014 and put what it prints in the place of the address, before the tags.");
    }
  }
}
