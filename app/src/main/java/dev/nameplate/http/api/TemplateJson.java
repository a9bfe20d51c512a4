package dev.nameplate.http.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.api.TemplateCatalog;
import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes what there is to know of templates. */
final class TemplateJson {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private TemplateJson() {}

  /** The list of templates. */
  static ObjectNode list(List<Template> templates, boolean[] signed) {
    ObjectNode root = ApiJson.object();
    ArrayNode array = root.putArray("templates");
    for (int at = 0; at < templates.size(); at++) {
      head(array.addObject(), templates.get(at), signed[at]);
    }
    return root;
  }

  /** One template with its fields and a schema of {@code layers}. */
  static ObjectNode of(TemplateCatalog.Entry entry, boolean signed) {
    Template template = entry.template();
    ObjectNode root = ApiJson.object();
    head(root, template, signed);
    root.put("published_version", template.version().orElse(null));
    ArrayNode versions = root.putArray("versions");
    entry.versions().forEach(versions::add);
    ArrayNode fields = root.putArray("fields");
    template.fields().values().forEach(field -> field(fields.addObject(), field));
    ObjectNode sample = root.putObject("sample");
    entry.samples().stream()
        .min(Comparator.comparingInt((Sample each) -> -each.values().size()))
        .ifPresent(each -> each.values().forEach(sample::put));
    schema(root.putObject("layers_schema"), template);
    return root;
  }

  private static void head(ObjectNode node, Template template, boolean signed) {
    node.put("id", template.id());
    node.put("title", template.title());
    node.put("version", ApiJson.version(template.digest()));
    node.put("width", template.size().width());
    node.put("height", template.size().height());
    ArrayNode formats = node.putArray("formats");
    Encoders.offered(template.output()).stream().map(Format::ending).forEach(formats::add);
    ArrayNode scales = node.putArray("scales");
    template.output().scales().stream().map(Scale::factor).forEach(scales::add);
    node.put("access", signed ? "signed" : "open");
  }

  private static void field(ObjectNode node, Field field) {
    node.put("name", field.name());
    node.put("kind", field.kind().label());
    node.put("required", field.required());
    node.put("max_length", field.maxLength());
    node.put("fallback", field.fallback().orElse(null));
    ArrayNode aliases = node.putArray("aliases");
    field.aliases().forEach(aliases::add);
    if (field.kind() == FieldKind.CHOICE) {
      ArrayNode options = node.putArray("options");
      field.options().forEach(options::add);
    }
  }

  /** A JSON Schema (2020-12) of what {@code layers} takes as a map. */
  private static void schema(ObjectNode root, Template template) {
    root.put("$schema", DIALECT);
    root.put("type", "object");
    root.put("maxProperties", 200);
    ObjectNode properties = root.putObject("properties");
    for (Field field : template.fields().values()) {
      List<String> names = new ArrayList<>(List.of(field.name()));
      names.addAll(field.aliases());
      for (String name : names) {
        value(properties.putObject(name), field);
        scalar(properties.putObject(name + "_fallback"));
      }
    }
    root.put("additionalProperties", false);
  }

  private static void value(ObjectNode node, Field field) {
    node.put("description", field.kind().label());
    ArrayNode forms = node.putArray("anyOf");
    scalar(forms.addObject());
    ObjectNode object = forms.addObject();
    object.put("type", "object");
    ObjectNode properties = object.putObject("properties");
    scalar(properties.putObject("text"));
    if (field.kind() == FieldKind.IMAGE) {
      scalar(properties.putObject("image_url"));
    }
    object.put("additionalProperties", false);
    if (!field.options().isEmpty()) {
      ArrayNode examples = node.putArray("examples");
      field.options().forEach(examples::add);
    }
  }

  private static void scalar(ObjectNode node) {
    node.putArray("type").add("string").add("number").add("boolean").add("null");
  }
}
