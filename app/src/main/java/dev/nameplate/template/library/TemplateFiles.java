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
   * The names of all templates in ascending order, those among them that are no {@link TemplateId},
   * and can therefore not be used; may be empty.
   *
   * @throws java.io.UncheckedIOException where the storage cannot be read
   */
  List<String> names();

  /**
   * The paths of a template's files in ascending order, those in {@code versions} among them.
   *
   * @param id of the template
   * @return empty where there is no such template
   * @throws java.io.UncheckedIOException where the storage cannot be read
   */
  List<String> paths(TemplateId id);

  /**
   * The paths of the files in one of a template's folders, in ascending order. They are relative to
   * the template.
   *
   * @param id of the template, which need not have a {@code template.json}
   * @param folder relative to the template, {@code assets} or {@code versions/2/assets}
   * @return empty where there is no such folder
   * @throws java.io.UncheckedIOException where the storage cannot be read
   */
  List<String> paths(TemplateId id, String folder);

  /**
   * The numbers of a template's published versions in ascending order: the folders {@code
   * versions/<number>} that have a {@code template.json}. A number is written without leading zeros
   * and has at most nine digits.
   *
   * @param id of the template, which need not have a {@code template.json}
   * @return empty where it has none
   * @throws java.io.UncheckedIOException where the storage cannot be read
   */
  List<Integer> versions(TemplateId id);

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

  /**
   * A text that differs after each change of a published version's files, as far as sizes and times
   * of modification show it.
   *
   * @param id of the template, which need not have a {@code template.json}
   * @param version at least 1
   * @return an empty text where there is no such version or its files cannot be listed
   */
  String fingerprint(TemplateId id, int version);
}
