package dev.nameplate.cli;

import dev.nameplate.access.sign.UrlSpec;
import dev.nameplate.config.SettingsException;
import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Template;
import dev.nameplate.template.fault.NearNames;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.library.TemplateLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks the URL that {@code nameplate url} is to write against the template that it names. */
public final class UrlCheck {
  private static final String JSON = "json";

  private UrlCheck() {}

  /**
   * Checks that the template exists, and that it has the URL's format, scale and fields.
   *
   * @param folder of all templates
   * @return a warning for each field that the template does not declare, which the server ignores;
   *     empty where there is none
   * @throws SettingsException where there is no usable template with that id, or it does not offer
   *     the format or the scale; the message says which
   */
  public static List<String> check(UrlSpec spec, Path folder) {
    TemplateLibrary library = new TemplateLibrary(folder, List.of());
    Template template =
        new TemplateArgument(spec.template(), spec.version())
            .find(library, () -> new SettingsException(unknown(spec.template(), library)));
    List<String> wrong = new ArrayList<>();
    List<String> formats = template.output().endings();
    if (!spec.format().equals(JSON) && !formats.contains(spec.format())) {
      wrong.add("--format is '" + spec.format() + "'; the template offers " + formats);
    }
    if (!template.output().scales().contains(spec.scale())) {
      List<String> scales = template.output().scales().stream().map(Scale::label).toList();
      wrong.add("--scale is '" + spec.scale().label() + "'; the template offers " + scales);
    }
    if (!wrong.isEmpty()) {
      throw new SettingsException(wrong);
    }
    List<String> warnings = new ArrayList<>();
    spec.values().keySet().forEach(name -> checkField("--set", name, template, warnings));
    spec.open().forEach(name -> checkField("--open", name, template, warnings));
    return warnings;
  }

  private static void checkField(
      String option, String name, Template template, List<String> warnings) {
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Field field : template.fields().values()) {
      known.add(field.name());
      known.addAll(field.aliases());
    }
    if (!known.contains(name)) {
      Set<String> names = template.fields().keySet();
      warnings.add(
          "warning: "
              + option
              + " names '"
              + name
              + "', which the template does not use; "
              + near(name, names)
              + "the fields are "
              + names);
    }
  }

  private static List<String> unknown(String id, TemplateLibrary library) {
    List<TemplateFault> faults = library.faults(id);
    if (!faults.isEmpty()) {
      return faults.stream().map(TemplateFault::sentence).toList();
    }
    List<String> ids = library.all().stream().map(Template::id).toList();
    return List.of(
        "no template '" + id + "'; " + near(id, ids) + "there are: " + String.join(", ", ids));
  }

  private static String near(String written, Collection<String> allowed) {
    return NearNames.of(written, allowed).map(name -> "did you mean '" + name + "'? ").orElse("");
  }
}
