package dev.nameplate.access.sign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * What the cookie of a session in the browser holds: a token, sealed as the values of a picture's
 * URL are ({@link SealedFields}), but for sessions alone, with an end. No server keeps a session,
 * so any node can read it. Safe for many threads.
 */
public final class SessionCookies {
  /** How long a session lasts at most. */
  public static final Duration LIFE = Duration.ofHours(12);

  /** The longest token that a session takes, in characters; browsers keep cookies of 4 KB. */
  public static final int LONGEST_TOKEN = 2048;

  private static final String PATH = "/login";
  private static final String TOKEN = "token";

  private final KeyRing keys;
  private final SealedFields sealed;
  private final InstantSource clock;

  /**
   * @param keys the first seals, all open; without any there are no sessions
   * @param clock decides when a session ends
   */
  public SessionCookies(KeyRing keys, InstantSource clock) {
    this.keys = keys;
    this.sealed = new SealedFields(keys);
    this.clock = clock;
  }

  /**
   * A session's cookie.
   *
   * @param value letters, digits and {@code . _ -}
   * @param life until it ends
   */
  public record Cookie(String value, Duration life) {
    /** Has no value. */
    @Override
    public String toString() {
      return "Cookie[" + life + "]";
    }
  }

  /**
   * Returns the cookie of a session that begins now.
   *
   * @param token that was verified
   * @param expires when the token ends; the session ends then, or {@link #LIFE} from now
   * @return empty where there is no key or the token is too long
   */
  public Optional<Cookie> write(String token, Instant expires) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant last = now.plus(LIFE);
    Instant end = expires.isBefore(last) ? expires.truncatedTo(ChronoUnit.SECONDS) : last;
    SealedValues hidden = new SealedValues(Map.of(TOKEN, token), Optional.of(end));
    return keys.first()
        .filter(key -> token.length() <= LONGEST_TOKEN)
        .map(key -> SealedFields.seal(key, PATH, hidden))
        .map(value -> new Cookie(value, Duration.between(now, end)));
  }

  /**
   * What a cookie holds.
   *
   * @param token to be verified again: it may have been revoked
   * @param expires when the session ends
   */
  public record Opened(String token, Instant expires) {
    /** Has no token. */
    @Override
    public String toString() {
      return "Opened[" + expires + "]";
    }
  }

  /** Returns what a cookie holds; empty for a text that is none of ours, or whose time is over. */
  public Optional<Opened> read(String value) {
    return sealed
        .open(PATH, value)
        .filter(hidden -> hidden.values().containsKey(TOKEN))
        .filter(hidden -> hidden.expires().filter(clock.instant()::isBefore).isPresent())
        .map(
            hidden ->
                new Opened(
                    hidden.values().getOrDefault(TOKEN, ""), hidden.expires().orElseThrow()));
  }
}
