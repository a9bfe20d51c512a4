package dev.nameplate.access.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.SignedTemplates;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SealedFieldsTest {
  private static final KeyRing KEYS = KeyRing.parse(SignedTemplates.KEYS).orElseThrow();
  private static final SealedFields FIELDS = new SealedFields(KEYS);
  private static final SealedValues MARIA =
      new SealedValues(Map.of("name", "Maria"), Optional.of(Instant.ofEpochSecond(2_000_000_000)));

  private static String sealed(String keyId) {
    return SealedFields.seal(KEYS.find(keyId).orElseThrow(), "card", MARIA, new byte[12]);
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
  void values_areNotInTheTextOfTheirTypes() {
    assertThat(MARIA.toString() + KEYS + KEYS.first()).doesNotContain("Maria", "0123456789");
  }
}
