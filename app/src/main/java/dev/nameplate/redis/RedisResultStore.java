package dev.nameplate.redis;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.store.ResultStore;
import dev.nameplate.template.Format;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Finished pictures in Redis, which all nodes of one build share. A value is two bytes, the
 * compression's effort and the format, and the file; its key is a digest. A picture that was
 * compressed fast never replaces another.
 */
final class RedisResultStore implements ResultStore {
  private static final int HEAD = 2;

  private final RedisCache cache;

  RedisResultStore(RedisCache cache) {
    this.cache = cache;
  }

  @Override
  public CompletionStage<Optional<EncodedPicture>> get(RenderKey key) {
    return cache.get(key.hex()).thenApply(found -> found.flatMap(RedisResultStore::read));
  }

  @Override
  public void put(RenderKey key, EncodedPicture picture, Duration keep) {
    long length = picture.parts().stream().mapToLong(part -> part.length).sum();
    if (cache.fits(length + HEAD)) {
      var unused = cache.put(key.hex(), write(picture), keep, picture.isProvisional());
    }
  }

  private static byte[] write(EncodedPicture picture) {
    ByteBuffer value = ByteBuffer.allocate(HEAD + picture.length());
    value.put((byte) picture.effort().ordinal()).put((byte) picture.format().ordinal());
    picture.parts().forEach(value::put);
    return value.array();
  }

  /** Empty for what no build of this name has written. */
  private static Optional<EncodedPicture> read(byte[] value) {
    if (value.length < HEAD
        || value[0] < 0
        || value[0] >= Effort.values().length
        || value[1] < 0
        || value[1] >= Format.values().length) {
      return Optional.empty();
    }
    return Optional.of(
        new EncodedPicture(
            Format.values()[value[1]],
            List.of(Arrays.copyOfRange(value, HEAD, value.length)),
            Effort.values()[value[0]]));
  }
}
