package dev.nameplate.pipeline.background;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.encode.StripStore;
import dev.nameplate.encode.formats.StripFormats;
import dev.nameplate.render.PreparedBackground;
import dev.nameplate.render.StoredPixelsException;
import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.store.WorkArea;
import dev.nameplate.store.WorkFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepared backgrounds in the work folder, so that neither a restart nor another process prepares
 * them again: pixels in {@link PixelFile}s, encoded strips in files beside them. A file that is
 * damaged, or was written by another build, is deleted and counts as missing. Where the work folder
 * cannot be used, nothing is found and nothing is kept.
 *
 * <p>Safe for many threads and for several processes on one folder. Its methods read and write
 * files, so they are for threads that draw.
 */
public final class BackgroundFiles {
  private static final Logger log = LoggerFactory.getLogger(BackgroundFiles.class);

  /** The most indexes of pixel files on the heap, of one or two kilobytes each. */
  public static final int MAX_INDEXES = 4096;

  private final Supplier<WorkFolder> work;
  private final EngineIdentity engine;
  private final SharedStrips shared;
  private final Cache<BackgroundKey, PixelFile> indexes =
      Caffeine.newBuilder().maximumSize(MAX_INDEXES).build();

  /**
   * @param work the work folder, which is opened at the first use
   * @param engine part of every file's name, so that other builds' files are not found
   */
  public BackgroundFiles(Supplier<WorkFolder> work, EngineIdentity engine) {
    this(work, engine, SharedStrips.NONE);
  }

  /**
   * @param work the work folder, which is opened at the first use
   * @param engine part of every file's name, so that other builds' files are not found
   * @param shared strips of other nodes, which are looked at where there is no file
   */
  public BackgroundFiles(Supplier<WorkFolder> work, EngineIdentity engine, SharedStrips shared) {
    this.work = work;
    this.engine = engine;
    this.shared = shared;
  }

  /** The file with a background's pixels; empty if there is none that can be used. */
  Optional<PixelFile> pixels(BackgroundKey key) {
    PixelFile known = indexes.getIfPresent(key);
    if (known != null) {
      return Optional.of(known);
    }
    String name = key.fileName(engine);
    Optional<PixelFile> opened = work.get().path(WorkArea.CACHE, name).flatMap(at -> open(at, key));
    opened.ifPresent(
        file -> {
          indexes.put(key, file);
          work.get().touch(WorkArea.CACHE, name);
        });
    return opened;
  }

  private Optional<PixelFile> open(Path path, BackgroundKey key) {
    try {
      return Optional.of(PixelFile.open(path, key.fileName(engine)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException | RuntimeException unusable) {
      discard(key, reason(unusable));
      return Optional.empty();
    }
  }

  /** Stores a background's pixels, which are on the heap, unless they are stored already. */
  void keep(BackgroundKey key, PreparedBackground background) {
    if (pixels(key).isEmpty()) {
      String name = key.fileName(engine);
      byte[] file =
          PixelFile.write(name, background, PixelFile.neededStrips(background, key.whole()));
      boolean unused = work.get().write(WorkArea.CACHE, name, file);
    }
  }

  /**
   * Deletes a background's pixels.
   *
   * @param reason why they cannot be used, for the log
   */
  void discard(BackgroundKey key, String reason) {
    indexes.invalidate(key);
    log.warn("{}: stored pixels are made again: {}", key.id(), reason);
    work.get().delete(WorkArea.CACHE, key.fileName(engine));
  }

  /** The encoded strips of a background; empty if there are none that can be used. */
  Optional<StripStore> strips(BackgroundKey.Strips key) {
    String name = key.fileName(engine);
    Optional<byte[]> file = work.get().read(WorkArea.CACHE, name);
    if (file.isEmpty()) {
      return fetched(key, name);
    }
    try {
      StripStore strips = strips(name, ByteBuffer.wrap(file.get()));
      work.get().touch(WorkArea.CACHE, name);
      return Optional.of(strips);
    } catch (RuntimeException damaged) {
      log.warn("{}: stored strips are made again: {}", key.pixels().id(), reason(damaged));
      work.get().delete(WorkArea.CACHE, name);
      return Optional.empty();
    }
  }

  /** The strips that another node has encoded; they are stored here too. */
  private Optional<StripStore> fetched(BackgroundKey.Strips key, String name) {
    Optional<byte[]> file = shared.find(name);
    try {
      Optional<StripStore> strips = file.map(bytes -> strips(name, ByteBuffer.wrap(bytes)));
      if (strips.isPresent()) {
        boolean unused = work.get().write(WorkArea.CACHE, name, file.get());
      }
      return strips;
    } catch (RuntimeException damaged) {
      log.warn("{}: shared strips are not used: {}", key.pixels().id(), reason(damaged));
      return Optional.empty();
    }
  }

  private static StripStore strips(String name, ByteBuffer file) {
    int sum = file.getInt();
    CRC32C found = new CRC32C();
    found.update(file.duplicate());
    if ((int) found.getValue() != sum) {
      throw new StoredPixelsException("the file is damaged");
    }
    byte[] written = new byte[file.getInt()];
    file.get(written);
    if (!name.equals(new String(written, StandardCharsets.UTF_8))) {
      throw new StoredPixelsException("the file belongs to another background");
    }
    return StripFormats.read(file);
  }

  /** Stores strips that were encoded at best effort, unless they are stored already. */
  void keep(BackgroundKey.Strips key, StripStore strips) {
    String name = key.fileName(engine);
    if (work.get().exists(WorkArea.CACHE, name)) {
      return;
    }
    byte[] written = name.getBytes(StandardCharsets.UTF_8);
    byte[] content = StripFormats.write(strips);
    ByteBuffer file = ByteBuffer.allocate(8 + written.length + content.length);
    file.putInt(0).putInt(written.length).put(written).put(content);
    CRC32C sum = new CRC32C();
    sum.update(file.array(), 4, file.capacity() - 4);
    file.putInt(0, (int) sum.getValue());
    boolean unused = work.get().write(WorkArea.CACHE, name, file.array());
    shared.keep(name, file.array());
  }

  /** Without a path, which may name a person. */
  private static String reason(Exception failed) {
    return failed instanceof StoredPixelsException
        ? String.valueOf(failed.getMessage())
        : failed.getClass().getName();
  }
}
