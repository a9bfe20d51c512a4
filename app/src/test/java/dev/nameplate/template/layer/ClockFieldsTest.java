package dev.nameplate.template.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLoader;
import dev.nameplate.template.parse.ParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock names the fields of its labels and of its words after the end. */
final class ClockFieldsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path root;

  @Test
  void fieldsOfLabelsAndOfTheEnd_areNamed() throws IOException {
    Files.createDirectories(root.resolve("t"));
    Files.writeString(
        root.resolve("t/template.json"),
        """
        {"width": 400, "height": 100,
         "fields": {"unit": {"kind": "text"}, "thanks": {"kind": "text"}},
         "layers": [{"type": "countdown", "box": [0, 0, 400, 100],
           "to": "2027-01-01T00:00:00Z", "units": ["days"], "labels": {"days": "{{ unit }}"},
           "ended": "{{ thanks }}", "font": "Inter", "size": 30}]}
        """);
    ParseResult read = new TemplateLoader(new FolderTemplateFiles(root)).load("t");
    assertThat(read).as("%s", read).isInstanceOf(ParseResult.Usable.class);
    Layer clock = ((ParseResult.Usable) read).template().layers().get(0);
    assertThat(clock.fields()).containsExactlyInAnyOrder("unit", "thanks");
  }
}
