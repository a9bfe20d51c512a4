package dev.nameplate.http.image;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Whole responses by the request that they answered, so that a repeated request is not parsed
 * again.
 *
 * <p>A response is valid until its template changes, and until an instant. Many requests may have
 * one picture, so pictures are stored once each, outside the heap and ready to be written. Three
 * quarters of the bytes are for pictures and one quarter for the other parts. Safe for many
 * threads.
 *
 * @param <A> a response without its body
 */
public final class ResponseCache<A> {
  /** Estimated bytes of a response with its headers. */
  private static final int RESPONSE_BYTES = 1024;

  /** Estimated bytes of a picture's entry besides its bytes. */
  private static final int OVERHEAD = 256;

  private final boolean disabled;
  private final Cache<TargetHash, Entry<A>> responses;
  private final Cache<String, ByteBuffer> pictures;
  private final ToLongFunction<A> changedIn;

  /**
   * @param maxBytes capacity in bytes; 0 caches nothing
   * @param changedIn the generation of the templates in which what a response shows last changed
   */
  public ResponseCache(long maxBytes, ToLongFunction<A> changedIn) {
    this.changedIn = changedIn;
    // Caffeine holds an entry for a moment even where the maximum is 0.
    disabled = maxBytes == 0;
    responses = Caffeine.newBuilder().maximumSize(maxBytes / 4 / RESPONSE_BYTES).build();
    pictures =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes / 4 * 3)
            .weigher((String etag, ByteBuffer file) -> file.capacity() + OVERHEAD)
            .build();
  }

  /**
   * Returns the response to a request; empty if none is cached or it is no longer valid.
   *
   * @param now a response is valid before its expiry, not at it
   */
  public Optional<A> find(TargetHash target, Instant now) {
    return Optional.ofNullable(responses.getIfPresent(target))
        .filter(entry -> isValid(entry, now))
        .map(Entry::response);
  }

  private boolean isValid(Entry<A> entry, Instant now) {
    return now.isBefore(entry.until())
        && changedIn.applyAsLong(entry.response()) <= entry.generation();
  }

  /**
   * Returns a read-only view of a picture's bytes, with a position of its own that begins at 0;
   * empty if the picture is not cached.
   *
   * @param etag the key under which the picture was stored
   */
  public Optional<ByteBuffer> picture(String etag) {
    return Optional.ofNullable(pictures.getIfPresent(etag)).map(ByteBuffer::duplicate);
  }

  /**
   * Stores a response. Nothing is stored if the capacity is 0.
   *
   * @param generation of the templates, read before the request was parsed
   * @param until when it is no longer valid
   */
  public void keep(TargetHash target, A response, long generation, Instant until) {
    if (!disabled) {
      responses.put(target, new Entry<>(response, generation, until));
    }
  }

  /**
   * Stores a copy of a picture's bytes, unless they are stored already or the capacity is 0.
   *
   * @param etag the key, which no other picture may have
   * @param parts the file in parts, not kept and not changed
   * @throws OutOfMemoryError if the process may not use so much memory outside its heap
   */
  public void keepPicture(String etag, List<byte[]> parts) {
    if (!disabled) {
      pictures.asMap().computeIfAbsent(etag, absent -> joined(parts));
    }
  }

  private static ByteBuffer joined(List<byte[]> parts) {
    ByteBuffer file = ByteBuffer.allocateDirect(parts.stream().mapToInt(part -> part.length).sum());
    parts.forEach(file::put);
    return file.flip().asReadOnlyBuffer();
  }

  private record Entry<A>(A response, long generation, Instant until) {}
}
