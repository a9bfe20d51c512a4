package dev.nameplate.text.font;

import dev.nameplate.template.LayerWalk;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateCheck;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.font.TemplateFont;
import dev.nameplate.template.font.TemplateFonts;
import dev.nameplate.template.layer.CountdownLayer;
import dev.nameplate.template.layer.ImageLayer;
import dev.nameplate.template.layer.Placeholder;
import dev.nameplate.template.layer.TextLayer;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.template.wording.CountedWording;
import dev.nameplate.template.wording.LineBreaks;
import dev.nameplate.template.wording.SpannedWording;
import dev.nameplate.template.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks that the fonts have every family, weight and character that a template uses.
 *
 * @param fonts the available fonts
 */
public record FontCheck(FontLibrary fonts) implements TemplateCheck {
  @Override
  public List<TemplateFault> faults(Template template) {
    List<TemplateFault> faults = new ArrayList<>();
    String file = template.id() + "/template.json";
    if (!template.isStandardDesign()) {
      checkOwn(file, template.fonts(), faults);
    }
    FontCheck all = new FontCheck(fonts.with(template.fonts()));
    all.checkLayers(file, template, faults);
    return faults;
  }

  private void checkOwn(String file, TemplateFonts own, List<TemplateFault> faults) {
    for (TemplateFont font : own.list()) {
      fonts
          .objection(font)
          .map(
              why ->
                  new TemplateFault(
                      file, "$", font.path() + ", " + why, "a font of a family of its own"))
          .ifPresent(faults::add);
    }
  }

  private void checkLayers(String file, Template template, List<TemplateFault> faults) {
    for (LayerWalk.Stop stop : LayerWalk.of(template)) {
      if (stop.layer() instanceof TextLayer text) {
        String path = stop.path();
        check(file, path, text.style(), faults);
        checkSpans(file, path + ".text", text, faults);
        checkWords(file, path + ".text", text.wordings(), faults);
      } else if (stop.layer() instanceof CountdownLayer countdown) {
        checkCountdown(file, stop.path(), countdown, faults);
      } else if (stop.layer() instanceof ImageLayer image
          && image.placeholder().orElse(null) instanceof Placeholder.Initials
          && !fonts.weights(Placeholder.Initials.FONT).contains(Placeholder.Initials.WEIGHT)) {
        faults.add(
            new TemplateFault(
                file,
                stop.path() + ".default",
                "initials without their font",
                Placeholder.Initials.FONT + " " + Placeholder.Initials.WEIGHT + " in fonts.json"));
      }
    }
  }

  private void checkCountdown(
      String file, String path, CountdownLayer layer, List<TemplateFault> faults) {
    check(file, path, layer.style(), faults);
    if (layer.face() instanceof CountdownLayer.Clock clock) {
      check(file, path + ".labelStyle", clock.labelStyle(), faults);
      clock.labels().values().forEach(label -> checkForms(file, path + ".labels", label, faults));
      checkWords(file, path + ".ended", clock.ended(), faults);
    } else {
      ((CountdownLayer.Words) layer.face())
          .byState()
          .values()
          .forEach(said -> checkForms(file, path + ".text", said, faults));
    }
  }

  private void checkForms(
      String file, String path, CountedWording said, List<TemplateFault> faults) {
    said.forms().values().forEach(ladder -> checkWords(file, path, ladder, faults));
  }

  private void checkWords(
      String file, String path, List<Wording> wordings, List<TemplateFault> faults) {
    for (Wording wording : wordings) {
      boolean drawn =
          wording.literals().stream()
              .map(LineBreaks::asSpaces)
              .allMatch(words -> fonts.drawable(words).equals(Optional.of(words)));
      if (!drawn) {
        String found = "'" + wording.source() + "'";
        faults.add(
            new TemplateFault(file, path, found, "characters that a font in fonts.json has"));
      }
    }
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
      faults.add(weightFault(file, path + ".weight", style.weight(), style.font()));
    }
  }

  private void checkSpans(String file, String path, TextLayer layer, List<TemplateFault> faults) {
    String font = layer.style().font();
    layer.wordings().stream()
        .flatMap(
            wording ->
                wording instanceof SpannedWording spanned
                    ? spanned.spans().stream()
                    : Stream.<SpannedWording.Span>empty())
        .map(span -> span.style().weight())
        .filter(weight -> weight != layer.style().weight())
        .filter(weight -> !fonts.weights(font).contains(weight))
        .distinct()
        .forEach(weight -> faults.add(weightFault(file, path, weight, font)));
  }

  private TemplateFault weightFault(String file, String path, int weight, String font) {
    String allowed = "a weight of " + font + ": " + fonts.weights(font);
    return new TemplateFault(file, path, Integer.toString(weight), allowed);
  }
}
