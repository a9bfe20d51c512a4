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

/** Every layer can be drawn, and the picture at 2x keeps its budget of bytes. */
final class DrawingRule implements Rule {
  /** What a picture at 2x may weigh where its template says nothing of it, in bytes. */
  private static final int PRESET_BUDGET = 500_000;

  /** With usual data and with none, each format is weighed; what differs is small. */
  private static final int ALL_FORMATS = 2;

  private final OfflineRenderer bench;

  DrawingRule(OfflineRenderer bench) {
    this.bench = bench;
  }

  @Override
  public List<Finding> findings(List<RenderCase> attempts) {
    List<Finding> findings = new ArrayList<>();
    for (int at = 0; at < attempts.size(); at++) {
      RenderCase renderCase = attempts.get(at);
      List<Format> offered = offered(renderCase.template());
      List<Format> formats = at < ALL_FORMATS ? offered : offered.subList(0, 1);
      formats.forEach(format -> judge(renderCase, format, findings));
    }
    return findings;
  }

  private static List<Format> offered(Template template) {
    return Stream.of(Format.values())
        .filter(format -> template.output().formats().contains(format))
        .toList();
  }

  private void judge(RenderCase renderCase, Format format, List<Finding> findings) {
    Template template = renderCase.template();
    RenderResult drawn = bench.pipeline().picture(template, renderCase.fields(), Scale.TWO, format);
    for (String failed : drawn.failures()) {
      String path = "$.layers[" + failed.split(" ", 2)[0] + "]";
      String what = "the layer is left out: what it shows cannot be read";
      findings.add(Finding.of(FindingCode.LAYER_FAILED, path, renderCase, what));
    }
    int bytes = drawn.file().length();
    int most = template.output().maxBytes().orElse(PRESET_BUDGET);
    if (bytes > most) {
      String what =
          String.format(
              Locale.ROOT, "%,d bytes as %s at 2x; maxBytes is %,d", bytes, format.ending(), most);
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
