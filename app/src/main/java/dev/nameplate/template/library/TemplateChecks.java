package dev.nameplate.template.library;

import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateCheck;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.parse.ParseResult;
import dev.nameplate.template.parse.SampleFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a template has to pass besides being parsed.
 *
 * @param files have its samples
 * @param checks applied to it and to its standard design
 */
record TemplateChecks(TemplateFiles files, List<TemplateCheck> checks) {
  TemplateChecks {
    checks = List.copyOf(checks);
  }

  /**
   * The result of parsing and of all checks.
   *
   * @param result a faulty one is returned as it is
   * @throws java.io.UncheckedIOException where the samples cannot be read
   */
  ParseResult checked(ParseResult result) {
    return checked(result, Optional.empty());
  }

  /**
   * The same with samples that are to be written.
   *
   * @param samples take the place of the file; empty for the file as it is
   */
  ParseResult checked(ParseResult result, Optional<byte[]> samples) {
    if (!(result instanceof ParseResult.Usable usable)) {
      return result;
    }
    List<TemplateFault> faults = new ArrayList<>(sampleFaults(usable.template(), samples));
    checks.forEach(check -> faults.addAll(check.faults(usable.template())));
    usable
        .template()
        .standard()
        .ifPresent(
            design ->
                checks.forEach(
                    check ->
                        check.faults(design).stream()
                            .map(fault -> fault.within("standard"))
                            .forEach(faults::add)));
    return faults.isEmpty() ? result : new ParseResult.Faulty(faults);
  }

  private List<TemplateFault> sampleFaults(Template template, Optional<byte[]> samples) {
    return samples
        .or(() -> TemplateId.parse(template.id()).flatMap(id -> files.read(id, Sample.FILE)))
        .map(file -> SampleFaults.of(template, file))
        .orElse(List.of());
  }
}
