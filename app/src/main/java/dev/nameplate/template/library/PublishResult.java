package dev.nameplate.template.library;

import dev.nameplate.template.Template;
import dev.nameplate.template.fault.TemplateFault;
import java.util.List;

/** The result of publishing a template. */
public sealed interface PublishResult {
  /**
   * There is a version with the template as it is now.
   *
   * @param version its number, at least 1
   * @param added whether it was added now; false where it is the last published version, and the
   *     template has not changed since
   * @param template the version, read back from the files that it has
   */
  record Published(int version, boolean added, Template template) implements PublishResult {}

  /**
   * The template has faults; nothing is published.
   *
   * @param faults at least one
   */
  record Faulty(List<TemplateFault> faults) implements PublishResult {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /**
   * The template is not in the expected state; nothing is published.
   *
   * @param fingerprint of the template now; empty where there is no such template
   */
  record Conflict(String fingerprint) implements PublishResult {}
}
