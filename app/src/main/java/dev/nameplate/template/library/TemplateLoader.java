package dev.nameplate.template.library;

import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateAssets;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.TemplateOrigin;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.parse.ParseResult;
import dev.nameplate.template.parse.TemplateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Loads templates from their storage. Faults are part of the result. */
public final class TemplateLoader {
  private final TemplateFiles files;
  private final TemplateReader reader = new TemplateReader();

  /**
   * A loader.
   *
   * @param files of the templates
   */
  public TemplateLoader(TemplateFiles files) {
    this.files = files;
  }

  /**
   * Loads a template.
   *
   * @param name of its folder; a name that is no {@link TemplateId} is a fault, and so is a {@code
   *     template.json} that is missing or cannot be read
   * @return the template, or all its faults
   * @throws java.io.UncheckedIOException where its files cannot be listed or an asset cannot be
   *     read
   */
  public ParseResult load(String name) {
    Optional<TemplateId> id = TemplateId.parse(name);
    return id.isPresent() ? load(id.get(), "") : misnamed(name);
  }

  /**
   * Loads a published version.
   *
   * @param id of the template
   * @param version its number, at least 1
   * @return the version, or all its faults; a {@code template.json} that is missing or cannot be
   *     read is one
   * @throws java.io.UncheckedIOException where its files cannot be listed or an asset cannot be
   *     read
   */
  public ParseResult load(TemplateId id, int version) {
    String folder = VersionFolders.NAME + "/" + version + "/";
    ParseResult result = load(id, folder);
    if (result instanceof ParseResult.Usable usable) {
      Template template = usable.template();
      return new ParseResult.Usable(
          template.withOrigin(
              new TemplateOrigin(
                  Optional.of(version), template.origin().assets(), template.fonts())));
    }
    String file = id + "/" + folder + TemplateReader.FILE;
    return new ParseResult.Faulty(
        ((ParseResult.Faulty) result).faults().stream().map(fault -> fault.inFile(file)).toList());
  }

  /**
   * @param folder where its files are, relative to the template, with a slash at its end; empty for
   *     those that authors edit
   */
  private ParseResult load(TemplateId id, String folder) {
    Optional<byte[]> json = json(id, folder);
    return json.isPresent()
        ? reader.read(id, json.get(), new StoredAssets(files, id, folder, assets(id, folder)))
        : faulty(id.text(), "a file that cannot be read", "a readable file");
  }

  private Optional<byte[]> json(TemplateId id, String folder) {
    try {
      return files.read(id, folder + TemplateReader.FILE);
    } catch (UncheckedIOException unreadable) {
      return Optional.empty();
    }
  }

  private NavigableSet<String> assets(TemplateId id, String folder) {
    NavigableSet<String> paths = new TreeSet<>();
    for (String each : TemplateAssets.FOLDERS) {
      files.paths(id, folder + each).forEach(path -> paths.add(path.substring(folder.length())));
    }
    return paths;
  }

  private static ParseResult misnamed(String name) {
    return TemplateId.reservedSegment(name)
        .map(
            word ->
                faulty(
                    name,
                    "the folder '" + name + "'",
                    "a name without the segment '" + word + "', which has a meaning of its own"))
        .orElseGet(
            () ->
                faulty(
                    name,
                    "the folder '" + name + "'",
                    "lower-case letters, digits and -, as an id"));
  }

  private static ParseResult faulty(String name, String found, String allowed) {
    return new ParseResult.Faulty(
        List.of(new TemplateFault(name + "/" + TemplateReader.FILE, "$", found, allowed)));
  }

  private record StoredAssets(
      TemplateFiles files, TemplateId id, String folder, NavigableSet<String> paths)
      implements TemplateAssets {
    @Override
    public byte[] read(String path) {
      return files
          .read(id, folder + path)
          .orElseThrow(
              () -> new UncheckedIOException("an asset of " + id, new IOException("it is gone")));
    }
  }
}
