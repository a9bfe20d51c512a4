package dev.nameplate.template.library;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateCheck;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.parse.ParseResult;
import dev.nameplate.template.parse.TemplateReader;
import dev.nameplate.util.Lazy;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All templates, reloaded when their files change. A template whose new version has faults keeps
 * its last good version. Safe for many threads.
 */
public final class TemplateLibrary {
  private static final Logger log = LoggerFactory.getLogger(TemplateLibrary.class);

  private static final long FIRST_GENERATION = 1;

  private final TemplateFiles files;
  private final TemplateLoader loader;
  private final TemplateChecks checks;
  private final PublishedVersions versions;
  private volatile Snapshot snapshot = new Snapshot(0, Map.of(), Map.of());

  /**
   * The templates of a folder.
   *
   * @param root the folder of all templates
   * @param checks applied to each template in which the reader finds no fault
   */
  public TemplateLibrary(Path root, List<TemplateCheck> checks) {
    this(new FolderTemplateFiles(root), checks);
  }

  /**
   * Lists the templates. Each is loaded at its first use, so that one can be served before the
   * others are loaded; {@link #all} and {@link #faults()} load all.
   *
   * @param files of the templates
   * @param checks applied to each template in which the reader finds no fault
   */
  public TemplateLibrary(TemplateFiles files, List<TemplateCheck> checks) {
    this.files = files;
    this.loader = new TemplateLoader(files);
    this.checks = new TemplateChecks(files, checks);
    this.versions = new PublishedVersions(files, Ticker.systemTicker());
    Map<String, Lazy<Entry>> entries = new TreeMap<>();
    listed().forEach(id -> entries.put(id, new Lazy<>(() -> read(id, Optional.empty()))));
    this.snapshot = new Snapshot(FIRST_GENERATION, entries, Map.of());
  }

  /**
   * The last good version of a template, which is loaded at its first use.
   *
   * @param id of the template, {@code spring/welcome}; a text that is no id finds nothing
   * @return empty where there is none of this id or it never was without faults
   */
  public Optional<Template> find(String id) {
    return entry(id).flatMap(Entry::good);
  }

  /**
   * A published version of a template, read when it is first asked for. It does not depend on the
   * files that authors edit: they may have faults, or be gone.
   *
   * @param id of the template; a text that is no id has no versions
   * @param version its number; any other number is unknown
   */
  public VersionLookup find(String id, int version) {
    return TemplateId.parse(id)
        .map(known -> versions.find(known, version))
        .orElse(new VersionLookup.Unknown(List.of()));
  }

  /**
   * The numbers of a template's published versions, in ascending order, as they are now.
   *
   * @param id of the template; a text that is no id has none
   * @return empty where there are none, or they cannot be listed, which is logged
   */
  public List<Integer> versions(String id) {
    return TemplateId.parse(id).map(versions::numbers).orElse(List.of());
  }

  /**
   * The last good version of every template that has one, in ascending order of ids; empty where
   * there is none. Loads the templates that were not yet used.
   */
  public List<Template> all() {
    return entries().flatMap(entry -> entry.good().stream()).toList();
  }

  /**
   * The ids of all templates that are listed, in ascending order, without loading them: some may
   * have faults, or misnamed folders.
   */
  public List<String> ids() {
    return List.copyOf(snapshot.entries().keySet());
  }

  /**
   * The faults of all current files, in ascending order of ids; empty where there are none. Loads
   * the templates that were not yet used.
   */
  public List<TemplateFault> faults() {
    return entries().flatMap(entry -> entry.faults().stream()).toList();
  }

  /**
   * The faults of one template's current files, also while an earlier good version is in use.
   *
   * @param id of the template, or the name of a folder that is no id
   * @return empty where there are none or no such template
   */
  public List<TemplateFault> faults(String id) {
    return entry(id).map(Entry::faults).orElse(List.of());
  }

  /**
   * The samples of a template, read anew at each call.
   *
   * @param id of the template; a text that is no id has no samples
   * @return in the order of their file; empty where it is absent or cannot be read, which is logged
   */
  public List<Sample> samples(String id) {
    try {
      Optional<byte[]> file = TemplateId.parse(id).flatMap(known -> files.read(known, Sample.FILE));
      return file.map(Sample::parse).orElse(List.of());
    } catch (IllegalStateException | UncheckedIOException unreadable) {
      log.warn("{}", unreadable.getMessage());
      return List.of();
    }
  }

  /**
   * A number that starts at 1 and grows by 1 with each call of {@link #refresh} that finds a
   * change, and with each call of {@link #invalidate}.
   */
  public long generation() {
    return snapshot.generation();
  }

