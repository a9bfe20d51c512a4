package dev.nameplate.template.parse;

import dev.nameplate.template.Template;
import dev.nameplate.template.fault.TemplateFault;
import java.util.List;

/** The result of reading a template: the template, or its faults. */
public sealed interface ParseResult {
  /**
   * The template has no faults.
   *
   * @param template ready to be drawn
   */
  record Usable(Template template) implements ParseResult {}

  /**
   * The template cannot be used.
   *
   * @param faults at least one
   */
  record Faulty(List<TemplateFault> faults) implements ParseResult {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
