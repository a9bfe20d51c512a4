package dev.nameplate.boot;

import dev.nameplate.asset.LocalAssets;
import dev.nameplate.batch.job.JobTemplates;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateAssets;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateFiles;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.template.library.VersionLookup;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies of templates' files in the folders of jobs. */
final class PinnedTemplates implements JobTemplates {
  private final TemplateFiles files;
  private final LocalAssets assets;

  /**
   * @param root the folder of all templates
   * @param assets loads the pictures of the copies too
   */
  PinnedTemplates(Path root, LocalAssets assets) {
    this.files = new FolderTemplateFiles(root);
    this.assets = assets;
  }

  @Override
  public Map<String, byte[]> files(Template template) {
    String own = template.version().map(number -> "versions/" + number + "/").orElse("");
    Map<String, byte[]> all = new LinkedHashMap<>();
    TemplateId.parse(template.id())
        .ifPresent(
            id ->
                Stream.concat(
                        Stream.of(own + "template.json"),
                        TemplateAssets.FOLDERS.stream()
                            .flatMap(folder -> files.paths(id, own + folder).stream()))
                    .forEach(
                        path -> files.read(id, path).ifPresent(bytes -> all.put(path, bytes))));
    return all;
  }

  @Override
  public Optional<Template> open(Path folder, String id) {
    TemplateLibrary copy = new TemplateLibrary(folder, List.of());
    Optional<Template> found = copy.find(id).or(() -> version(copy, id));
    found.ifPresent(template -> assets.useCopy(template.digest(), folder));
    return found;
  }

  private static Optional<Template> version(TemplateLibrary copy, String id) {
    return copy.versions(id).stream()
        .map(number -> copy.find(id, number))
        .flatMap(
            lookup ->
                lookup instanceof VersionLookup.Found found
                    ? Stream.of(found.version())
                    : Stream.empty())
        .findFirst();
  }

  @Override
  public void forget(Path folder, String version) {
    assets.forgetCopy(version, folder);
  }
}
