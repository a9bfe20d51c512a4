package dev.nameplate.access.sign;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links to a draft for the person who approves it: they show one template until an instant, and
 * whoever has one needs no session. Nothing is stored; each is signed as a picture's URL is ({@link
 * Key}), but over a text that no URL has. Safe for many threads.
 */
public final class ReviewLinks {
  private static final String PURPOSE = "nameplate-review-1";

  /** {@code <seconds since 1970>-<key>-<signature>}. */
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,11})-([A-Za-z0-9_-]{1,32})-([A-Za-z0-9_-]{22})");

  private static final String OWN = "own";

  private final KeyRing keys;
  private final Supplier<Optional<byte[]>> own;

  /**
   * @param keys the first signs, all verify
   * @param own 32 secret bytes that are used where there are no keys; empty where there are none
   *     either, and so no links
   */
  public ReviewLinks(KeyRing keys, Supplier<Optional<byte[]>> own) {
    this.keys = keys;
    this.own = own;
  }

  /** Whether a link may be followed. */
  public enum Verdict {
    OPEN,
    /** It was ours, but its time is over. */
    ENDED,
    /** It is none of ours, or is for another template. */
    REFUSED
  }

  /**
   * Returns what makes a link to a template's draft valid until an instant: letters, digits, {@code
   * _} and {@code -}. Empty where there is no key.
   *
   * @param template the id
   * @param end cut to whole seconds
   */
  public Optional<String> write(String template, Instant end) {
    return first()
        .map(key -> end.getEpochSecond() + "-" + key.id() + "-" + sign(key, template, end));
  }

  /** Returns whether a text is that of a link to a template's draft at an instant. */
  public Verdict judge(String template, String text, Instant now) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Verdict.REFUSED;
    }
    Instant end = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
    boolean ours =
        find(parts.group(2))
            .filter(key -> Key.same(sign(key, template, end), parts.group(3)))
            .isPresent();
    return !ours ? Verdict.REFUSED : now.isBefore(end) ? Verdict.OPEN : Verdict.ENDED;
  }

  /** The end of a link that was judged. */
  public static Instant end(String text) {
    return Instant.ofEpochSecond(Long.parseLong(text.substring(0, text.indexOf('-'))));
  }

  private static String sign(Key key, String template, Instant end) {
    return key.sign(List.of(PURPOSE, template, Long.toString(end.getEpochSecond())));
  }

  private Optional<Key> first() {
    return keys.isEmpty() ? ownKey() : keys.first();
  }

  private Optional<Key> find(String id) {
    return keys.isEmpty() ? ownKey().filter(key -> key.id().equals(id)) : keys.find(id);
  }

  private Optional<Key> ownKey() {
    return own.get().map(secret -> new Key(OWN, HexFormat.of().formatHex(secret)));
  }
}
