package dev.nameplate.edit;

import dev.nameplate.template.Sample;
import dev.nameplate.template.TemplateAssets;
import dev.nameplate.template.TemplateCheck;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.library.PublishResult;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.template.library.VersionPublisher;
import dev.nameplate.template.library.WritableTemplateFiles;
import dev.nameplate.template.parse.TemplateReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes drafts as templates, each with a version of its own. The file is written last and replaced
 * as a whole, so a full disk or the end of the process at any instant leaves the old or the new
 * template. Its methods do file I/O. Safe for many threads and several processes.
 */
public final class Publisher {
  private static final String VERSIONS = "versions/";

  private final WritableTemplateFiles files;
  private final VersionPublisher versions;
  private final TemplateLibrary templates;

  /**
   * @param files of the templates
   * @param checks that a template has to pass, without the one of assets, which may not lie in its
   *     folder yet
   * @param templates is refreshed, so that what was published is drawn at once
   */
  public Publisher(
      WritableTemplateFiles files, List<TemplateCheck> checks, TemplateLibrary templates) {
    this.files = files;
    this.versions = new VersionPublisher(files, checks);
    this.templates = templates;
  }

  /**
   * Publishes a draft, which was reviewed against the published file in it.
   *
   * @return {@link PublishResult.Conflict} where that file has changed since
   * @throws java.io.UncheckedIOException where the template cannot be written; it has its old file
   *     then
   */
  public PublishResult publish(DraftState state) {
    return write(
        state.id(),
        state.draft().text().getBytes(StandardCharsets.UTF_8),
        others(state),
        state.published().map(Published::fingerprint).orElse(""));
  }

  /**
   * Makes an earlier version's text the template's file again.
   *
   * @param published the file now
   * @return empty where there is no such version
   * @throws java.io.UncheckedIOException where the template cannot be written; it has its old file
   *     then
   */
  public Optional<PublishResult> restore(TemplateId id, int version, Published published) {
    return text(id, version)
        .map(
            json -> {
              Map<String, byte[]> others = assets(id, version);
              DraftSamples.declared(files.read(id, Sample.FILE), json)
                  .ifPresent(samples -> others.put(Sample.FILE, samples));
              return write(id, json, others, published.fingerprint());
            });
  }

  private PublishResult write(
      TemplateId id, byte[] json, Map<String, byte[]> others, String fingerprint) {
    PublishResult result = versions.publish(id, json, others, fingerprint);
    if (result instanceof PublishResult.Published) {
      templates.refresh();
    }
    return result;
  }

  /** Returns the bytes of a version's {@code template.json}; empty where there is none. */
  public Optional<byte[]> text(TemplateId id, int version) {
    return version < 1
        ? Optional.empty()
        : files.read(id, VERSIONS + version + "/" + TemplateReader.FILE);
  }

  /** The assets of a version that the template lacks by now. */
  private Map<String, byte[]> assets(TemplateId id, int version) {
    String folder = VERSIONS + version + "/";
    Map<String, byte[]> assets = new TreeMap<>();
    for (String each : TemplateAssets.FOLDERS) {
      for (String path : files.paths(id, folder + each)) {
        String own = path.substring(folder.length());
        if (files.read(id, own).isEmpty()) {
          files.read(id, path).ifPresent(bytes -> assets.put(own, bytes));
        }
      }
    }
    return assets;
  }

  /**
   * Returns all files that publishing would write, by path.
   *
   * @throws java.io.UncheckedIOException where an asset cannot be read
   */
  public Map<String, byte[]> files(DraftState state) {
    Map<String, byte[]> all = new TreeMap<>(others(state));
    all.put(TemplateReader.FILE, state.draft().text().getBytes(StandardCharsets.UTF_8));
    return all;
  }

  /**
   * The files beside the template's: those that a new one takes over from the one that it began
   * with, and samples that differ from the file, without values of fields that are gone.
   */
  private Map<String, byte[]> others(DraftState state) {
    TemplateId from = state.samplesOf();
    Map<String, byte[]> others = new TreeMap<>();
    if (state.published().isEmpty() && !from.equals(state.id())) {
      for (String path : files.paths(from)) {
        if (TemplateAssets.isIn(path) || path.equals(Sample.FILE)) {
          files.read(from, path).ifPresent(bytes -> others.put(path, bytes));
        }
      }
    }
    byte[] json = state.draft().text().getBytes(StandardCharsets.UTF_8);
    Optional<byte[]> now = files.read(state.id(), Sample.FILE);
    Optional<byte[]> mine =
        state.draft().samples().map(text -> text.getBytes(StandardCharsets.UTF_8));
    Optional<byte[]> given =
        mine.or(() -> Optional.ofNullable(others.get(Sample.FILE))).or(() -> now);
    DraftSamples.declared(given, json)
        .or(() -> mine)
        .ifPresent(file -> others.put(Sample.FILE, file));
    return others;
  }
}
