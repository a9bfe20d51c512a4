package dev.nameplate.template.library;

import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateAssets;
import dev.nameplate.template.TemplateCheck;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.parse.ParseResult;
import dev.nameplate.template.parse.TemplateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Publishes templates: copies a template and the assets and fonts that it uses, as they are now, to
 * its next version, which {@code _v} in a URL draws from then on. Safe for many threads and several
 * processes.
 */
public final class VersionPublisher {
  /** A template that is being saved is read again, so many times at most. */
  private static final int ATTEMPTS = 5;

  private final WritableTemplateFiles files;
  private final TemplateChecks checks;
  private final TemplateLoader loader;
  private final TemplateReader reader = new TemplateReader();

  /**
   * A publisher.
   *
   * @param files of the templates, to which versions are added
   * @param checks that a template has to pass
   */
  public VersionPublisher(WritableTemplateFiles files, List<TemplateCheck> checks) {
    this.files = files;
    this.checks = new TemplateChecks(files, checks);
    this.loader = new TemplateLoader(files);
  }

  /**
   * Publishes a template as it is now. Where the last version holds just that, no other is added.
   *
   * @return {@link PublishResult.Published}, or {@link PublishResult.Faulty} where the template is
   *     missing, has faults, or changes all the time
   * @throws UncheckedIOException where files cannot be read or the version cannot be written;
   *     nothing is published then
   */
  public PublishResult publish(TemplateId id) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      PublishResult result = attempt(id, files.fingerprint(id));
      if (!(result instanceof PublishResult.Conflict)) {
        return result;
      }
    }
    return faulty(id, "files that change while they are read", "files that stay as they are");
  }

  /**
   * Publishes a template if it is in an expected state.
   *
   * @param expected its {@link TemplateFiles#fingerprint}, as {@link WritableTemplateFiles#write}
   *     returns it
   * @return as {@link #publish(TemplateId)}, or {@link PublishResult.Conflict} where the template
   *     has changed
   * @throws UncheckedIOException as {@link #publish(TemplateId)}
   */
  public PublishResult publish(TemplateId id, String expected) {
    String now = files.fingerprint(id);
    return now.equals(expected) ? attempt(id, now) : new PublishResult.Conflict(now);
  }

  /**
   * Publishes another text for a template: as its next version, and then as its file, so that one
   * or the other is whole whatever happens in between. A version that no file took is found again
   * by the next attempt with the same text.
   *
   * @param id of the template, which may be new
   * @param json the bytes of its {@code template.json}
   * @param others further files, by path: those of a new template, or samples
   * @param expected its {@link TemplateFiles#fingerprint} now; empty for a new template
   * @return as {@link #publish(TemplateId, String)}
   * @throws UncheckedIOException where files cannot be read or written; the template then has its
   *     old file
   */
  public PublishResult publish(
      TemplateId id, byte[] json, Map<String, byte[]> others, String expected) {
    String now = files.fingerprint(id);
    if (!now.equals(expected)) {
      return new PublishResult.Conflict(now);
    }
    Map<String, byte[]> assets = new TreeMap<>(assets(id));
    others.forEach(
        (path, bytes) -> {
          if (TemplateAssets.isIn(path)) {
            assets.put(path, bytes);
          }
        });
    Snapshot snapshot = new Snapshot(json, assets);
    ParseResult result =
        checks.checked(read(id, snapshot), Optional.ofNullable(others.get(Sample.FILE)));
    if (!(result instanceof ParseResult.Usable usable)) {
      return new PublishResult.Faulty(((ParseResult.Faulty) result).faults());
    }
    Map<String, byte[]> written = new TreeMap<>(others);
    written.put(TemplateReader.FILE, json);
    PublishResult published = published(id, used(id, usable.template(), snapshot));
    return files.write(id, written, expected)
            instanceof WritableTemplateFiles.WriteResult.Conflict other
        ? new PublishResult.Conflict(other.fingerprint())
        : published;
  }

  private PublishResult attempt(TemplateId id, String fingerprint) {
    Optional<Snapshot> snapshot = snapshot(id);
    if (snapshot.isEmpty()) {
      return faulty(id, "no file that can be read", "a template");
    }
    ParseResult result = checks.checked(read(id, snapshot.get()));
    String now = files.fingerprint(id);
    if (!now.equals(fingerprint)) {
      return new PublishResult.Conflict(now);
    }
    return result instanceof ParseResult.Usable usable
        ? published(id, used(id, usable.template(), snapshot.get()))
        : new PublishResult.Faulty(((ParseResult.Faulty) result).faults());
  }

  private Optional<Snapshot> snapshot(TemplateId id) {
    Optional<byte[]> json = files.read(id, TemplateReader.FILE);
    if (json.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Snapshot(json.get(), assets(id)));
  }

  private Map<String, byte[]> assets(TemplateId id) {
    Map<String, byte[]> assets = new TreeMap<>();
    for (String folder : TemplateAssets.FOLDERS) {
      for (String path : files.paths(id, folder)) {
        files.read(id, path).ifPresent(bytes -> assets.put(path, bytes));
      }
    }
    return assets;
  }

  private ParseResult read(TemplateId id, Snapshot snapshot) {
    return reader.read(id, snapshot.json(), snapshot);
  }

  /** With the assets that it uses; with all, should it have faults without the others. */
  private Snapshot used(TemplateId id, Template template, Snapshot all) {
    Map<String, byte[]> assets = new TreeMap<>(all.assets());
    assets.keySet().retainAll(UsedAssets.of(template, all.json(), all.assets().keySet()));
    Snapshot used = new Snapshot(all.json(), assets);
    return read(id, used) instanceof ParseResult.Usable ? used : all;
  }

  private PublishResult published(TemplateId id, Snapshot used) {
    String digest = ((ParseResult.Usable) read(id, used)).template().digest();
    List<Integer> versions = files.versions(id);
    if (!versions.isEmpty()) {
      int last = versions.get(versions.size() - 1);
      if (loader.load(id, last) instanceof ParseResult.Usable usable
          && usable.template().digest().equals(digest)) {
        return new PublishResult.Published(last, false, usable.template());
      }
    }
    int version = files.addVersion(id, used.files());
    if (loader.load(id, version) instanceof ParseResult.Usable usable) {
      return new PublishResult.Published(version, true, usable.template());
    }
    throw new UncheckedIOException(
        "version " + version + " of " + id + " was changed while it was published",
        new IOException("it has faults"));
  }

  private static PublishResult.Faulty faulty(TemplateId id, String found, String allowed) {
    return new PublishResult.Faulty(
        List.of(new TemplateFault(id + "/" + TemplateReader.FILE, "$", found, allowed)));
  }

  /** A template's file and assets at one time. */
  @SuppressWarnings("ArrayRecordComponent") // Read, never compared.
  private record Snapshot(byte[] json, Map<String, byte[]> assets) implements TemplateAssets {
    @Override
    public NavigableSet<String> paths() {
      return new TreeSet<>(assets.keySet());
    }

    @Override
    public byte[] read(String path) {
      return Optional.ofNullable(assets.get(path)).orElseThrow(IllegalArgumentException::new);
    }

    Map<String, byte[]> files() {
      Map<String, byte[]> files = new TreeMap<>(assets);
      files.put(TemplateReader.FILE, json);
      return files;
    }
  }
}
