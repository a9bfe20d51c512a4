package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.field.Field;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks a template's samples: JSON, names of fields, values and instants. */
public final class SampleFaults {
  private static final int MAX_BYTES = 256 * 1024;
  private static final String VALUES =
      "an object of values by field, {\"name\": \"Maria\"}, under each sample's name";

  private final FaultCollector faultCollector;
  private final Set<String> known;
  private final Set<String> shown;

  private SampleFaults(FaultCollector faultCollector, Set<String> known, Set<String> shown) {
    this.faultCollector = faultCollector;
    this.known = known;
    this.shown = shown;
  }

  /**
   * The faults of a template's samples, with paths in {@link Sample#FILE}.
   *
   * @param template whose fields the samples fill
   * @param file the bytes of the file; more than 262,144 are a fault
   * @return empty where there are none
   */
  public static List<TemplateFault> of(Template template, byte[] file) {
    FaultCollector faultCollector = new FaultCollector(template.id() + "/" + Sample.FILE);
    if (file.length > MAX_BYTES) {
      faultCollector.add("$", file.length + " bytes", "at most " + MAX_BYTES);
      return faultCollector.list();
    }
    Set<String> known = new TreeSet<>();
    template.fields().values().forEach(field -> addNames(field, known));
    Set<String> shown = new TreeSet<>(template.fields().keySet());
    shown.add(Sample.AT);
    JsonFile.parse(file, faultCollector)
        .ifPresent(samples -> new SampleFaults(faultCollector, known, shown).check(samples));
    return faultCollector.list();
  }

  /** Parameters match a field's name and aliases ignoring case. */
  private static void addNames(Field field, Set<String> known) {
    known.add(field.name().toLowerCase(Locale.ROOT));
    field.aliases().forEach(alias -> known.add(alias.toLowerCase(Locale.ROOT)));
  }

  private void check(JsonNode samples) {
    if (!samples.isObject()) {
      faultCollector.add(
          "$", samples, "an object of samples by name, {\"Maria\": {\"name\": \"Maria\"}}");
      return;
    }
    for (Map.Entry<String, JsonNode> sample : samples.properties()) {
      String path = "$." + sample.getKey();
      if (sample.getValue().isObject()) {
        sample.getValue().properties().forEach(value -> check(value, path + "." + value.getKey()));
      } else {
        faultCollector.add(path, sample.getValue(), VALUES);
      }
    }
  }

  private void check(Map.Entry<String, JsonNode> value, String path) {
    String key = value.getKey();
    JsonNode node = value.getValue();
    if (key.equals(Sample.AT)) {
      checkInstant(node, path);
    } else if (!known.contains(key.toLowerCase(Locale.ROOT))) {
      faultCollector.add(path, "the field '" + key + "'", FaultCollector.oneOf(key, shown));
    } else if (!node.isTextual() && !node.isNumber()) {
      faultCollector.add(path, node, "a text or a number, as a sender would fill it in");
    }
  }

  private void checkInstant(JsonNode node, String path) {
    try {
      Instant unused = Instant.parse(node.asText());
    } catch (DateTimeException wrong) {
      faultCollector.add(path, node, "an instant, \"2026-11-30T18:00:00Z\"");
    }
  }
}
