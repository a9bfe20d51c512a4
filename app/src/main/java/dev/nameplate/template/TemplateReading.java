package dev.nameplate.template;

import java.util.List;

/** What reading a template came to. */
public sealed interface TemplateReading {
  /** It can be used. */
  record Usable(Template template) implements TemplateReading {}

  /**
   * It cannot be used.
   *
   * @param faults at least one
   */
  record Faulty(List<TemplateFault> faults) implements TemplateReading {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
