package dev.nameplate.template;

import dev.nameplate.template.fault.TemplateFault;
import java.util.List;

/** A rule about templates that another room knows: which fonts there are, which pictures decode. */
@FunctionalInterface
public interface TemplateCheck {
  /** The faults of a template that the reader itself found none in. */
  List<TemplateFault> faults(Template template);
}
