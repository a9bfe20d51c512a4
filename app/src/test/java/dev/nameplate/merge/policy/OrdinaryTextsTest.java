package dev.nameplate.merge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.Fields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The guard's cost: how many ordinary texts it refuses. */
final class OrdinaryTextsTest {
  private static final Field TEXT = Fields.of("title", FieldKind.TEXT);
  private static final ContentPolicy GUARD = ContentPolicy.WITHOUT_WORDS;

  /** Fewer than one in a thousand of 2,000. */
  @Test
  void productTexts_areNotRefused() {
    List<String> texts = ProductTexts.of(20261129, 2_000);
    Map<String, String> refused = new TreeMap<>();
    for (String text : texts) {
      GUARD.objection(TEXT, text).ifPresent(why -> refused.put(text, why));
    }
    assertThat(refused).as("refused of 2000").hasSizeLessThan(2);
  }
}
