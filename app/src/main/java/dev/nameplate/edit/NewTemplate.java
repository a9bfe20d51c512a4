package dev.nameplate.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.text.Normalizer2;
import dev.nameplate.geometry.Size;
import dev.nameplate.template.TemplateId;
import java.util.Locale;

/** What a new template is called and begins with. */
public final class NewTemplate {
  /** The longest id of a new template, in characters; longer ones make long URLs. */
  public static final int MAX_ID = 100;

  /** The longest name of a new template, in characters. */
  public static final int MAX_NAME = 200;

  private NewTemplate() {}

  /**
   * Returns the text of an id made from a name: Latin letters without their accents and digits, in
   * lower case, all else as hyphens; {@code template} for a name without such letters. It may be
   * taken or reserved.
   */
  public static String idOf(String name) {
    String plain =
        Normalizer2.getNFKDInstance()
            .normalize(name.replace("ß", "ss").replace("ø", "o").replace("Ø", "O"))
            .replaceAll("[\\u0300-\\u036f]", "")
            .toLowerCase(Locale.ROOT);
    String id = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String cut = id.substring(0, Math.min(id.length(), MAX_ID / 2)).replaceAll("-+$", "");
    return cut.isEmpty() ? "template" : cut;
  }

  /** Returns an empty template. */
  public static ObjectNode blank(TemplateId id, String name, Size size) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", schema(id));
    root.put("title", name);
    root.put("width", size.width());
    root.put("height", size.height());
    root.put("background", "#ffffff");
    root.putObject("fields");
    root.putArray("layers");
    return root;
  }

  /**
   * Returns a copy of a template under another name.
   *
   * @param template a JSON object; not changed
   */
  public static ObjectNode copy(TemplateId id, String name, JsonNode template) {
    ObjectNode root = template.deepCopy();
    if (root.has("$schema")) {
      root.put("$schema", schema(id));
    }
    root.put("title", name);
    return root;
  }

  private static String schema(TemplateId id) {
    return "../".repeat(id.text().split("/", -1).length) + "template.schema.json";
  }
}
