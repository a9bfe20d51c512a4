package dev.nameplate.template.parse;

import dev.nameplate.template.Template;
import dev.nameplate.template.fault.TemplateFault;
import java.util.List;

/** What reading a template came to. */
public sealed interface ParseResult {
  /** It can be used. */
  record Usable(Template template) implements ParseResult {}

  /**
   * It cannot be used.
   *
   * @param faults at least one
   */
  record Faulty(List<TemplateFault> faults) implements ParseResult {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
