package dev.nameplate.template.library;

import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateCheck;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.parse.ParseResult;
import dev.nameplate.template.parse.TemplateReader;
import dev.nameplate.util.Lazy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
  private static final int DEEPEST = 8;

  private final Path root;
  private final List<TemplateCheck> checks;
  private final TemplateReader reader = new TemplateReader();
  private volatile Snapshot snapshot = new Snapshot(0, Map.of());

  /**
   * Sees which templates there are. Each is read when it is first asked for, so that one can be
   * served while others have yet to be read; whoever asks for all of them waits for all.
   *
   * @param checks asked about every template that the reader finds no fault in
   */
  public TemplateLibrary(Path root, List<TemplateCheck> checks) {
    this.root = root;
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
      return Sample.read(root, id);
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
    return book.get().print().equals(FolderFingerprint.of(root.resolve(book.get().id())));
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
    String print = FolderFingerprint.of(root.resolve(id));
    ParseResult reading = reading(id);
    if (reading instanceof ParseResult.Usable usable) {
      return new Entry(id, print, Optional.of(usable.template()), List.of());
    }
    List<TemplateFault> faults = ((ParseResult.Faulty) reading).faults();
    faults.forEach(fault -> log.warn("{}", fault.sentence()));
    return new Entry(id, print, lastGood, faults);
  }

  private ParseResult reading(String id) {
    try {
      return checked(id, reader.read(root, id));
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

  private ParseResult checked(String id, ParseResult reading) {
    if (!(reading instanceof ParseResult.Usable usable)) {
      return reading;
    }
    List<TemplateFault> faults = new ArrayList<>();
    Path folder = root.resolve(id);
    checks.forEach(check -> faults.addAll(check.faults(usable.template(), folder)));
    usable
        .template()
        .standard()
        .ifPresent(
            design ->
                checks.forEach(
                    check ->
                        check.faults(design, folder).stream()
                            .map(fault -> fault.within("standard"))
                            .forEach(faults::add)));
    return faults.isEmpty() ? reading : new ParseResult.Faulty(faults);
  }

  private List<String> ids() {
    try (Stream<Path> files = Files.walk(root, DEEPEST)) {
      return files
          .filter(file -> file.endsWith(TemplateReader.FILE))
          .map(file -> root.relativize(file.getParent()).toString().replace('\\', '/'))
          .filter(id -> !id.isEmpty())
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      log.warn("the template folder cannot be read: {}", unreadable.getMessage());
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
