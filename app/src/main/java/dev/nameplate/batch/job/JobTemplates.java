package dev.nameplate.batch.job;

import dev.nameplate.template.Template;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Keeps the template of a job as it was when the job began, whatever is edited meanwhile. */
public interface JobTemplates {
  /**
   * Returns the files of a template as they are now, of a published version those of the version.
   *
   * @return contents by paths relative to the template's folder; empty where they are gone
   */
  Map<String, byte[]> files(Template template);

  /**
   * Returns a template from a copy of its files, whose pictures come from the copy too.
   *
   * @param folder in which the copy lies below the template's id: the template as authors edit it,
   *     or a version alone
   * @return empty where there is none, or it has faults
   */
  Optional<Template> open(Path folder, String id);

  /**
   * Forgets a copy, since its folder is to be deleted.
   *
   * @param folder as it was opened
   * @param version the digest of the template
   */
  void forget(Path folder, String version);
}
