package dev.nameplate.access.token;

import dev.nameplate.access.sign.Key;
import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.sign.Netstrings;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Writes and reads tokens. One is {@code key.contents.mac}, of characters that {@code
 * Authorization: Bearer} takes (RFC 6750); its contents are not secret, its MAC of 256 bits holds
 * them.
 */
public final class Tokens {
  private static final String FORM = "nameplate-token-1";
  private static final int PARTS = 3;

  private final KeyRing keys;

  public Tokens(KeyRing keys) {
    this.keys = keys;
  }

  /** The text of a token; empty where there is no key. */
  public Optional<String> write(Token token) {
    return keys.first()
        .map(
            key ->
                key.id()
                    + "."
                    + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Netstrings.write(token.items()))
                    + "."
                    + key.grant(canonical(key, token.items())));
  }

  /** The token of a text; empty where no key of this server's wrote it so. */
  public Optional<Token> read(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    return keys.find(parts[0])
        .flatMap(
            key ->
                items(parts[1])
                    .filter(items -> Key.same(key.grant(canonical(key, items)), parts[2])))
        .flatMap(Token::of);
  }

  private static List<String> canonical(Key key, List<String> items) {
    List<String> all = new ArrayList<>(List.of(FORM, key.id()));
    all.addAll(items);
    return all;
  }

  private static Optional<List<String>> items(String contents) {
    try {
      return Netstrings.read(Base64.getUrlDecoder().decode(contents));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
