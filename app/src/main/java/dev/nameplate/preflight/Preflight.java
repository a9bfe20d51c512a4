package dev.nameplate.preflight;

import dev.nameplate.geometry.Scale;
import dev.nameplate.pipeline.FormatCount;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.template.Format;
import dev.nameplate.template.FormatBytes;
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

/** Tries a template with the test matrix and reports what is wrong. */
public final class Preflight {
  private final OfflineRenderer offlineRenderer;
  private final List<Rule> rules;

  /**
   * @param offlineRenderer draws the cases
   */
  public Preflight(OfflineRenderer offlineRenderer) {
    this.offlineRenderer = offlineRenderer;
    this.rules =
        List.of(
            new FittingRule(),
            new ContrastRule(offlineRenderer),
            new ScanRule(offlineRenderer),
            new UnusedRule(),
            new DrawingRule(offlineRenderer),
            new AssetRule(offlineRenderer));
  }

  /**
   * Returns the faults of a template, the worst of each code and path, sorted by code and path;
   * empty where nothing is wrong. Renders pictures on the calling thread, which takes a while.
   *
   * @param samples the template's own; may be empty, then made-up values are used
   */
  public List<Finding> findings(Template template, List<Sample> samples) {
    List<Sample> rows = new ArrayList<>(TestMatrix.of(template, samples));
    rows.addAll(TestMatrix.combinations(template, samples));
    return worst(rules, different(template, rows));
  }

  /**
   * Returns the faults that one row's picture shows: text that is cut or too small, fallbacks that
   * do not fit, low contrast, codes that cannot be scanned. They are among {@link #findings} where
   * the row is one of its rows, unless another row shows a worse one of the same code and path.
   *
   * @param row as a sender would fill it in
   */
  public List<Finding> findings(Template template, Sample row) {
    return worst(
        List.of(
            new FittingRule(), new ContrastRule(offlineRenderer), new ScanRule(offlineRenderer)),
        List.of(offlineRenderer.renderCase(template, row)));
  }

  /**
   * Returns those of {@link #findings(Template, Sample)} that show without painting: text that is
   * cut or too small, and fallbacks that do not fit.
   */
  public List<Finding> layoutFindings(Template template, Sample row) {
    return worst(List.of(new FittingRule()), List.of(offlineRenderer.renderCase(template, row)));
  }

  /**
   * Returns what the author may want to know although it is no fault: which format to paste, where
   * that is not PNG.
   *
   * @param samples as {@link #formatBytes} has them
   * @return findings whose codes are notes; may be empty
   */
  public List<Finding> notes(Template template, List<Sample> samples) {
    FormatBytes bytes = formatBytes(template, samples);
    return bytes.differsFromUsual()
        ? List.of(
            Finding.of(
                FindingCode.FORMAT_CHOICE,
                "$.formats",
                first(template, samples),
                bytes.choice().reason()))
        : List.of();
  }

  /**
   * Returns the bytes of the first sample's picture in every format. Renders it on the calling
   * thread; remote images are not fetched.
   *
   * @param samples the template's own; may be empty, then made-up values are used
   */
  public FormatBytes formatBytes(Template template, List<Sample> samples) {
    RenderCase first = first(template, samples);
    return FormatCount.of(offlineRenderer.pipeline(), template, first.fields(), first.data().at());
  }

  private RenderCase first(Template template, List<Sample> samples) {
    return offlineRenderer.renderCase(template, TestMatrix.first(template, samples));
  }

  private static List<Finding> worst(List<Rule> rules, List<RenderCase> cases) {
    Map<String, Finding> worst = new TreeMap<>();
    for (Rule rule : rules) {
      for (Finding finding : rule.findings(cases)) {
        worst.merge(
            finding.name(), finding, (one, other) -> other.weight() > one.weight() ? other : one);
      }
    }
    return worst.values().stream()
        .sorted(Comparator.comparing(Finding::code).thenComparing(Finding::path))
        .toList();
  }

  /** The first of all rows that give the same picture. */
  private List<RenderCase> different(Template template, List<Sample> rows) {
    Map<RenderKey, RenderCase> cases = new LinkedHashMap<>();
    for (Sample row : rows) {
      RenderCase renderCase = offlineRenderer.renderCase(template, row);
      RenderKey key =
          offlineRenderer.pipeline().key(template, renderCase.fields(), Scale.ONE, Format.PNG);
      cases.putIfAbsent(key, renderCase);
    }
    return List.copyOf(cases.values());
  }

  /** Returns the finding for a fault of a template that does not load. */
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
