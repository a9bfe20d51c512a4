package dev.nameplate.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The diagram in the documents shows the table of imports that {@link ArrowsTest} holds. */
final class PackageDiagramTest {
  private static final Path TABLE =
      Path.of("app/src/test/resources")
          .resolve(PackageDiagramTest.class.getPackageName().replace('.', '/'))
          .resolve("packages.txt");
  private static final Path PICTURE = Path.of("app/docs/pictures/packages.svg");
  private static final boolean UPDATE = Boolean.getBoolean("nameplate.update");

  @Test
  void diagram_isDrawnFromTheTable() throws IOException {
    String drawn = new PackageDiagram(Files.readAllLines(TABLE)).svg();
    if (UPDATE) {
      Files.writeString(PICTURE, drawn);
    }
    assertThat(Files.readString(PICTURE))
        .as("-Dtest=PackageDiagramTest -Dnameplate.update=true draws it anew")
        .isEqualTo(drawn);
    assertThat(UPDATE).as("an update is no test").isFalse();
  }

  @Test
  void arrow_thatAPathImplies_isLeftOut() {
    String drawn = new PackageDiagram(List.of("a -> b c", "b -> c", "b.part -> c", "c -> ")).svg();
    assertThat(drawn.split("<path marker-end", -1)).hasSize(3);
    assertThat(drawn).contains(">part</text>");
  }
}
