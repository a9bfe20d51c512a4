package dev.nameplate.preflight;

import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.template.LayerWalk;
import dev.nameplate.template.Template;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.TextLayer;
import dev.nameplate.template.wording.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every field and every wording is used, and the picture has an alternative text. */
final class UnusedRule implements Rule {
  @Override
  public List<Finding> findings(List<RenderCase> cases) {
    RenderCase usual = cases.get(0);
    Template template = usual.template();
    List<Finding> findings = new ArrayList<>();
    Set<String> used = used(template);
    for (String name : template.fields().keySet()) {
      if (!used.contains(name)) {
        String what = "no layer names the field; use it or remove it";
        findings.add(Finding.of(FindingCode.FIELD_UNUSED, "$.fields." + name, usual, what));
      }
    }
    if (template.alt().isEmpty()) {
      String what = "add alt, a wording that says what the picture says";
      findings.add(Finding.of(FindingCode.ALT_MISSING, "$.alt", usual, what));
    }
    unreached(template, cases)
        .forEach(
            path ->
                findings.add(
                    Finding.of(
                        FindingCode.WORDING_UNREACHED,
                        path,
                        usual,
                        "no data of the matrix and no sample leads to it; remove it, or add the"
                            + " sample that does")));
    return findings;
  }

  private static Set<String> used(Template template) {
    Set<String> used = new HashSet<>();
    template.layers().stream().map(Layer::named).forEach(used::addAll);
    return used;
  }

  private static List<String> unreached(Template template, List<RenderCase> cases) {
    Map<String, Integer> ladders = new TreeMap<>();
    for (LayerWalk.Stop stop : LayerWalk.of(template)) {
      if (stop.layer() instanceof TextLayer text) {
        ladders.merge(stop.path() + ".text", text.wordings().size(), Math::max);
      }
    }
    ladders.put("$.alt", template.alt().size());
    Set<String> reached = new HashSet<>();
    cases.forEach(renderCase -> reach(renderCase, reached));
    List<String> unreached = new ArrayList<>();
    ladders.forEach(
        (path, wordings) -> {
          for (int at = 0; at < wordings; at++) {
            if (!reached.contains(path + "[" + at + "]")) {
              unreached.add(wordings == 1 ? path : path + "[" + at + "]");
            }
          }
        });
    return unreached;
  }

  private static void reach(RenderCase renderCase, Set<String> reached) {
    for (LocatedLayer locatedLayer : renderCase.locatedLayers()) {
      if (locatedLayer.layer() instanceof PlacedLayer.Text text) {
        reached.add(locatedLayer.path() + ".text[" + text.block().wording() + "]");
      }
    }
    alt(renderCase).ifPresent(at -> reached.add("$.alt[" + at + "]"));
  }

  private static Optional<Integer> alt(RenderCase renderCase) {
    List<Wording> ladder = renderCase.template().alt();
    for (int at = 0; at < ladder.size(); at++) {
      if (ladder.get(at).needed().stream()
          .allMatch(name -> renderCase.fields().value(name).isPresent())) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }
}
