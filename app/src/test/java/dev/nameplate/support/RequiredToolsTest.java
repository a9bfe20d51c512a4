package dev.nameplate.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A test whose tool is missing is skipped where people see it, and fails where tools are required.
 */
final class RequiredToolsTest {
  private static final String MISSING = "no-such-program-of-nameplate";

  @Test
  void missingTool_whereToolsAreRequired_fails() {
    assertThatThrownBy(() -> Tool.find(MISSING, true))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(MISSING);
    assertThat(Tool.find(MISSING, false)).isEmpty();
  }

  @Test
  void missingTool_elsewhere_skips_andIsNamed() {
    if ("required".equals(System.getenv("NAMEPLATE_CHECKERS"))) {
      assertThatThrownBy(() -> RequiredTools.evaluate(List.of(MISSING)))
          .isInstanceOf(AssertionError.class);
      return;
    }
    var result = RequiredTools.evaluate(List.of("java", MISSING));
    assertThat(result.isDisabled()).isTrue();
    assertThat(result.getReason().orElse("")).contains(MISSING);
  }
}
