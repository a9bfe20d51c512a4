package dev.nameplate.store;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.scene.RenderKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/** Pictures on this process's heap, within a number of bytes; the least used go first. */
public final class MemoryResultStore implements ResultStore {
  /** Bytes that an entry takes beside its picture, roughly. */
  private static final int OVERHEAD = 256;

  private final Cache<RenderKey, Entry> pictures;

  /**
   * @param maxBytes what the pictures may take together; 0 keeps none
   */
  public MemoryResultStore(long maxBytes) {
    this(maxBytes, System::nanoTime);
  }

  /**
   * @param maxBytes what the pictures may take together; 0 keeps none
   * @param nanos a clock that never goes back, in nanoseconds, by which entries expire
   */
  public MemoryResultStore(long maxBytes, LongSupplier nanos) {
    Ticker ticker = nanos::getAsLong;
    this.pictures =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((RenderKey key, Entry entry) -> entry.picture().length() + OVERHEAD)
            .ticker(ticker)
            .expireAfter(Expiry.<RenderKey, Entry>writing((key, entry) -> entry.keep()))
            .build();
  }

  /** The picture of a key, without a stage around it. */
  public Optional<EncodedPicture> find(RenderKey key) {
    return Optional.ofNullable(pictures.getIfPresent(key)).map(Entry::picture);
  }

  @Override
  public CompletionStage<Optional<EncodedPicture>> get(RenderKey key) {
    return completedFuture(find(key));
  }

  @Override
  public void put(RenderKey key, EncodedPicture picture, Duration keep) {
    if (keep.isNegative() || keep.isZero()) {
      pictures.invalidate(key);
    } else {
      pictures.put(key, new Entry(picture, keep));
    }
  }

  private record Entry(EncodedPicture picture, Duration keep) {}
}
