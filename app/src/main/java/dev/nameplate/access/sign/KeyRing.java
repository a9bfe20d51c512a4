package dev.nameplate.access.sign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server's keys. The first makes what is new, all of them read what there is, so that a key can
 * be followed by another while mails that were sent go on to work.
 */
public final class KeyRing {
  /** No key: nothing can be signed, and nothing signed is accepted. */
  public static final KeyRing NONE = new KeyRing(List.of());

  /** The least length of a secret, in bytes of UTF-8. */
  public static final int SECRET_BYTES = 32;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  private final List<Key> keys;

  private KeyRing(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads {@code id:secret,id:secret}; nothing means no keys. Spaces around an entry are no part of
   * it.
   *
   * @return empty where an id or a secret is none, or an id stands twice
   */
  public static Optional<KeyRing> parse(String text) {
    if (text.isBlank()) {
      return Optional.of(NONE);
    }
    List<Key> keys = new ArrayList<>();
    for (String entry : text.split(",", -1)) {
      int colon = entry.indexOf(':');
      String id = entry.substring(0, Math.max(0, colon)).strip();
      String secret = entry.substring(colon + 1).strip();
      boolean known = keys.stream().anyMatch(key -> key.id().equals(id));
      if (known || !ID.matcher(id).matches() || secret.getBytes(UTF_8).length < SECRET_BYTES) {
        return Optional.empty();
      }
      keys.add(new Key(id, secret));
    }
    return Optional.of(new KeyRing(keys));
  }

  /** The key that makes what is new. */
  public Optional<Key> first() {
    return keys.stream().findFirst();
  }

  /** The key of an id. */
  public Optional<Key> find(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  public boolean isEmpty() {
    return keys.isEmpty();
  }

  @Override
  public String toString() {
    return keys.toString();
  }
}
