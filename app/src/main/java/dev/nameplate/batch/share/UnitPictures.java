package dev.nameplate.batch.share;

import dev.nameplate.batch.job.JobKeys;
import dev.nameplate.batch.job.JobMode;
import dev.nameplate.batch.job.JobSpec;
import dev.nameplate.batch.job.RowPictures;
import dev.nameplate.batch.job.RowUnit;
import dev.nameplate.batch.share.JobBoard.Part;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.store.ResultStore;
import dev.nameplate.template.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The pictures of a unit: those that any node has drawn before, and those that this one draws,
 * which are held in memory until the unit is written. Pictures of files lie on the board with the
 * job; pictures that are drawn ahead lie in the cache that the nodes share.
 */
final class UnitPictures implements RowPictures.Keeper {
  private static final int LABEL = 16;
  private static final Duration LOOK_UP = Duration.ofSeconds(1);

  private final JobBoard board;
  private final JobSpec spec;
  private final SharedData data;
  private final byte[] labels;
  private final Shared shared;
  private final Map<RenderKey, RowPictures.Kept> known = new HashMap<>();
  private final List<Drawn> drawn = new ArrayList<>();
  private final List<Long> numbers = new ArrayList<>();

  /**
   * The cache that nodes share.
   *
   * @param keep how long a picture is kept there
   */
  record Shared(ResultStore results, Duration keep) {}

  /** A picture that is not written yet. */
  @SuppressWarnings("ArrayRecordComponent") // Written, never compared.
  private record Drawn(Optional<RenderKey> key, byte[] file) {}

  /**
   * @param key of the job: 32 bytes
   */
  UnitPictures(JobBoard board, JobSpec spec, SharedData data, byte[] key, Shared shared) {
    this.board = board;
    this.spec = spec;
    this.data = data;
    this.labels = JobKeys.hmac(key, "/pictures".getBytes(StandardCharsets.UTF_8));
    this.shared = shared;
  }

  private String label(RenderKey key) {
    byte[] mac = JobKeys.hmac(labels, key.hex().getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(Arrays.copyOf(mac, LABEL));
  }

  /** Where nothing can be looked up, the picture is drawn. */
  @Override
  public Optional<RowPictures.Kept> find(RenderKey key) {
    synchronized (this) {
      if (known.containsKey(key)) {
        return Optional.of(known.get(key));
      }
    }
    Optional<RowPictures.Kept> found = spec.mode() == JobMode.FILES ? ofJob(key) : ofCache(key);
    synchronized (this) {
      found.ifPresent(kept -> known.put(key, kept));
    }
    return found;
  }

  private Optional<RowPictures.Kept> ofJob(RenderKey key) {
    try {
      return board
          .get(spec.id(), Part.LABELS, label(key))
          .map(note -> kept(new String(note, StandardCharsets.US_ASCII)));
    } catch (IOException down) {
      return Optional.empty();
    }
  }

  private static String note(long number, int length) {
    return number + ":" + length;
  }

  private static RowPictures.Kept kept(String note) {
    int colon = note.indexOf(':');
    return new RowPictures.Kept(
        Long.parseLong(note.substring(0, colon)), Integer.parseInt(note.substring(colon + 1)));
  }

  private Optional<RowPictures.Kept> ofCache(RenderKey key) {
    try {
      return shared
          .results()
          .get(key)
          .toCompletableFuture()
          .get(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS)
          .filter(picture -> !picture.isProvisional())
          .map(picture -> new RowPictures.Kept(0, picture.length()));
    } catch (ExecutionException | TimeoutException down) {
      return Optional.empty();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public synchronized RowPictures.Kept keep(RenderKey key, byte[] file) {
    RowPictures.Kept kept = held(new Drawn(Optional.of(key), file));
    known.put(key, kept);
    return kept;
  }

  @Override
  public synchronized RowPictures.Kept keep(byte[] file) {
    return held(new Drawn(Optional.empty(), file));
  }

  /** What is held is known by less than 0. */
  private RowPictures.Kept held(Drawn picture) {
    drawn.add(picture);
    return new RowPictures.Kept(-drawn.size(), picture.file().length);
  }

  /** How many pictures were drawn here. */
  synchronized long count() {
    return drawn.size();
  }

  /**
   * Writes what was drawn and is not written yet.
   *
   * @throws IOException where it cannot be written now; it may be tried again
   */
  synchronized void write() throws IOException {
    while (numbers.size() < drawn.size()) {
      Drawn picture = drawn.get(numbers.size());
      numbers.add(spec.mode() == JobMode.FILES ? ofFile(picture) : ahead(picture));
    }
  }

  private long ofFile(Drawn picture) throws IOException {
    long number = board.number(spec.id());
    String label = picture.key().map(this::label).orElse("row " + number);
    String there =
        board.picture(
            spec.id(),
            label,
            number,
            note(number, picture.file().length),
            data.picture(number, picture.file()));
    return kept(there).offset();
  }

  private long ahead(Drawn picture) {
    Format format = Format.ofEnding(spec.options().format()).orElse(Format.PNG);
    picture
        .key()
        .ifPresent(
            key ->
                shared
                    .results()
                    .put(key, new EncodedPicture(format, List.of(picture.file())), shared.keep()));
    return 0;
  }

  /** A file of a row as it is read once all is written. */
  synchronized RowUnit.File written(RowUnit.File file) {
    return file.offset() >= 0
        ? file
        : new RowUnit.File(
            file.row(), file.slug(), numbers.get((int) -file.offset() - 1), file.length());
  }
}
