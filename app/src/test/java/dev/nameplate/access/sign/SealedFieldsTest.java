package dev.nameplate.access.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.SignedTemplates;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SealedFieldsTest {
  private static final KeyRing KEYS = KeyRing.parse(SignedTemplates.KEYS).orElseThrow();
  private static final SealedFields FIELDS = new SealedFields(KEYS);
  private static final SealedValues MARIA =
      new SealedValues(Map.of("name", "Maria"), Optional.of(Instant.ofEpochSecond(2_000_000_000)));

  private static String sealed(String keyId) {
    return SealedFields.seal(KEYS.find(keyId).orElseThrow(), "card", MARIA);
  }

  @Test
  void sealedText_opens_withEveryKey_forItsTemplateAlone() {
    assertThat(FIELDS.open("card", sealed("new"))).contains(MARIA);
    assertThat(FIELDS.open("card", sealed("old"))).contains(MARIA);
    assertThat(FIELDS.open("cards", sealed("new"))).isEmpty();
    assertThat(FIELDS.open("card", sealed("new").replace("new.", "old."))).isEmpty();
    assertThat(FIELDS.open("card", sealed("new").replace("new.", "gone."))).isEmpty();
    assertThat(new SealedFields(KeyRing.NONE).open("card", sealed("new"))).isEmpty();
  }

  @Test
  void everyCharacter_counts() {
    String text = sealed("new");
    for (int at = 0; at < text.length(); at++) {
      for (char other : new char[] {'A', 'B', '_', '=', '.', ' '}) {
        String changed = text.substring(0, at) + other + text.substring(at + 1);
        if (!changed.equals(text)) {
          assertThat(FIELDS.open("card", changed)).as(changed).isEmpty();
        }
      }
      assertThat(FIELDS.open("card", text.substring(0, at))).isEmpty();
    }
    assertThat(FIELDS.open("card", text + "A")).isEmpty();
    assertThat(FIELDS.open("card", text + "=")).isEmpty();
    assertThat(FIELDS.open("card", "")).isEmpty();
  }

  @Test
  void equalOrders_giveEqualTexts_andAnyDifferenceGivesAnotherNonce() {
    assertThat(sealed("new")).isEqualTo(sealed("new"));
    Key key = KEYS.find("new").orElseThrow();
    Set<String> nonces = new HashSet<>();
    for (String name : List.of("Maria", "maria", "Maria ", "")) {
      for (String template : List.of("card", "cards")) {
        for (Optional<Instant> end : List.of(MARIA.expires(), Optional.<Instant>empty())) {
          SealedValues values = new SealedValues(Map.of("name", name), end);
          nonces.add(SealedFields.seal(key, template, values).substring("new.".length(), 20));
        }
      }
    }
    assertThat(nonces).hasSize(16);
  }

  @Test
  void textWithAnotherNonce_opensStill_asThoseMadeBeforeDo() {
    KeyRing ring = KeyRing.parse("k1:correct horse battery staple; and then some").orElseThrow();
    assertThat(
            new SealedFields(ring)
                .open(
                    "welcome", "k1.AAECAwQFBgcICQoLs8Z7M4ohZjENJeWD_26_j0jWeYE-FEH0JPhDJE9xEi3bcg"))
        .contains(new SealedValues(Map.of("name", "Maria"), Optional.empty()));
  }

  @Test
  void values_areNotInTheTextOfTheirTypes() {
    assertThat(MARIA.toString() + KEYS + KEYS.first()).doesNotContain("Maria", "0123456789");
  }
}
