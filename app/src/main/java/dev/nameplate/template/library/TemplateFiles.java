package dev.nameplate.template.library;

import dev.nameplate.template.TemplateId;
import java.util.List;
import java.util.Optional;

/**
 * Access to the files of templates, wherever they are stored.
 *
 * <p>A folder is a template if it has a {@code template.json}. Paths are relative to the template
 * with {@code /} between folders, {@code assets/stage.jpg}. A path that leads out of the template,
 * by {@code ..} or a link, names no file, and neither does one with a part that begins with a dot.
 * Safe for many threads.
 */
public interface TemplateFiles {
  /**
   * The ids of all templates in ascending order, without those inside another's {@code versions} or
   * {@code assets}; may be empty.
   *
   * @throws java.io.UncheckedIOException where the storage cannot be read
   */
  List<TemplateId> ids();

  /**
   * The names, in ascending order, of folders that have a {@code template.json} but whose name is
   * no {@link TemplateId}; empty where there are none.
   *
   * @throws java.io.UncheckedIOException where the storage cannot be read
   */
  List<String> misnamed();

  /**
   * The paths of a template's files in ascending order, those in {@code versions} among them.
   *
   * @param id of the template
   * @return empty where there is no such template
   * @throws java.io.UncheckedIOException where the storage cannot be read
   */
  List<String> paths(TemplateId id);

  /**
   * The bytes of a file, in an array that the caller owns.
   *
   * @param id of the template
   * @param path relative to the template
   * @return empty where there is no such file
   * @throws java.io.UncheckedIOException where it cannot be read
   */
  Optional<byte[]> read(TemplateId id, String path);

  /**
   * A text that differs after each change of the template's files, as far as sizes and times of
   * modification show it; {@code versions} is not included.
   *
   * @param id of the template
   * @return an empty text where there is no such template or its files cannot be listed
   */
  String fingerprint(TemplateId id);
}
