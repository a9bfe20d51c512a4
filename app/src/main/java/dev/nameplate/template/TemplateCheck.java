package dev.nameplate.template;

import dev.nameplate.template.fault.TemplateFault;
import java.util.List;

/**
 * A check of templates that needs other packages, such as whether fonts exist or pictures can be
 * decoded.
 */
@FunctionalInterface
public interface TemplateCheck {
  /**
   * The faults of a template that the reader accepts.
   *
   * @param template the template itself, or its standard design, which is checked separately
   * @return with paths from {@code $} of the given template; empty where there are none
   */
  List<TemplateFault> faults(Template template);
}
