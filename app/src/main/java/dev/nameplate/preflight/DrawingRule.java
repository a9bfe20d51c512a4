package dev.nameplate.preflight;

import dev.nameplate.geometry.Scale;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every layer can be drawn, and the picture at 2x is within its budget of bytes. */
final class DrawingRule implements Rule {
  /** The largest picture at 2x where the template does not set {@code maxBytes}, in bytes. */
  private static final int DEFAULT_BUDGET = 500_000;

  /** The first cases, usual data and none, are drawn in every format; the others in one. */
  private static final int CASES_IN_ALL_FORMATS = 2;

  private final OfflineRenderer offlineRenderer;

  DrawingRule(OfflineRenderer offlineRenderer) {
    this.offlineRenderer = offlineRenderer;
  }

  @Override
  public List<Finding> findings(List<RenderCase> cases) {
    List<Finding> findings = new ArrayList<>();
    for (int at = 0; at < cases.size(); at++) {
      RenderCase renderCase = cases.get(at);
      List<Format> offered = offered(renderCase.template());
      List<Format> formats = at < CASES_IN_ALL_FORMATS ? offered : offered.subList(0, 1);
      formats.forEach(format -> check(renderCase, format, findings));
    }
    return findings;
  }

  private static List<Format> offered(Template template) {
    return Stream.of(Format.values())
        .filter(format -> template.output().formats().contains(format))
        .toList();
  }

  private void check(RenderCase renderCase, Format format, List<Finding> findings) {
    Template template = renderCase.template();
    RenderResult drawn = offlineRenderer.quick(renderCase, Scale.TWO, format);
    for (String failed : drawn.failures()) {
      String path = "$.layers[" + failed.split(" ", 2)[0] + "]";
      String what = "the layer is left out: what it shows cannot be read";
      findings.add(Finding.of(FindingCode.LAYER_FAILED, path, renderCase, what));
    }
    int budget = template.output().maxBytes().orElse(DEFAULT_BUDGET);
    // What is small enough compressed fast is so at best effort too, which takes seconds.
    int bytes =
        drawn.file().length() <= budget
            ? drawn.file().length()
            : offlineRenderer.file(renderCase, Scale.TWO, format).file().length();
    if (bytes > budget) {
      String what =
          String.format(
              Locale.ROOT,
              "%,d bytes as %s at 2x; maxBytes is %,d",
              bytes,
              format.ending(),
              budget);
      findings.add(
          new Finding(
              FindingCode.PICTURE_HEAVY,
              "$.maxBytes",
              Optional.of(renderCase),
              what,
              Optional.empty(),
              bytes));
    }
  }
}
