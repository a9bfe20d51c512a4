package dev.nameplate.serve.fault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.template.Format;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Caches pictures of faults and limits how many are drawn: the latest {@value #CAPACITY} are kept,
 * and one is drawn at a time. Where none may be drawn now, the caller gets a picture of the kind of
 * fault without its details. Drawing runs on the calling thread.
 */
public final class FaultPictures {
  /** Memory for each of the three caches, in bytes. */
  private static final int MAX_BYTES = 4 << 20;

  /** Estimated bytes of an entry besides its picture. */
  private static final int OVERHEAD = 256;

  private final FaultPainter painter;
  private final Semaphore permit = new Semaphore(1);
  private final Cache<Key, EncodedPicture> latest = bounded();

  /** One picture for each kind of fault and format. */
  private final Cache<Key, EncodedPicture> general = bounded();

  /** Title cards. */
  private final Cache<Key, EncodedPicture> titles = bounded();

  private static Cache<Key, EncodedPicture> bounded() {
    return Caffeine.newBuilder()
        .maximumWeight(MAX_BYTES)
        .weigher((Key key, EncodedPicture picture) -> picture.length() + OVERHEAD)
        .build();
  }

  /**
   * @param painter draws what is not cached
   */
  public FaultPictures(FaultPainter painter) {
    this.painter = painter;
  }

  /**
   * Returns the picture of a fault. Draws on the calling thread where it is not cached.
   *
   * @param mayDraw takes a permit of the client's rate limit; called only where the picture is not
   *     cached. Where it returns false, or another picture is being drawn, the picture names the
   *     kind of fault alone
   * @return shared with other callers, must not be changed
   */
  public EncodedPicture of(Fault fault, Format format, BooleanSupplier mayDraw) {
    Key key = new Key(fault, format);
    EncodedPicture cached = latest.getIfPresent(key);
    return cached == null
        ? drawn(key, mayDraw).orElseGet(() -> general(fault.general(), format))
        : cached;
  }

  /**
   * Returns a card that shows a template's title and nothing else. The first call for a title and
   * format draws it on the calling thread; the result is shared and must not be changed.
   */
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
