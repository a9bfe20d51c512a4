package dev.nameplate.template.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.parse.ParseResult;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Published versions of templates, read when they are asked for and kept in memory. Their files are
 * not expected to change; if they do, that is seen a second later. They are only parsed, and not
 * checked as templates that are edited are: a check that came after a version was published must
 * not end it. Safe for many threads.
 */
final class PublishedVersions {
  private static final Logger log = LoggerFactory.getLogger(PublishedVersions.class);

  /**
   * How many versions are kept in memory, by soft references, so that they are given up before it
   * runs out; they are then read again.
   */
  static final int MAX_VERSIONS = 1000;

  /** How long a version is used before its files are compared with what was read. */
  static final Duration CHECKED = Duration.ofSeconds(1);

  private final TemplateFiles files;
  private final TemplateLoader loader;
  private final Cache<Name, VersionLookup> checked;
  private final Cache<Content, VersionLookup> loaded =
      Caffeine.newBuilder().maximumSize(MAX_VERSIONS).softValues().build();

  /**
   * @param ticker decides when files are compared again
   */
  PublishedVersions(TemplateFiles files, Ticker ticker) {
    this.files = files;
    this.loader = new TemplateLoader(files);
    this.checked =
        Caffeine.newBuilder()
            .maximumSize(MAX_VERSIONS)
            .softValues()
            .expireAfterWrite(CHECKED)
            .ticker(ticker)
            .build();
  }

  private record Name(TemplateId id, int version) {}

  private record Content(Name name, String fingerprint) {}

  /**
   * A version.
   *
   * @param id of the template, which need not have a {@code template.json}
   * @param version any number
   */
  VersionLookup find(TemplateId id, int version) {
    Name name = new Name(id, version);
    VersionLookup known = checked.getIfPresent(name);
    if (known != null) {
      return known;
    }
    String fingerprint = version < 1 ? "" : files.fingerprint(id, version);
    if (fingerprint.isEmpty()) {
      return new VersionLookup.Unknown(numbers(id));
    }
    VersionLookup found = load(new Content(name, fingerprint));
    checked.put(name, found);
    return found;
  }

  /** The numbers of a template's versions in ascending order; empty where none can be listed. */
  List<Integer> numbers(TemplateId id) {
    try {
      return files.versions(id);
    } catch (UncheckedIOException unreadable) {
      log.warn("{}", unreadable.getMessage());
      return List.of();
    }
  }

  private VersionLookup load(Content content) {
    try {
      return loaded.get(content, this::read);
    } catch (UncheckedIOException unreadable) {
      Name name = content.name();
      String file = name.id() + "/" + VersionFolders.NAME + "/" + name.version();
      log.warn("{} cannot be read: {}", file, unreadable.getMessage());
      return new VersionLookup.Faulty(
          List.of(new TemplateFault(file, "$", "files that cannot be read", "readable files")));
    }
  }

  private VersionLookup read(Content content) {
    ParseResult result = loader.load(content.name().id(), content.name().version());
    if (result instanceof ParseResult.Usable usable) {
      return new VersionLookup.Found(usable.template());
    }
    List<TemplateFault> faults = ((ParseResult.Faulty) result).faults();
    faults.forEach(fault -> log.warn("{}", fault.sentence()));
    return new VersionLookup.Faulty(faults);
  }
}
