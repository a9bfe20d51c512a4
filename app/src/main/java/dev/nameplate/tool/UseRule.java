package dev.nameplate.tool;

import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.template.Layer;
import dev.nameplate.template.LayerWalk;
import dev.nameplate.template.Template;
import dev.nameplate.template.TextLayer;
import dev.nameplate.template.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every field and every wording is there for something, and the picture has words for the blind.
 */
final class UseRule implements Rule {
  @Override
  public List<Finding> findings(List<Attempt> attempts) {
    Attempt usual = attempts.get(0);
    Template template = usual.template();
    List<Finding> findings = new ArrayList<>();
    Set<String> used = used(template);
    for (String name : template.fields().keySet()) {
      if (!used.contains(name)) {
        String what = "no layer names the field; use it or remove it";
        findings.add(Finding.of(Code.FIELD_UNUSED, "$.fields." + name, usual, what));
      }
    }
    if (template.alt().isEmpty()) {
      String what = "add alt, a wording that says what the picture says";
      findings.add(Finding.of(Code.ALT_MISSING, "$.alt", usual, what));
    }
    unreached(template, attempts)
        .forEach(
            path ->
                findings.add(
                    Finding.of(
                        Code.WORDING_UNREACHED,
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

  private static List<String> unreached(Template template, List<Attempt> attempts) {
    Map<String, Integer> ladders = new TreeMap<>();
    for (LayerWalk.Stop stop : LayerWalk.of(template)) {
      if (stop.layer() instanceof TextLayer text) {
        ladders.merge(stop.path() + ".text", text.wordings().size(), Math::max);
      }
    }
    ladders.put("$.alt", template.alt().size());
    Set<String> reached = new HashSet<>();
    attempts.forEach(attempt -> reach(attempt, reached));
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

  private static void reach(Attempt attempt, Set<String> reached) {
    for (Placed placed : attempt.placed()) {
      if (placed.layer() instanceof PlacedLayer.Text text) {
        reached.add(placed.path() + ".text[" + text.block().wording() + "]");
      }
    }
    alt(attempt).ifPresent(at -> reached.add("$.alt[" + at + "]"));
  }

  private static Optional<Integer> alt(Attempt attempt) {
    List<Wording> ladder = attempt.template().alt();
    for (int at = 0; at < ladder.size(); at++) {
      if (ladder.get(at).needed().stream()
          .allMatch(name -> attempt.fields().value(name).isPresent())) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }
}
