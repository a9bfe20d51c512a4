package dev.nameplate.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.SignedTemplates;
import dev.nameplate.access.sign.KeyRing;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TokensTest {
  private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
  private static final Tokens TOKENS =
      new Tokens(KeyRing.parse(SignedTemplates.KEYS).orElseThrow());

  private static Token token(String... scopes) {
    return new Token(Stream.of(scopes).flatMap(text -> Scope.parse(text).stream()).toList(), END);
  }

  @Test
  void token_isReadBack_andFitsAHeader() {
    Token token = token("render:welcome", "explain");
    String text = TOKENS.write(token).orElseThrow();
    assertThat(text).startsWith("new.").matches("[A-Za-z0-9._-]+");
    assertThat(TOKENS.read(text)).contains(token);
    assertThat(new Tokens(KeyRing.NONE).write(token)).isEmpty();
    assertThat(new Tokens(KeyRing.NONE).read(text)).isEmpty();
  }

  @Test
  void everyCharacter_counts() {
    String text = TOKENS.write(token("render:welcome")).orElseThrow();
    Token whole = token("render:welcome");
    for (int at = 0; at < text.length(); at++) {
      for (char other : new char[] {'A', 'z', '_', '.', '='}) {
        String changed = text.substring(0, at) + other + text.substring(at + 1);
        if (!changed.equals(text)) {
          // The last character of the contents holds bits that mean nothing.
          assertThat(TOKENS.read(changed).filter(read -> !read.equals(whole))).isEmpty();
        }
      }
    }
    for (String broken : List.of("", ".", "..", "...", "new..", "new.AAAA.AAAA", text + ".x")) {
      assertThat(TOKENS.read(broken)).as(broken).isEmpty();
    }
  }

  @Test
  void keyOfAnother_orOfAnotherUse_signsNoToken() {
    Tokens other = new Tokens(KeyRing.parse("new:" + "y".repeat(32)).orElseThrow());
    assertThat(TOKENS.read(other.write(token("render")).orElseThrow())).isEmpty();
  }

  @Test
  void token_allows_whatItsScopesSay_untilItsEnd() {
    Token one = token("render:welcome");
    Instant before = END.minusMillis(1);
    assertThat(one.allows("render", "welcome", before)).isTrue();
    assertThat(one.allows("render", "welcome", END)).isFalse();
    assertThat(one.allows("render", "welcome2", before)).isFalse();
    assertThat(one.allows("explain", "welcome", before)).isFalse();
    assertThat(token("render").allows("render", "any/thing", before)).isTrue();
    Token folder = token("render:spring/*");
    assertThat(folder.allows("render", "spring/welcome", before)).isTrue();
    assertThat(folder.allows("render", "spring", before)).isFalse();
    assertThat(folder.allows("render", "springtime/welcome", before)).isFalse();
  }

  @Test
  void scope_thatIsNone_isNotRead() {
    for (String text :
        List.of("", ":", "Render", "render:", "render:*", "render:A", "a b", "r:x/")) {
      assertThat(Scope.parse(text)).as(text).isEmpty();
    }
  }
}
