package dev.nameplate.redis;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.store.ResultStore;
import dev.nameplate.template.Format;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Finished pictures in Redis, which all nodes of one build share. A value is a byte for the
 * compression's effort, the format's ending with its length before it, and the file; its key is a
 * digest. A picture that was compressed fast never replaces another.
 */
final class RedisResultStore implements ResultStore {
  private static final int HEAD = 2;
  private static final int MOST_ENDING = 8;
  private static final byte FAST = 1;
  private static final byte BEST = 2;

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
    if (cache.fits(length + HEAD + MOST_ENDING)) {
      var unused = cache.put(key.hex(), write(picture), keep, picture.isProvisional());
    }
  }

  private static byte[] write(EncodedPicture picture) {
    byte[] ending = picture.format().ending().getBytes(StandardCharsets.US_ASCII);
    ByteBuffer value = ByteBuffer.allocate(HEAD + ending.length + picture.length());
    value.put(picture.isProvisional() ? FAST : BEST).put((byte) ending.length).put(ending);
    picture.parts().forEach(value::put);
    return value.array();
  }

  /** Empty for what no build of this name has written. */
  private static Optional<EncodedPicture> read(byte[] value) {
    if (value.length < HEAD || value[1] < 0 || value.length < HEAD + value[1]) {
      return Optional.empty();
    }
    int start = HEAD + value[1];
    Effort effort = value[0] == FAST ? Effort.FAST : Effort.BEST;
    return Format.ofEnding(new String(value, HEAD, value[1], StandardCharsets.US_ASCII))
        .map(
            format ->
                new EncodedPicture(
                    format, List.of(Arrays.copyOfRange(value, start, value.length)), effort));
  }
}
