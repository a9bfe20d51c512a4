package dev.nameplate.template.library;

import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateCheck;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.parse.ParseResult;
import dev.nameplate.template.parse.SampleFaults;
import dev.nameplate.template.parse.TemplateReader;
import dev.nameplate.util.Lazy;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every template of a folder, read again where its files have changed. An edit that breaks a
 * template leaves its last good version in use.
 */
public final class TemplateLibrary {
  private static final Logger log = LoggerFactory.getLogger(TemplateLibrary.class);

  private final TemplateFiles files;
  private final TemplateLoader loader;
  private final List<TemplateCheck> checks;
  private volatile Snapshot snapshot = new Snapshot(0, Map.of());

  /** The templates of a folder. */
  public TemplateLibrary(Path root, List<TemplateCheck> checks) {
    this(new FolderTemplateFiles(root), checks);
  }

  /**
   * Sees which templates there are. Each is read when it is first asked for, so that one can be
   * served while others have yet to be read; whoever asks for all of them waits for all.
   *
   * @param checks asked about every template that the reader finds no fault in
   */
  public TemplateLibrary(TemplateFiles files, List<TemplateCheck> checks) {
    this.files = files;
    this.loader = new TemplateLoader(files);
    this.checks = List.copyOf(checks);
    Map<String, Lazy<Entry>> books = new TreeMap<>();
    ids().forEach(id -> books.put(id, new Lazy<>(() -> read(id, Optional.empty()))));
    this.snapshot = new Snapshot(1, books);
  }

  /** The template of an id, in its last good version. */
  public Optional<Template> find(String id) {
    return book(id).flatMap(Entry::good);
  }

  /** Every template that can be used, by id. */
  public List<Template> all() {
    return books().flatMap(entry -> entry.good().stream()).toList();
  }

  /** What is wrong with the files as they are now, by id. */
  public List<TemplateFault> faults() {
    return books().flatMap(entry -> entry.faults().stream()).toList();
  }

  /** What is wrong with one template's files as they are now. */
  public List<TemplateFault> faults(String id) {
    return book(id).map(Entry::faults).orElse(List.of());
  }

  /** Values to try a template with; none where their file cannot be read. */
  public List<Sample> samples(String id) {
    try {
      Optional<byte[]> file = TemplateId.parse(id).flatMap(known -> files.read(known, Sample.FILE));
      return file.map(Sample::parse).orElse(List.of());
    } catch (IllegalStateException | UncheckedIOException unreadable) {
      log.warn("{}", unreadable.getMessage());
      return List.of();
    }
  }

  /** Rises with every change that was seen. */
  public long generation() {
    return snapshot.generation();
  }

  /** Looks at the files again. */
  public synchronized void refresh() {
    Map<String, Lazy<Entry>> before = snapshot.books();
    Map<String, Lazy<Entry>> books = new TreeMap<>();
    for (String id : ids()) {
      Optional<Lazy<Entry>> old = Optional.ofNullable(before.get(id));
      books.put(id, old.filter(this::isUnchanged).orElseGet(() -> again(id, old)));
    }
    if (!books.equals(before)) {
      snapshot = new Snapshot(snapshot.generation() + 1, books);
    }
  }

  private boolean isUnchanged(Lazy<Entry> book) {
    return book.get().print().equals(print(book.get().id()));
  }

  private Lazy<Entry> again(String id, Optional<Lazy<Entry>> old) {
    Entry entry = read(id, old.map(Lazy::get).flatMap(Entry::good));
    return new Lazy<>(() -> entry);
  }

  private Optional<Entry> book(String id) {
    return Optional.ofNullable(snapshot.books().get(id)).map(Lazy::get);
  }

  private Stream<Entry> books() {
    return snapshot.books().values().stream().map(Lazy::get);
  }

  private Entry read(String id, Optional<Template> lastGood) {
    String print = print(id);
    ParseResult reading = reading(id);
    if (reading instanceof ParseResult.Usable usable) {
      return new Entry(id, print, Optional.of(usable.template()), List.of());
    }
    List<TemplateFault> faults = ((ParseResult.Faulty) reading).faults();
    faults.forEach(fault -> log.warn("{}", fault.sentence()));
    return new Entry(id, print, lastGood, faults);
  }

  private List<TemplateFault> sampleFaults(Template template) {
    return TemplateId.parse(template.id())
        .flatMap(id -> files.read(id, Sample.FILE))
        .map(file -> SampleFaults.of(template, file))
        .orElse(List.of());
  }

  private String print(String id) {
    return TemplateId.parse(id).map(files::fingerprint).orElse("");
  }

  private ParseResult reading(String id) {
    try {
      return checked(loader.load(id));
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

  private ParseResult checked(ParseResult reading) {
    if (!(reading instanceof ParseResult.Usable usable)) {
      return reading;
    }
    List<TemplateFault> faults = new ArrayList<>(sampleFaults(usable.template()));
    checks.forEach(check -> faults.addAll(check.faults(usable.template())));
    usable
        .template()
        .standard()
        .ifPresent(
            design ->
                checks.forEach(
                    check ->
                        check.faults(design).stream()
                            .map(fault -> fault.within("standard"))
                            .forEach(faults::add)));
    return faults.isEmpty() ? reading : new ParseResult.Faulty(faults);
  }

  /** Those whose names are no ids too, which have that for a fault. */
  private List<String> ids() {
    try {
      return Stream.concat(files.ids().stream().map(TemplateId::text), files.misnamed().stream())
          .toList();
    } catch (UncheckedIOException unreadable) {
      log.warn("{}", unreadable.getMessage());
      return List.copyOf(snapshot.books().keySet());
    }
  }

  /**
   * What is on hand.
   *
   * @param books by id, in ascending order; the same object as long as its files are the same
   */
  private record Snapshot(long generation, Map<String, Lazy<Entry>> books) {}

  /**
   * What is known of one id.
   *
   * @param print of the files that were read last
   */
  private record Entry(
      String id, String print, Optional<Template> good, List<TemplateFault> faults) {}
}
