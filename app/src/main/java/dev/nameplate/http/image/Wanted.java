package dev.nameplate.http.image;

import dev.nameplate.access.sign.RequestedVersion;
import dev.nameplate.serve.fault.Fault;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.template.library.VersionLookup;
import java.util.List;

/** The template that a request is for: the one that authors edit, or a published version. */
sealed interface Wanted {
  /**
   * It can be drawn.
   *
   * @param template with its version where the request asks for one
   */
  record Found(Template template) implements Wanted {}

  /**
   * It cannot be drawn.
   *
   * @param fault what is wrong, for the author of the URL
   */
  record Absent(Fault fault) implements Wanted {}

  /**
   * Looks for the template.
   *
   * @param id from the path, which need not name a template
   * @param version from the query
   */
  static Wanted of(TemplateLibrary templates, String id, RequestedVersion version) {
    if (version instanceof RequestedVersion.Published published) {
      return versioned(templates, id, published.number());
    }
    if (version instanceof RequestedVersion.Malformed) {
      List<Integer> numbers = templates.versions(id);
      return new Absent(
          numbers.isEmpty() && templates.find(id).isEmpty()
              ? Fault.unknownTemplate(id, templates.faults(id))
              : Fault.malformedVersion(id, numbers));
    }
    return templates
        .find(id)
        .<Wanted>map(Found::new)
        .orElseGet(() -> new Absent(Fault.unknownTemplate(id, templates.faults(id))));
  }

  private static Wanted versioned(TemplateLibrary templates, String id, int number) {
    VersionLookup lookup = templates.find(id, number);
    if (lookup instanceof VersionLookup.Found found) {
      return new Found(found.version());
    }
    if (lookup instanceof VersionLookup.Faulty faulty) {
      return new Absent(Fault.faultyVersion(id, number, faulty.faults()));
    }
    List<Integer> numbers = ((VersionLookup.Unknown) lookup).published();
    return new Absent(
        numbers.isEmpty() && templates.find(id).isEmpty()
            ? Fault.unknownTemplate(id, templates.faults(id))
            : Fault.unknownVersion(id, number, numbers));
  }
}
