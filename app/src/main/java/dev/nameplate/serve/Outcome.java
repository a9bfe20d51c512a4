package dev.nameplate.serve;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.pipeline.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a request for a picture came to; there is a picture in every case but {@link NotModified}.
 */
public sealed interface Outcome {
  /** When the picture shows a time that has passed; empty where it shows none that will. */
  Optional<Instant> until();

  /** Where the time went. */
  Timing timing();

  /** The picture to send; empty where the client has it. */
  Optional<EncodedPicture> picture();

  /** The ETag with its quotes (RFC 9110, section 8.8.3); empty for a picture that has none. */
  Optional<String> tag();

  /** The fields as they were read; empty where not even those could be had. */
  Optional<MergedFields> resolved();

  /** Why the picture is not the one asked for; empty where it is. */
  default Optional<Reason> degradation() {
    return Optional.empty();
  }

  /** Whether nothing had to be drawn. */
  default boolean cached() {
    return false;
  }

  /** Whether the same pixels will soon be had in fewer bytes. */
  default boolean provisional() {
    return false;
  }

  /**
   * The picture asked for.
   *
   * @param hit whether it was there already
   */
  record Picture(
      EncodedPicture body,
      String etag,
      MergedFields fields,
      boolean hit,
      Optional<Instant> until,
      Timing timing)
      implements Outcome {
    @Override
    public Optional<EncodedPicture> picture() {
      return Optional.of(body);
    }

    @Override
    public Optional<String> tag() {
      return Optional.of(etag);
    }

    @Override
    public Optional<MergedFields> resolved() {
      return Optional.of(fields);
    }

    @Override
    public boolean cached() {
      return hit;
    }
  }

  /**
   * The picture asked for, before its template's strips are packed as hard as they will be: the
   * right pixels in too many bytes, for a short while.
   *
   * @param etag other than that of the packed picture
   */
  record Quick(
      EncodedPicture body, String etag, MergedFields fields, Optional<Instant> until, Timing timing)
      implements Outcome {
    @Override
    public Optional<EncodedPicture> picture() {
      return Optional.of(body);
    }

    @Override
    public Optional<String> tag() {
      return Optional.of(etag);
    }

    @Override
    public Optional<MergedFields> resolved() {
      return Optional.of(fields);
    }

    @Override
    public boolean provisional() {
      return true;
    }
  }

  /** The asker has it already. */
  record NotModified(String etag, MergedFields fields, Optional<Instant> until, Timing timing)
      implements Outcome {
    @Override
    public Optional<EncodedPicture> picture() {
      return Optional.empty();
    }

    @Override
    public Optional<String> tag() {
      return Optional.of(etag);
    }

    @Override
    public Optional<MergedFields> resolved() {
      return Optional.of(fields);
    }

    @Override
    public boolean cached() {
      return true;
    }
  }

  /**
   * Something of ours failed; this is the best that could be had, for a short while.
   *
   * @param fields empty where not even those could be had
   */
  record Degraded(
      EncodedPicture body,
      Optional<MergedFields> fields,
      Reason reason,
      Optional<Instant> until,
      Timing timing)
      implements Outcome {
    @Override
    public Optional<EncodedPicture> picture() {
      return Optional.of(body);
    }

    @Override
    public Optional<String> tag() {
      return Optional.empty();
    }

    @Override
    public Optional<MergedFields> resolved() {
      return fields;
    }

    @Override
    public Optional<Reason> degradation() {
      return Optional.of(reason);
    }
  }

  /** Why a picture is not what was asked for. */
  enum Reason {
    OVERLOAD,
    DEADLINE,
    RATE,
    LAYER,
    PICTURE,
    ERROR;

    /** Whether too much was asked of us, so that it may be well again in seconds. */
    public boolean isLoad() {
      return this == OVERLOAD || this == DEADLINE || this == RATE;
    }

    /** As the header writes it. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Where the time went; zero for what was not done.
   *
   * @param key from the query to the key and the cache's answer
   */
  record Timing(Duration key, Stages stages) {
    static Timing ofKey(long startNanos) {
      return new Timing(Duration.ofNanos(System.nanoTime() - startNanos), Stages.NONE);
    }

    Timing drawn(RenderResult picture) {
      return new Timing(key, picture.stages());
    }
  }
}
