package dev.nameplate.studio;

import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import java.util.List;

/**
 * The page on which a list becomes a job.
 *
 * @param template whose pictures are made
 * @param formats the endings that it offers; the first one is chosen
 * @param scales the labels that it offers
 * @param versions the numbers of its published versions, in ascending order
 */
public record BatchView(
    Template template, List<String> formats, List<String> scales, List<Integer> versions) {
  public BatchView {
    formats = List.copyOf(formats);
    scales = List.copyOf(scales);
    versions = List.copyOf(versions);
  }

  /** Returns the fields that may take a column. */
  public List<Field> fields() {
    return List.copyOf(template.fields().values());
  }
}
