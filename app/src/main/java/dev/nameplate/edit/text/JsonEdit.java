package dev.nameplate.edit.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes the values of a JSON text and leaves all else as it is written: white space, the form of
 * numbers and escapes, remarks. So a change makes a small difference for version control, and no
 * change makes none.
 */
public final class JsonEdit {
  private final String text;
  private final StringBuilder out = new StringBuilder();

  private JsonEdit(String text) {
    this.text = text;
  }

  /**
   * Returns a text whose value is another one.
   *
   * @param base gives the form of everything that stays, and of new parts beside it
   * @param next the value that the text is to have
   * @return the base's own text where both values say the same
   */
  public static String apply(JsonText base, JsonNode next) {
    JsonEdit edit = new JsonEdit(base.text());
    JsonSpan root = base.span();
    edit.out.append(base.text(), 0, root.start());
    edit.write(root, next);
    return edit.out.append(base.text(), root.end(), base.text().length()).toString();
  }

  /**
   * Returns the text of a new file, in the form of the project's own templates, with a line feed at
   * its end.
   */
  public static String create(JsonNode root) {
    return TextPrinter.file(root);
  }

  private void write(JsonSpan base, JsonNode next) {
    boolean sameKind =
        base.value().isContainerNode() && base.value().getNodeType() == next.getNodeType();
    if (SameValue.test(base.value(), next)) {
      out.append(text, base.start(), base.end());
    } else if (sameKind && !base.parts().isEmpty() && !next.isEmpty()) {
      writeParts(base, PartMatch.of(base, next));
    } else {
      out.append(TextPrinter.value(next, indent(), column()));
    }
  }

  private void writeParts(JsonSpan base, List<PartMatch> parts) {
    List<String> leads = leads(base);
    out.append(text, base.start(), base.start() + 1);
    for (int at = 0; at < parts.size(); at++) {
      PartMatch part = parts.get(at);
      if (at == 0) {
        out.append(leads.get(0));
      } else {
        out.append(',').append(part.base().isPresent() ? lead(part, leads) : fresh(part, leads));
      }
      writePart(base, part);
    }
    JsonSpan.Part last = base.parts().get(base.parts().size() - 1);
    out.append(text, last.end(), base.end());
  }

  private void writePart(JsonSpan base, PartMatch part) {
    if (part.base().isPresent()) {
      JsonSpan.Part old = base.parts().get(part.base().get());
      out.append(text, old.start(), old.span().start());
      write(old.span(), part.value());
    } else if (part.key().isPresent()) {
      out.append(TextPrinter.member(part.key().get(), part.value(), indent(), column()));
    } else {
      out.append(TextPrinter.value(part.value(), indent(), column()));
    }
  }

  /** The white space before each part, without the comma. */
  private List<String> leads(JsonSpan base) {
    List<String> leads = new ArrayList<>();
    int from = base.start() + 1;
    for (JsonSpan.Part part : base.parts()) {
      leads.add(text.substring(from, part.start()).replace(",", ""));
      from = part.end();
    }
    return leads;
  }

  /** The white space before a part that stays, but is not the first one any more. */
  private static String lead(PartMatch part, List<String> leads) {
    int old = part.base().orElseThrow();
    if (old > 0) {
      return leads.get(old);
    }
    return leads.size() > 1 ? leads.get(1) : inner(leads.get(0));
  }

  /** The white space before a new part: a line of its own where its neighbors have one. */
  private String fresh(PartMatch part, List<String> leads) {
    List<String> inner =
        leads.size() > 1 ? leads.subList(1, leads.size()) : List.of(inner(leads.get(0)));
    Optional<String> broken = inner.stream().filter(lead -> lead.indexOf('\n') >= 0).findFirst();
    if (broken.isPresent() && inner.stream().allMatch(lead -> lead.indexOf('\n') >= 0)) {
      return inner.get(inner.size() - 1);
    }
    String line = TextPrinter.line(part.value());
    int length = part.key().map(String::length).orElse(0) + line.length() + 7;
    return column() + length <= TextPrinter.WIDTH
        ? " "
        : broken.orElseGet(() -> "\n" + " ".repeat(indent() + 2));
  }

  private static String inner(String first) {
    return first.indexOf('\n') >= 0 ? first : " ";
  }

  private int column() {
    return out.length() - (out.lastIndexOf("\n") + 1);
  }

  /** The white space at the start of the line that is being written, in characters. */
  private int indent() {
    int start = out.lastIndexOf("\n") + 1;
    int at = start;
    while (at < out.length() && out.charAt(at) == ' ') {
      at++;
    }
    return at - start;
  }
}
