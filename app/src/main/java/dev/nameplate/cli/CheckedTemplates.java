package dev.nameplate.cli;

import dev.nameplate.boot.Application;
import dev.nameplate.config.SettingsException;
import dev.nameplate.preflight.Finding;
import dev.nameplate.preflight.FindingImage;
import dev.nameplate.preflight.Preflight;
import dev.nameplate.preflight.Report;
import dev.nameplate.serve.fault.Fault;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.fault.TemplateFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks the templates of an application.
 *
 * @param application loads and draws the templates; not closed
 * @param pictures the folder for a picture of each finding; empty for no pictures
 */
public record CheckedTemplates(Application application, Optional<Path> pictures) {
  /**
   * Checks templates and writes the pictures.
   *
   * @param requested ids of those to check; an empty list checks all
   * @return an entry for each template, also without findings: in the order of the ids requested,
   *     or sorted by id where all are checked
   * @throws SettingsException where there is no template with one of the ids
   * @throws java.io.UncheckedIOException where a picture cannot be written
   */
  public Report report(List<String> requested) {
    List<Report.Checked> checked = new ArrayList<>();
    for (String id : ids(requested)) {
      List<Report.Found> found = new ArrayList<>();
      for (Finding finding : findings(id)) {
        found.add(new Report.Found(finding, picture(finding, id)));
      }
      checked.add(new Report.Checked(id, found));
    }
    return new Report(checked);
  }

  private List<Finding> findings(String id) {
    List<Finding> findings = new ArrayList<>();
    application.templates().faults(id).stream().map(Preflight::of).forEach(findings::add);
    application
        .templates()
        .find(id)
        .filter(template -> findings.isEmpty())
        .ifPresent(template -> findings.addAll(findings(template)));
    return findings;
  }

  /** What is wrong, then what is worth knowing. */
  private List<Finding> findings(Template template) {
    Preflight preflight = new Preflight(application.offlineRenderer());
    List<Sample> samples = Sample.read(application.templateFolder(), template.id());
    List<Finding> findings = new ArrayList<>(preflight.findings(template, samples));
    findings.addAll(preflight.notes(template, samples));
    return findings;
  }

  /** All ids there are, usable or not; or those requested. */
  private List<String> ids(List<String> requested) {
    TreeSet<String> all = new TreeSet<>();
    application.templates().all().stream().map(Template::id).forEach(all::add);
    application.templates().faults().stream().map(CheckedTemplates::id).forEach(all::add);
    List<String> unknown = requested.stream().filter(id -> !all.contains(id)).toList();
    if (!unknown.isEmpty()) {
      throw new SettingsException(
          unknown.stream()
              .map(id -> "no template '" + id + "'; there are " + String.join(", ", all))
              .toList());
    }
    return requested.isEmpty() ? List.copyOf(all) : requested;
  }

  private static String id(TemplateFault fault) {
    return fault.file().replaceFirst("/[^/]*$", "");
  }

  /** A note has no picture, since nothing on it is wrong. */
  private Optional<String> picture(Finding finding, String id) {
    return finding.code().isNote()
        ? Optional.empty()
        : pictures.flatMap(folder -> picture(finding, id, folder));
  }

  private Optional<String> picture(Finding finding, String id, Path folder) {
    String place =
        Stream.of(finding.path().split("[^A-Za-z0-9]+"))
            .filter(word -> !word.isEmpty())
            .reduce((one, other) -> one + "-" + other)
            .map(words -> "." + words)
            .orElse("");
    String name = id.replace('/', '.') + "." + finding.code().label() + place + ".png";
    Optional<byte[]> picture =
        new FindingImage(application.offlineRenderer()).of(finding).or(() -> faultPicture(id));
    picture.ifPresent(png -> OutputFiles.write(folder.resolve(name), png));
    return picture.map(png -> name);
  }

  private Optional<byte[]> faultPicture(String id) {
    Fault fault = Fault.unknownTemplate(id, application.templates().faults(id));
    return Optional.of(application.images().picture(fault, Format.PNG, () -> true).toByteArray());
  }
}
