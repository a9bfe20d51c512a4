package dev.nameplate.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.scene.RenderKey;
import java.util.Optional;

/** Finished pictures by key, kept within a number of bytes. */
final class ImageCache {
  /** What an entry takes beside its bytes, roughly. */
  private static final int OVERHEAD = 256;

  private final Cache<RenderKey, EncodedPicture> pictures;

  ImageCache(long maxBytes) {
    this.pictures =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((RenderKey key, EncodedPicture file) -> file.length() + OVERHEAD)
            .build();
  }

  Optional<EncodedPicture> get(RenderKey key) {
    return Optional.ofNullable(pictures.getIfPresent(key));
  }

  void put(RenderKey key, EncodedPicture file) {
    pictures.put(key, file);
  }
}
