package dev.nameplate.text;

import dev.nameplate.template.Layer;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateCheck;
import dev.nameplate.template.TemplateFault;
import dev.nameplate.template.TextLayer;
import dev.nameplate.template.TextStyle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Templates may only name families and weights that there are. */
public record FontCheck(FontLibrary fonts) implements TemplateCheck {
  @Override
  public List<TemplateFault> faults(Template template, Path folder) {
    List<TemplateFault> faults = new ArrayList<>();
    for (int index = 0; index < template.layers().size(); index++) {
      Layer layer = template.layers().get(index);
      if (layer instanceof TextLayer text) {
        check(template.id() + "/template.json", "$.layers[" + index + "]", text.style(), faults);
      }
    }
    return faults;
  }

  private void check(String file, String path, TextStyle style, List<TemplateFault> faults) {
    List<Integer> weights = fonts.weights(style.font());
    if (weights.isEmpty()) {
      faults.add(
          new TemplateFault(
              file,
              path + ".font",
              "'" + style.font() + "'",
              "one of " + String.join(", ", new TreeSet<>(fonts.families()))));
    } else if (!weights.contains(style.weight())) {
      faults.add(
          new TemplateFault(
              file,
              path + ".weight",
              Integer.toString(style.weight()),
              "a weight of " + style.font() + ": " + weights));
    }
  }
}
