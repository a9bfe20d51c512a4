package dev.nameplate.studio;

import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.fault.TemplateFault;
import java.util.Comparator;
import java.util.List;

/**
 * A template as the gallery shows it.
 *
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

  /** Values for a first picture, those of the fullest sample, as a query with its question mark. */
  String example() {
    return samples.stream()
        .min(Comparator.comparingInt(sample -> -sample.values().size()))
        .map(sample -> "?" + sample.query())
        .orElse("");
  }
}
