package dev.nameplate.tool;

import dev.nameplate.encode.Format;
import dev.nameplate.geometry.Scale;
import dev.nameplate.serve.DrawnPicture;
import dev.nameplate.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every layer can be drawn, and the picture at 2x keeps its budget of bytes. */
final class DrawingRule implements Rule {
  private final Workbench bench;

  DrawingRule(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public List<Finding> findings(List<Attempt> attempts) {
    List<Finding> findings = new ArrayList<>();
    for (Attempt attempt : attempts) {
      for (Format format : Format.values()) {
        if (attempt.template().output().formats().contains(format.ending())) {
          judge(attempt, format, findings);
        }
      }
    }
    return findings;
  }

  private void judge(Attempt attempt, Format format, List<Finding> findings) {
    Template template = attempt.template();
    DrawnPicture drawn =
        bench.pipeline().picture(template, attempt.fields(), Scale.TWO, format);
    for (String failed : drawn.failures()) {
      String path = "$.layers[" + failed.split(" ", 2)[0] + "]";
      String what = "the layer is left out: what it shows cannot be read";
      findings.add(Finding.of(Code.LAYER_FAILED, path, attempt, what));
    }
    int bytes = drawn.file().length();
    int most = template.output().maxBytes();
    if (bytes > most) {
      String what =
          String.format(
              Locale.ROOT,
              "%,d bytes as %s at 2x; maxBytes is %,d",
              bytes,
              format.ending(),
              most);
      findings.add(
          new Finding(
              Code.PICTURE_HEAVY,
              "$.maxBytes",
              java.util.Optional.of(attempt),
              what,
              java.util.Optional.empty(),
              bytes));
    }
  }
}
