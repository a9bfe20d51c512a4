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

/**
 * A result store on this process's heap, bounded by bytes; evicts what is used least (Caffeine's
 * W-TinyLFU).
 */
public final class MemoryResultStore implements ResultStore {
  /** Estimated bytes of an entry besides its picture. */
  private static final int OVERHEAD = 256;

  private final boolean disabled;
  private final Cache<RenderKey, Entry> pictures;

  /**
   * @param maxBytes capacity in bytes, an overhead of {@value #OVERHEAD} for each picture included;
   *     0 keeps none
   */
  public MemoryResultStore(long maxBytes) {
    this(maxBytes, System::nanoTime);
  }

  /**
   * @param maxBytes capacity in bytes, an overhead of {@value #OVERHEAD} for each picture included;
   *     0 keeps none
   * @param nanos a monotonic clock in nanoseconds, by which entries expire
   */
  public MemoryResultStore(long maxBytes, LongSupplier nanos) {
    // Caffeine holds an entry for a moment even where the maximum is 0.
    this.disabled = maxBytes == 0;
    Ticker ticker = nanos::getAsLong;
    this.pictures =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((RenderKey key, Entry entry) -> entry.picture().length() + OVERHEAD)
            .executor(Runnable::run)
            .ticker(ticker)
            .expireAfter(Expiry.<RenderKey, Entry>writing((key, entry) -> entry.keep()))
            .build();
  }

  /**
   * Returns the picture of a key, like {@link #get} but without a stage around it. Its arrays are
   * shared and must not be changed; empty where there is none or it has expired.
   */
  public Optional<EncodedPicture> find(RenderKey key) {
    return Optional.ofNullable(pictures.getIfPresent(key)).map(Entry::picture);
  }

  @Override
  public CompletionStage<Optional<EncodedPicture>> get(RenderKey key) {
    return completedFuture(find(key));
  }

  @Override
  public void put(RenderKey key, EncodedPicture picture, Duration keep) {
    if (disabled || keep.isNegative() || keep.isZero()) {
      pictures.invalidate(key);
    } else {
      Entry entry = new Entry(picture, keep);
      pictures.asMap().merge(key, entry, Entry::better);
    }
  }

  private record Entry(EncodedPicture picture, Duration keep) {
    /** The later one, unless it was compressed fast and this one was not. */
    Entry better(Entry later) {
      return later.picture().isProvisional() && !picture.isProvisional() ? this : later;
    }
  }
}
