package dev.nameplate.cli;

import dev.nameplate.access.sign.RequestedVersion;
import dev.nameplate.config.SettingsException;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.template.library.VersionLookup;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/**
 * The template that a line names, {@code welcome}, or a published version of it: {@code welcome@2},
 * or {@code --template-version 2}.
 *
 * @param id as the line has it, checked by {@link #of} alone
 * @param version at least 1; empty for the template that authors edit
 */
record TemplateArgument(String id, Optional<Integer> version) {
  /**
   * Reads a line.
   *
   * @param faults gets a sentence for each thing that is wrong
   */
  static TemplateArgument of(ParseResult line, List<String> faults) {
    String text = line.matchedPositionalValue(0, "");
    int at = text.indexOf('@');
    String id = at < 0 ? text : text.substring(0, at);
    if (TemplateId.parse(id).isEmpty()) {
      faults.add(
          "the template is '" + id + "'; allowed: small letters, digits and -, folders with /");
    }
    Optional<String> suffix = at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
    Optional<String> option = CommandOptions.given(line, CommandOptions.TEMPLATE_VERSION);
    suffix.ifPresent(number -> check("the version behind @", number, faults));
    option.ifPresent(number -> check(CommandOptions.TEMPLATE_VERSION, number, faults));
    if (suffix.isPresent() && option.isPresent() && !suffix.equals(option)) {
      faults.add(
          CommandOptions.TEMPLATE_VERSION
              + " is '"
              + option.get()
              + "', and the version behind @ is '"
              + suffix.get()
              + "'; allowed: one of them");
    }
    return new TemplateArgument(id, suffix.or(() -> option).flatMap(RequestedVersion::parse));
  }

  private static void check(String what, String number, List<String> faults) {
    if (RequestedVersion.parse(number).isEmpty()) {
      faults.add(what + " is '" + number + "'; allowed: a whole number, 1 to 999999999");
    }
  }

  /**
   * Finds the template or its version.
   *
   * @throws SettingsException where there is none; the message says which there are
   */
  Template find(TemplateLibrary library) {
    return find(library, () -> unknown(library));
  }

  /**
   * Finds the template or its version.
   *
   * @param unknown says that there is no such template
   * @throws SettingsException where there is none; the message says which there are
   */
  Template find(TemplateLibrary library, Supplier<SettingsException> unknown) {
    return version.isPresent()
        ? published(library, version.get(), unknown)
        : library.find(id).orElseThrow(unknown);
  }

  private Template published(
      TemplateLibrary library, int number, Supplier<SettingsException> unknown) {
    VersionLookup lookup = library.find(id, number);
    if (lookup instanceof VersionLookup.Found found) {
      return found.version();
    }
    if (lookup instanceof VersionLookup.Faulty faulty) {
      throw new SettingsException(faulty.faults().stream().map(TemplateFault::sentence).toList());
    }
    List<Integer> numbers = ((VersionLookup.Unknown) lookup).published();
    if (numbers.isEmpty() && library.find(id).isEmpty()) {
      throw unknown.get();
    }
    String known = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    throw new SettingsException(
        List.of(
            "no version "
                + number
                + " of '"
                + id
                + "'; "
                + (numbers.isEmpty()
                    ? "none is published: nameplate publish " + id
                    : "there are: " + known)));
  }

  private SettingsException unknown(TemplateLibrary library) {
    List<String> ids = library.all().stream().map(Template::id).toList();
    return new SettingsException(
        List.of("no usable template '" + id + "'; there are: " + String.join(", ", ids)));
  }
}
