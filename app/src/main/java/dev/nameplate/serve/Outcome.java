package dev.nameplate.serve;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.pipeline.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The result of a request for a picture. Every case but {@link NotModified} has a body. */
public sealed interface Outcome {
  /**
   * Returns the instant at which the time that the picture shows changes; empty where it shows no
   * time, or only one that is past.
   */
  Optional<Instant> until();

  /** Returns the durations of the steps of this request. */
  Timing timing();

  /**
   * Returns the picture to send; empty where the client has it already, so that the answer is a
   * 304.
   */
  Optional<EncodedPicture> picture();

  /**
   * Returns the ETag with its quotes (RFC 9110, section 8.8.3); empty for a picture that has none.
   */
  Optional<String> tag();

  /** Returns the fields after cleaning and fallback; empty where reading them failed. */
  Optional<MergedFields> resolved();

  /** Returns why the picture is not the one asked for; empty where it is. */
  default Optional<Reason> degradation() {
    return Optional.empty();
  }

  /** Returns whether nothing had to be drawn: the picture was cached, or the client has it. */
  default boolean cached() {
    return false;
  }

  /**
   * Returns whether its bytes were compressed fast, so that the same pixels will be available in
   * fewer bytes.
   */
  default boolean provisional() {
    return picture().filter(EncodedPicture::isProvisional).isPresent();
  }

  /**
   * The requested picture, complete.
   *
   * @param body the file
   * @param etag an entity tag with its quotes (RFC 9110, section 8.8.3)
   * @param fields see {@link Outcome#resolved}
   * @param hit whether the picture came from the cache
   * @param until see {@link Outcome#until}
   * @param timing how long the stages took; zero for those that a cache hit skips
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
   * The client has the picture: a 304 without a body (RFC 9110, section 15.4.5).
   *
   * @param etag one that the client's {@code If-None-Match} lists, with its quotes
   * @param fields see {@link Outcome#resolved}
   * @param until see {@link Outcome#until}
   * @param timing see {@link Outcome#timing}
   */
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
   * A picture in place of the requested one, cached for a short time because the cause is on the
   * server.
   *
   * @param body a file in the requested format
   * @param fields empty where the query could not be merged
   * @param reason why it is not the requested picture
   * @param until see {@link Outcome#until}
   * @param timing see {@link Outcome#timing}
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

  /** Why a picture is degraded. */
  enum Reason {
    /** The queue for drawing was full. */
    OVERLOAD,
    /** The deadline passed first. */
    DEADLINE,
    /** A rate limit had no permit left. */
    RATE,
    /** A layer could not be drawn and is missing. */
    LAYER,
    /** A remote image could not be fetched and is missing. */
    PICTURE,
    /** Drawing failed with an exception. */
    ERROR;

    /**
     * Returns whether load or a rate limit caused it, so that a request a few seconds later may
     * succeed.
     */
    public boolean isLoad() {
      return this == OVERLOAD || this == DEADLINE || this == RATE;
    }

    /**
     * Returns the lower-case name that the header {@code Nameplate-Degraded} and the metrics use.
     */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * How long the stages of a request took; zero for stages that did not run.
   *
   * @param key from the start to the render key, merging and the cache look-up included
   * @param stages those of drawing
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
