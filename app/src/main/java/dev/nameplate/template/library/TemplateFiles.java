package dev.nameplate.template.library;

import dev.nameplate.template.TemplateId;
import java.util.List;
import java.util.Optional;

/**
 * The files of templates, wherever they are stored.
 *
 * <p>A template is whatever has a {@code template.json}. Paths are relative to the template, with
 * {@code /} between folders, as in {@code assets/stage.jpg}. A path that leads out of the template,
 * by {@code ..} or through a link, is the path of no file. Files whose names begin with a dot do
 * not exist for it. Safe for many threads.
 */
public interface TemplateFiles {
  /**
   * The templates there are, in ascending order; none that lies in another's {@code versions} or
   * {@code assets}.
   *
   * @throws java.io.UncheckedIOException where that cannot be seen
   */
  List<TemplateId> ids();

  /**
   * What has a {@code template.json} and a name that is no {@link TemplateId}, in ascending order.
   *
   * @throws java.io.UncheckedIOException where that cannot be seen
   */
  List<String> misnamed();

  /**
   * The paths of a template's files, in ascending order; none where there is no such template.
   *
   * @throws java.io.UncheckedIOException where that cannot be seen
   */
  List<String> paths(TemplateId id);

  /**
   * The bytes of a file in an array that the caller owns; absent where there is no such file.
   *
   * @throws java.io.UncheckedIOException where it is there and cannot be read
   */
  Optional<byte[]> read(TemplateId id, String path);

  /**
   * Changes whenever a file of the template does, as far as that can be seen without reading; empty
   * where there is no such template. What lies in {@code versions} does not count.
   */
  String fingerprint(TemplateId id);
}
