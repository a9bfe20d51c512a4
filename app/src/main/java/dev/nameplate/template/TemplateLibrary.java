package dev.nameplate.template;

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
  private static final String VERSIONS = "versions";

  private final Path root;
  private final List<TemplateCheck> checks;
  private final TemplateReader reader = new TemplateReader();
  private volatile Shelf shelf = new Shelf(0, Map.of());

  /**
   * Sees which templates there are. Each is read when it is first asked for, so that one can be
   * served while others have yet to be read; whoever asks for all of them waits for all.
   *
   * @param checks asked about every template that the reader finds no fault in
   */
  public TemplateLibrary(Path root, List<TemplateCheck> checks) {
    this.root = root;
    this.checks = List.copyOf(checks);
    Map<String, Once<Book>> books = new TreeMap<>();
    ids().forEach(id -> books.put(id, new Once<>(() -> read(id, Optional.empty()))));
    this.shelf = new Shelf(1, books);
  }

  /** The template of an id, in its last good version. */
  public Optional<Template> find(String id) {
    return book(id).flatMap(Book::good);
  }

  /** Every template that can be used, by id. */
  public List<Template> all() {
    return books().flatMap(book -> book.good().stream()).toList();
  }

  /** What is wrong with the files as they are now, by id. */
  public List<TemplateFault> faults() {
    return books().flatMap(book -> book.faults().stream()).toList();
  }

  /** What is wrong with one template's files as they are now. */
  public List<TemplateFault> faults(String id) {
    return book(id).map(Book::faults).orElse(List.of());
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
    return shelf.generation();
  }

  /** Looks at the files again. */
  public synchronized void refresh() {
    Map<String, Once<Book>> before = shelf.books();
    Map<String, Once<Book>> books = new TreeMap<>();
    for (String id : ids()) {
      Optional<Once<Book>> old = Optional.ofNullable(before.get(id));
      books.put(id, old.filter(this::isUnchanged).orElseGet(() -> again(id, old)));
    }
    if (!books.equals(before)) {
      shelf = new Shelf(shelf.generation() + 1, books);
    }
  }

  private boolean isUnchanged(Once<Book> book) {
    return book.get().print().equals(FolderPrint.of(root.resolve(book.get().id())));
  }

  private Once<Book> again(String id, Optional<Once<Book>> old) {
    Book book = read(id, old.map(Once::get).flatMap(Book::good));
    return new Once<>(() -> book);
  }

  private Optional<Book> book(String id) {
    return Optional.ofNullable(shelf.books().get(id)).map(Once::get);
  }

  private Stream<Book> books() {
    return shelf.books().values().stream().map(Once::get);
  }

  private Book read(String id, Optional<Template> lastGood) {
    String print = FolderPrint.of(root.resolve(id));
    TemplateReading reading = reading(id);
    if (reading instanceof TemplateReading.Usable usable) {
      return new Book(id, print, Optional.of(usable.template()), List.of());
    }
    List<TemplateFault> faults = ((TemplateReading.Faulty) reading).faults();
    faults.forEach(fault -> log.warn("{}", fault.sentence()));
    return new Book(id, print, lastGood, faults);
  }

  private TemplateReading reading(String id) {
    try {
      return checked(id, reader.read(root, id));
    } catch (UncheckedIOException unreadable) {
      return new TemplateReading.Faulty(
          List.of(
              new TemplateFault(
                  id + "/" + TemplateReader.FILE,
                  "$",
                  unreadable.getMessage() + " that cannot be read",
                  "readable files")));
    }
  }

  private TemplateReading checked(String id, TemplateReading reading) {
    if (!(reading instanceof TemplateReading.Usable usable)) {
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
    return faults.isEmpty() ? reading : new TemplateReading.Faulty(faults);
  }

  /** Whether it lies in a folder of a template's own, where no template is looked for. */
  private static boolean isInside(String id) {
    return List.of(id.split("/")).contains(VERSIONS);
  }

  private List<String> ids() {
    try (Stream<Path> files = Files.walk(root, DEEPEST)) {
      return files
          .filter(file -> file.endsWith(TemplateReader.FILE))
          .map(file -> root.relativize(file.getParent()).toString().replace('\\', '/'))
          .filter(id -> !id.isEmpty() && !isInside(id))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      log.warn("the template folder cannot be read: {}", unreadable.getMessage());
      return List.copyOf(shelf.books().keySet());
    }
  }

  /**
   * What is on hand.
   *
   * @param books by id, in ascending order; the same object as long as its files are the same
   */
  private record Shelf(long generation, Map<String, Once<Book>> books) {}

  /**
   * What is known of one id.
   *
   * @param print of the files that were read last
   */
  private record Book(
      String id, String print, Optional<Template> good, List<TemplateFault> faults) {}
}
