package dev.nameplate.template.library;

import dev.nameplate.template.Template;
import dev.nameplate.template.fault.TemplateFault;
import java.util.List;
import java.util.Optional;

/** The result of looking for a published version. */
public sealed interface VersionLookup {
  /** The version where it can be drawn; else empty. */
  default Optional<Template> template() {
    return this instanceof Found found ? Optional.of(found.version()) : Optional.empty();
  }

  /**
   * The version can be drawn.
   *
   * @param version as a template, which has the version's number
   */
  record Found(Template version) implements VersionLookup {}

  /**
   * There is no such version.
   *
   * @param published the numbers that there are, in ascending order; may be empty
   */
  record Unknown(List<Integer> published) implements VersionLookup {
    public Unknown {
      published = List.copyOf(published);
    }
  }

  /**
   * The version's files cannot be used, since they were changed or are not complete.
   *
   * @param faults at least one
   */
  record Faulty(List<TemplateFault> faults) implements VersionLookup {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
