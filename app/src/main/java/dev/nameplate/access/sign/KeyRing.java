package dev.nameplate.access.sign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server's keys. The first signs and seals new URLs, all of them verify and open existing ones,
 * so that a key can be replaced while URLs in sent mails remain valid.
 */
public final class KeyRing {
  /** No key: nothing can be signed, and no signature is accepted. */
  public static final KeyRing NONE = new KeyRing(List.of());

  /** Minimum length of a secret, in bytes of UTF-8. */
  public static final int SECRET_BYTES = 32;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  private final List<Key> keys;

  private KeyRing(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Parses {@code NAMEPLATE_KEYS}: {@code id:secret,id:secret}. A blank text means no keys; blanks
   * around an entry, an id or a secret are ignored.
   *
   * @return the keys in the text's order; empty where an id does not follow {@code
   *     [A-Za-z0-9_-]{1,32}} or occurs twice, or a secret has fewer than {@value #SECRET_BYTES}
   *     bytes of UTF-8
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
      boolean duplicate = keys.stream().anyMatch(key -> key.id().equals(id));
      if (duplicate || !ID.matcher(id).matches() || secret.getBytes(UTF_8).length < SECRET_BYTES) {
        return Optional.empty();
      }
      keys.add(new Key(id, secret));
    }
    return Optional.of(new KeyRing(keys));
  }

  /** Returns the key that signs and seals new URLs; empty where there are no keys. */
  public Optional<Key> first() {
    return keys.stream().findFirst();
  }

  /** Returns the key with an id, matching case; empty where there is none. */
  public Optional<Key> find(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  /** Returns whether there are no keys. */
  public boolean isEmpty() {
    return keys.isEmpty();
  }

  /** Has the ids of the keys only, never a secret. */
  @Override
  public String toString() {
    return keys.toString();
  }
}
