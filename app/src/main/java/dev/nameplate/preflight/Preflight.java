package dev.nameplate.preflight;

import dev.nameplate.geometry.Scale;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.fault.TemplateFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts a template through the matrix and tells what is wrong with it. */
public final class Preflight {
  private final OfflineRenderer bench;
  private final List<Rule> rules;

  public Preflight(OfflineRenderer bench) {
    this.bench = bench;
    this.rules =
        List.of(
            new FittingRule(),
            new ContrastRule(bench),
            new ScanRule(bench),
            new UnusedRule(),
            new DrawingRule(bench),
            new AssetRule(bench));
  }

  /**
   * What is wrong with a template: of each code and place the worst, by code and place.
   *
   * @param samples the template's own
   */
  public List<Finding> findings(Template template, List<Sample> samples) {
    List<Sample> rows = new ArrayList<>(TestMatrix.of(template, samples));
    rows.addAll(TestMatrix.combinations(template, samples));
    List<RenderCase> attempts = different(template, rows);
    Map<String, Finding> worst = new TreeMap<>();
    for (Rule rule : rules) {
      for (Finding finding : rule.findings(attempts)) {
        worst.merge(
            finding.name(), finding, (one, other) -> other.weight() > one.weight() ? other : one);
      }
    }
    return worst.values().stream()
        .sorted(Comparator.comparing(Finding::code).thenComparing(Finding::path))
        .toList();
  }

  /** Of rows that lead to the same picture the first alone. */
  private List<RenderCase> different(Template template, List<Sample> rows) {
    Map<RenderKey, RenderCase> attempts = new LinkedHashMap<>();
    for (Sample row : rows) {
      RenderCase renderCase = bench.attempt(template, row);
      RenderKey key = bench.pipeline().key(template, renderCase.fields(), Scale.ONE, Format.PNG);
      attempts.putIfAbsent(key, renderCase);
    }
    return List.copyOf(attempts.values());
  }

  /** The finding that a template's fault is. */
  public static Finding of(TemplateFault fault) {
    return new Finding(
        FindingCode.TEMPLATE_FAULTY,
        fault.path(),
        Optional.empty(),
        "found " + fault.found() + "; allowed: " + fault.allowed(),
        Optional.empty(),
        0);
  }
}