  /**
   * The {@link #generation} in which a template was last loaded anew: what was made of it in that
   * generation or later is up to date.
   *
   * @param id of the template
   * @return 1 for one that has not changed since the start; {@link Long#MAX_VALUE} where there is
   *     no such template
   */
  public long changedIn(String id) {
    Snapshot now = snapshot;
    return now.entries().containsKey(id)
        ? now.changes().getOrDefault(id, FIRST_GENERATION)
        : Long.MAX_VALUE;
  }

  /**
   * Makes everything out of date that was made of a template: it counts as changed, though its
   * files are not read again.
   *
   * @param id of the template; nothing happens where there is none
   */
  public synchronized void invalidate(String id) {
    if (snapshot.entries().containsKey(id)) {
      snapshot = snapshot.withChanged(id);
    }
  }

  /**
   * Looks for changed, new and deleted templates, loads those that changed or are new and forgets
   * those that were deleted. Where the storage cannot be listed, which is logged, the known
   * templates are kept.
   */
  public synchronized void refresh() {
    Map<String, Lazy<Entry>> before = snapshot.entries();
    Map<String, Lazy<Entry>> entries = new TreeMap<>();
    for (String id : listed()) {
      Optional<Lazy<Entry>> old = Optional.ofNullable(before.get(id));
      entries.put(id, old.filter(this::isUnchanged).orElseGet(() -> reload(id, old)));
    }
    if (!entries.equals(before)) {
      snapshot = snapshot.with(entries);
    }
  }

  private boolean isUnchanged(Lazy<Entry> entry) {
    return entry
        .ifComputed()
        .map(loaded -> loaded.fingerprint().equals(fingerprint(loaded.id())))
        .orElse(true); // It will be read as it is at its first use.
  }

  private Lazy<Entry> reload(String id, Optional<Lazy<Entry>> old) {
    Entry entry = read(id, old.map(Lazy::get).flatMap(Entry::good));
    return Lazy.computed(entry);
  }

  private Optional<Entry> entry(String id) {
    return Optional.ofNullable(snapshot.entries().get(id)).map(Lazy::get);
  }

  private Stream<Entry> entries() {
    return snapshot.entries().values().stream().map(Lazy::get);
  }

  private Entry read(String id, Optional<Template> lastGood) {
    String fingerprint = fingerprint(id);
    ParseResult result = load(id);
    if (result instanceof ParseResult.Usable usable) {
      return new Entry(id, fingerprint, Optional.of(usable.template()), List.of());
    }
    List<TemplateFault> faults = ((ParseResult.Faulty) result).faults();
    faults.forEach(fault -> log.warn("{}", fault.sentence()));
    return new Entry(id, fingerprint, lastGood, faults);
  }

  private String fingerprint(String id) {
    return TemplateId.parse(id).map(files::fingerprint).orElse("");
  }

  private ParseResult load(String id) {
    try {
      return checks.checked(loader.load(id));
    } catch (UncheckedIOException unreadable) {
      return new ParseResult.Faulty(
          List.of(
              new TemplateFault(
                  id + "/" + TemplateReader.FILE,
                  "$",
                  unreadable.getMessage() + " that cannot be read",
                  "readable files")));
    }
  }

  /** Ids and misnamed folders; the latter have their name as a fault. */
  private List<String> listed() {
    try {
      return files.names();
    } catch (UncheckedIOException unreadable) {
      log.warn("{}", unreadable.getMessage());
      return List.copyOf(snapshot.entries().keySet());
    }
  }

  /**
   * The state of the library at one time.
   *
   * @param entries by id in ascending order; an entry is the same object as long as its files do
   *     not change
   * @param changes for each template that changed since the start the generation in which it did
   */
  private record Snapshot(
      long generation, Map<String, Lazy<Entry>> entries, Map<String, Long> changes) {
    Snapshot with(Map<String, Lazy<Entry>> later) {
      Map<String, Long> changed = new HashMap<>(changes);
      changed.keySet().retainAll(later.keySet());
      later.forEach(
          (id, entry) -> {
            if (!entry.equals(entries.get(id))) {
              changed.put(id, generation + 1);
            }
          });
      return new Snapshot(generation + 1, later, changed);
    }

    Snapshot withChanged(String id) {
      Map<String, Long> changed = new HashMap<>(changes);
      changed.put(id, generation + 1);
      return new Snapshot(generation + 1, entries, changed);
    }
  }

  /**
   * A template's state.
   *
   * @param fingerprint of the files that were read last
   * @param good the last version without faults
   */
  private record Entry(
      String id, String fingerprint, Optional<Template> good, List<TemplateFault> faults) {}
}
