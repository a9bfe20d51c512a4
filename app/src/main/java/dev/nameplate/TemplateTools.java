package dev.nameplate;

import dev.nameplate.config.CheckCommand;
import dev.nameplate.config.SettingsException;
import dev.nameplate.config.SheetCommand;
import dev.nameplate.encode.Format;
import dev.nameplate.preflight.ContactSheet;
import dev.nameplate.preflight.Finding;
import dev.nameplate.preflight.FindingImage;
import dev.nameplate.preflight.Preflight;
import dev.nameplate.preflight.Report;
import dev.nameplate.serve.Fault;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.fault.TemplateFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tools for templates, with their files. */
public final class TemplateTools {
  private final House house;

  public TemplateTools(House house) {
    this.house = house;
  }

  /**
   * Checks templates and writes pictures of what is wrong where they are asked for.
   *
   * @throws SettingsException where an id is of no template
   */
  public Report check(CheckCommand.Asked asked) {
    List<Report.Checked> checked = new ArrayList<>();
    for (String id : ids(asked.templates())) {
      List<Finding> findings = findings(id);
      List<Report.Found> found = new ArrayList<>();
      for (Finding finding : findings) {
        found.add(
            new Report.Found(
                finding, asked.pictures().flatMap(folder -> illustrate(finding, id, folder))));
      }
      checked.add(new Report.Checked(id, found));
    }
    return new Report(checked);
  }

  /**
   * Draws a contact sheet into a file.
   *
   * @throws SettingsException where the id is of no usable template
   */
  public void sheet(SheetCommand.Asked asked) {
    Template template =
        house
            .templates()
            .find(asked.template())
            .orElseThrow(
                () ->
                    new SettingsException(
                        List.of(
                            "no usable template '"
                                + asked.template()
                                + "'; there are: "
                                + String.join(
                                    ", ",
                                    house.templates().all().stream().map(Template::id).toList()))));
    List<Sample> samples = Sample.read(house.templateFolder(), template.id());
    write(asked.out(), new ContactSheet(house.bench(), house.sheetWords()).png(template, samples));
  }

  private List<Finding> findings(String id) {
    List<Finding> findings = new ArrayList<>();
    house.templates().faults(id).stream().map(Preflight::of).forEach(findings::add);
    house
        .templates()
        .find(id)
        .filter(template -> findings.isEmpty())
        .map(
            template ->
                new Preflight(house.bench())
                    .findings(template, Sample.read(house.templateFolder(), id)))
        .ifPresent(findings::addAll);
    return findings;
  }

  /** All ids there are, usable or not; or those asked for. */
  private List<String> ids(List<String> asked) {
    TreeSet<String> all = new TreeSet<>();
    house.templates().all().stream().map(Template::id).forEach(all::add);
    house.templates().faults().stream().map(TemplateTools::id).forEach(all::add);
    List<String> unknown = asked.stream().filter(id -> !all.contains(id)).toList();
    if (!unknown.isEmpty()) {
      throw new SettingsException(
          unknown.stream()
              .map(id -> "no template '" + id + "'; there are " + String.join(", ", all))
              .toList());
    }
    return asked.isEmpty() ? List.copyOf(all) : asked;
  }

  private static String id(TemplateFault fault) {
    return fault.file().replaceFirst("/[^/]*$", "");
  }

  private Optional<String> illustrate(Finding finding, String id, Path folder) {
    String place =
        Stream.of(finding.path().split("[^A-Za-z0-9]+"))
            .filter(word -> !word.isEmpty())
            .reduce((one, other) -> one + "-" + other)
            .map(words -> "." + words)
            .orElse("");
    String name = id.replace('/', '.') + "." + finding.code().label() + place + ".png";
    Optional<byte[]> picture =
        new FindingImage(house.bench()).of(finding).or(() -> faultPicture(id));
    picture.ifPresent(png -> write(folder.resolve(name), png));
    return picture.map(png -> name);
  }

  private Optional<byte[]> faultPicture(String id) {
    Fault fault = Fault.unknownTemplate(id, house.templates().faults(id));
    return Optional.of(house.images().picture(fault, Format.PNG, () -> true).toByteArray());
  }

  static void write(Path file, byte[] bytes) {
    try {
      Optional<Path> folder = Optional.ofNullable(file.getParent());
      if (folder.isPresent()) {
        Files.createDirectories(folder.get());
      }
      Files.write(file, bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
