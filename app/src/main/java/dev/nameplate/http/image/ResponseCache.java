package dev.nameplate.http.image;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Answers that are given again to whoever asks the same again, without reading the question anew.
 *
 * <p>An answer is good for one generation of the templates and until an instant. Many questions may
 * have one picture, so pictures are kept apart, once each, outside the heap and ready to be sent.
 * Three quarters of the bytes are for them and one for the answers.
 *
 * @param <A> an answer but for its body
 */
public final class ResponseCache<A> {
  /** What an answer takes with its header lines, roughly. */
  private static final int ANSWER_BYTES = 1024;

  /** What a picture takes beside its bytes, roughly. */
  private static final int OVERHEAD = 256;

  private final boolean keepsNothing;
  private final Cache<TargetHash, Entry<A>> answers;
  private final Cache<String, ByteBuffer> pictures;
  private final AtomicLong newest = new AtomicLong();

  /**
   * @param maxBytes what all of it may take; 0 keeps nothing
   */
  public ResponseCache(long maxBytes) {
    // A cache without room holds what it is given for a moment.
    keepsNothing = maxBytes == 0;
    answers = Caffeine.newBuilder().maximumSize(maxBytes / 4 / ANSWER_BYTES).build();
    pictures =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes / 4 * 3)
            .weigher((String etag, ByteBuffer file) -> file.capacity() + OVERHEAD)
            .build();
  }

  /** The answer to a question, where it is still good. */
  public Optional<A> find(TargetHash asked, long generation, Instant now) {
    return Optional.ofNullable(answers.getIfPresent(asked))
        .filter(entry -> entry.generation() == generation && now.isBefore(entry.until()))
        .map(Entry::answer);
  }

  /** A picture's bytes in a buffer that is the caller's own; the bytes are everyone's. */
  public Optional<ByteBuffer> picture(String etag) {
    return Optional.ofNullable(pictures.getIfPresent(etag)).map(ByteBuffer::duplicate);
  }

  /**
   * Keeps an answer; those of older generations go.
   *
   * @param generation of the templates, read before the question was
   */
  public void keep(TargetHash asked, A answer, long generation, Instant until) {
    if (keepsNothing) {
      return;
    }
    if (newest.getAndAccumulate(generation, Math::max) < generation) {
      answers.invalidateAll();
    }
    answers.put(asked, new Entry<>(answer, generation, until));
  }

  /**
   * Keeps a picture's bytes, joined and copied.
   *
   * @throws OutOfMemoryError where the process may not take so much outside its heap
   */
  public void keepPicture(String etag, List<byte[]> parts) {
    if (!keepsNothing) {
      pictures.asMap().computeIfAbsent(etag, absent -> joined(parts));
    }
  }

  private static ByteBuffer joined(List<byte[]> parts) {
    ByteBuffer file = ByteBuffer.allocateDirect(parts.stream().mapToInt(part -> part.length).sum());
    parts.forEach(file::put);
    return file.flip().asReadOnlyBuffer();
  }

  private record Entry<A>(A answer, long generation, Instant until) {}
}
