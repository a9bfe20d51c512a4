package dev.nameplate.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.store.WorkArea;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.template.TemplateId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drafts in the work folder, {@code drafts/<id>.json}, each replaced as a whole, so that a crash
 * leaves the old or the new one. They are authors' data, not recipients', and lie there as they
 * are. Safe for many threads and for several processes on one folder. Its methods do file I/O.
 */
public final class DraftStore {
  private static final Logger log = LoggerFactory.getLogger(DraftStore.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SUFFIX = ".json";
  private static final String LOCK = "drafts.lock";

  private final Supplier<WorkFolder> work;

  /**
   * @param work the work folder, which is opened at the first use
   */
  public DraftStore(Supplier<WorkFolder> work) {
    this.work = work;
  }

  /** The result of a save or a deletion. */
  public sealed interface Result {
    /**
     * It is done.
     *
     * @param draft as it is stored, or was
     */
    record Done(Draft draft) implements Result {}

    /**
     * The stored draft is not the expected one; nothing was changed.
     *
     * @param stored the draft that is stored; empty where there is none
     */
    record Conflict(Optional<Draft> stored) implements Result {}

    /** The work folder is missing, read-only or full; nothing was changed. */
    record Refused() implements Result {}
  }

  /**
   * Returns the stored draft of a template; empty where there is none, or it cannot be read, which
   * is logged.
   */
  public Optional<Draft> find(TemplateId id) {
    return work.get().read(WorkArea.DRAFTS, name(id)).flatMap(file -> read(id, file));
  }

  /**
   * Returns the ids of all stored drafts in ascending order; empty where there are none, or they
   * cannot be listed.
   */
  public List<TemplateId> ids() {
    Optional<Path> folder = work.get().path(WorkArea.DRAFTS, "");
    try (Stream<Path> files = folder.isPresent() ? Files.walk(folder.get()) : Stream.empty()) {
      return files
          .map(file -> folder.orElseThrow().relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .flatMap(name -> TemplateId.parse(name).stream())
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      log.warn("drafts cannot be listed: {}", unreadable.getClass().getName());
      return List.of();
    }
  }

  /**
   * Saves a draft, whose revision is one more than that of the one before.
   *
   * @param expected the tag of the draft that it replaces; that of revision 0 where none is stored
   * @param now when it is saved
   */
  public synchronized Result save(
      TemplateId id, Draft draft, Optional<String> expected, Instant now) {
    return locked(
        () -> {
          Optional<Draft> stored = find(id);
          if (!stored.map(Draft::etag).equals(expected)) {
            return new Result.Conflict(stored);
          }
          long revision = stored.map(Draft::revision).orElse(0L) + 1;
          Draft next =
              new Draft(
                  revision, Optional.of(now), draft.assetsOf(), draft.text(), draft.samples());
          return work.get().write(WorkArea.DRAFTS, name(id), write(next))
              ? new Result.Done(next)
              : new Result.Refused();
        });
  }

  /**
   * Deletes a draft.
   *
   * @param expected the tag of the stored draft
   */
  public synchronized Result delete(TemplateId id, String expected) {
    return locked(
        () -> {
          Optional<Draft> stored = find(id);
          if (stored.filter(draft -> draft.etag().equals(expected)).isEmpty()) {
            return new Result.Conflict(stored);
          }
          work.get().delete(WorkArea.DRAFTS, name(id));
          return new Result.Done(stored.get());
        });
  }

  /** Runs while no other process changes a draft. */
  private Result locked(Supplier<Result> change) {
    Optional<Path> lock = work.get().path(WorkArea.DRAFTS, LOCK);
    if (lock.isEmpty()) {
      return new Result.Refused();
    }
    try (FileChannel channel =
            FileChannel.open(lock.get(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      return held.isValid() ? change.get() : new Result.Refused();
    } catch (IOException | UncheckedIOException refused) {
      log.warn("a draft cannot be saved: {}", refused.getClass().getName());
      return new Result.Refused();
    }
  }

  private static String name(TemplateId id) {
    return id.text() + SUFFIX;
  }

  private static byte[] write(Draft draft) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("revision", draft.revision());
    draft.savedAt().ifPresent(at -> root.put("savedAt", at.toString()));
    draft.assetsOf().ifPresent(id -> root.put("assetsOf", id.text()));
    root.put("text", draft.text());
    draft.samples().ifPresent(text -> root.put("samples", text));
    try {
      return MAPPER.writeValueAsBytes(root);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a tree of texts can be written", impossible);
    }
  }

  private static Optional<Draft> read(TemplateId id, byte[] file) {
    try {
      JsonNode root = MAPPER.readTree(file);
      return Optional.of(
          new Draft(
              root.path("revision").asLong(),
              Optional.of(Instant.parse(root.path("savedAt").asText())),
              Optional.ofNullable(root.get("assetsOf"))
                  .flatMap(text -> TemplateId.parse(text.asText())),
              root.path("text").asText(),
              Optional.ofNullable(root.get("samples")).map(JsonNode::asText)));
    } catch (IOException | DateTimeException damaged) {
      log.warn("the draft of {} cannot be read: {}", id, damaged.getClass().getName());
      return Optional.empty();
    }
  }
}
