package dev.nameplate.access.token;

import dev.nameplate.util.DaemonThreads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Revoked tokens in a text file: a {@code jti} in each line, {@code #} begins a remark. The file is
 * read again where it has changed; while it cannot be read, what was read last holds.
 */
public final class RevokedTokensFile implements RevokedTokens, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RevokedTokensFile.class);

  private final Path file;
  private final ScheduledExecutorService reader =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("revoked-tokens"));
  private volatile Revoked revoked = new Revoked(Optional.empty(), Set.of());

  /** The ids of one state of the file. */
  private record Revoked(Optional<FileTime> changed, Set<String> ids) {}

  /**
   * Reads the file, and from then on checks at intervals, on a thread of its own, whether it has
   * changed. While the file cannot be read a warning is logged; nothing is thrown.
   *
   * @param every the interval, at least 1 ms
   */
  public RevokedTokensFile(Path file, Duration every) {
    this.file = file;
    refresh();
    var unused =
        reader.scheduleWithFixedDelay(
            this::refresh, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public boolean isRevoked(String id) {
    return revoked.ids().contains(id);
  }

  /** Returns the ids in the file, as it was read last. */
  public Set<String> ids() {
    return revoked.ids();
  }

  /** Looks at the file again. */
  synchronized void refresh() {
    try {
      Optional<FileTime> changed = Optional.of(Files.getLastModifiedTime(file));
      if (!changed.equals(revoked.changed())) {
        revoked = new Revoked(changed, read());
      }
    } catch (IOException unreadable) {
      log.warn("NAMEPLATE_REVOKED cannot be read: {}", unreadable.getClass().getName());
    }
  }

  private Set<String> read() throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Stops looking for changes of the file. */
  @Override
  public void close() {
    reader.shutdownNow();
  }
}
