package dev.nameplate.studio;

import dev.nameplate.snippet.ImageUrl;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.fault.TemplateFault;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A template as the gallery shows it.
 *
 * @param template the last version without faults
 * @param signed whether its pictures are only given to signed addresses
 * @param samples to try it with
 * @param faults of its files as they are now; what is shown is its last good version
 */
public record TemplateCard(
    Template template, boolean signed, List<Sample> samples, List<TemplateFault> faults) {
  public TemplateCard {
    samples = List.copyOf(samples);
    faults = List.copyOf(faults);
  }

  /**
   * The path of a small picture as a preview, at the template's smallest scale, with the values of
   * the sample that has most of them; without a query where there are no samples. It has neither
   * scheme nor host.
   */
  public String picture() {
    return ImageUrl.small(template).path(template.id()) + example();
  }

  /**
   * The scales that are offered, in ascending order and separated by spaces: {@code 1x 1.5x 2x 3x}.
   */
  public String scales() {
    return template.output().scales().stream()
        .map(scale -> scale.label() + "x")
        .collect(Collectors.joining(" "));
  }

  private String example() {
    return samples.stream()
        .min(Comparator.comparingInt(sample -> -sample.values().size()))
        .map(sample -> "?" + sample.query())
        .orElse("");
  }
}
