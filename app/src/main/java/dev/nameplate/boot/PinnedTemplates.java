package dev.nameplate.boot;

import dev.nameplate.asset.LocalAssets;
import dev.nameplate.batch.job.JobTemplates;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateFiles;
import dev.nameplate.template.library.TemplateLibrary;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  public Map<String, byte[]> files(String id) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    TemplateId.parse(id)
        .ifPresent(
            template ->
                files.paths(template).stream()
                    .filter(path -> path.equals("template.json") || path.startsWith("assets/"))
                    .forEach(
                        path ->
                            files.read(template, path).ifPresent(bytes -> all.put(path, bytes))));
    return all;
  }

  @Override
  public Optional<Template> open(Path folder, String id) {
    Optional<Template> found = new TemplateLibrary(folder, List.of()).find(id);
    found.ifPresent(template -> assets.useCopy(template.digest(), folder));
    return found;
  }

  @Override
  public void forget(Path folder, String version) {
    assets.forgetCopy(version, folder);
  }
}
