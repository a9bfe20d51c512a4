package dev.nameplate.serve.fault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.template.Format;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Pictures that say what is wrong with an address, as few as possible of them drawn: the latest are
 * kept, one is drawn at a time, and who may have nothing drawn gets the words that fit every fault
 * of a kind. They are drawn on the asker's thread, and there are few of those.
 */
public final class FaultPictures {
  private static final int KEPT = 128;

  private final FaultPainter painter;
  private final Semaphore permit = new Semaphore(1);
  private final Cache<Key, EncodedPicture> latest = Caffeine.newBuilder().maximumSize(KEPT).build();

  /** As many as there are kinds, once for each format. */
  private final Cache<Key, EncodedPicture> general =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  /** Templates' titles, which stand in for pictures that cannot be had. */
  private final Cache<Key, EncodedPicture> titles = Caffeine.newBuilder().maximumSize(KEPT).build();

  public FaultPictures(FaultPainter painter) {
    this.painter = painter;
  }

  /**
   * The picture of a fault.
   *
   * @param mayDraw asked only where it has to be drawn
   */
  public EncodedPicture of(Fault fault, Format format, BooleanSupplier mayDraw) {
    Key key = new Key(fault, format);
    EncodedPicture kept = latest.getIfPresent(key);
    return kept == null
        ? drawn(key, mayDraw).orElseGet(() -> general(fault.general(), format))
        : kept;
  }

  /** A card with a template's title and no more. */
  public EncodedPicture titleCard(String title, Format format) {
    return titles.get(new Key(new Fault("title", 200, title, " "), format), this::paint);
  }

  private Optional<EncodedPicture> drawn(Key key, BooleanSupplier mayDraw) {
    if (!mayDraw.getAsBoolean() || !permit.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.of(latest.get(key, this::paint));
    } finally {
      permit.release();
    }
  }

  private EncodedPicture general(Fault fault, Format format) {
    return general.get(new Key(fault, format), this::paint);
  }

  private EncodedPicture paint(Key key) {
    return painter.paint(key.fault().title(), key.fault().detail(), key.format());
  }

  private record Key(Fault fault, Format format) {}
}
