package dev.nameplate.template.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.template.TemplateId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing another text: the template's file is the old or the new one, whatever fails. */
final class PublishedTextTest {
  private static final TemplateId CARD = new TemplateId("card");
  private static final String OLD = "{\"width\": 9, \"height\": 9}";
  private static final byte[] NEW =
      "{\"width\": 10, \"height\": 10}".getBytes(StandardCharsets.UTF_8);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path root;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(root.resolve("card"));
    Files.writeString(root.resolve("card/template.json"), OLD);
  }

  private String file() throws IOException {
    return Files.readString(root.resolve("card/template.json"));
  }

  private PublishResult publish(WritableTemplateFiles files) {
    return new VersionPublisher(files, List.of())
        .publish(CARD, NEW, Map.of(), files.fingerprint(CARD));
  }

  @Test
  void text_isWritten_andIsTheNextVersion() throws IOException {
    FolderTemplateFiles files = new FolderTemplateFiles(root);
    assertThat(publish(files))
        .isInstanceOfSatisfying(
            PublishResult.Published.class,
            published -> assertThat(published.version()).isEqualTo(1));
    assertThat(file()).isEqualTo(new String(NEW, StandardCharsets.UTF_8));
    assertThat(files.read(CARD, "versions/1/template.json").orElseThrow()).isEqualTo(NEW);
  }

  @Test
  void text_withFaults_orBasedOnAnotherState_writesNothing() throws IOException {
    FolderTemplateFiles files = new FolderTemplateFiles(root);
    VersionPublisher publisher = new VersionPublisher(files, List.of());
    assertThat(
            publisher.publish(
                CARD, "{}".getBytes(StandardCharsets.UTF_8), Map.of(), files.fingerprint(CARD)))
        .isInstanceOf(PublishResult.Faulty.class);
    assertThat(publisher.publish(CARD, NEW, Map.of(), "another"))
        .isInstanceOf(PublishResult.Conflict.class);
    assertThat(file()).isEqualTo(OLD);
    assertThat(files.versions(CARD)).isEmpty();
  }

  @Test
  void crashAfterTheVersion_leavesTheOldFile_andTheNextAttemptTakesThatVersion()
      throws IOException {
    FolderTemplateFiles files = new FolderTemplateFiles(root);
    assertThatThrownBy(() -> publish(new FailingFiles(files, false)))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(file()).isEqualTo(OLD);
    assertThat(files.versions(CARD)).containsExactly(1);
    assertThat(publish(files)).isInstanceOf(PublishResult.Published.class);
    assertThat(files.versions(CARD)).containsExactly(1);
    assertThat(file()).isEqualTo(new String(NEW, StandardCharsets.UTF_8));
  }

  @Test
  void diskThatIsFullAtTheVersion_leavesTheOldFile() throws IOException {
    FolderTemplateFiles files = new FolderTemplateFiles(root);
    assertThatThrownBy(() -> publish(new FailingFiles(files, true)))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(file()).isEqualTo(OLD);
    assertThat(files.versions(CARD)).isEmpty();
  }

  /** Files whose disk fails at the version, or after it. */
  private record FailingFiles(FolderTemplateFiles files, boolean atVersion)
      implements WritableTemplateFiles {
    private static UncheckedIOException full() {
      return new UncheckedIOException("no space", new IOException("no space left on device"));
    }

    @Override
    public List<TemplateId> ids() {
      return files.ids();
    }

    @Override
    public List<String> names() {
      return files.names();
    }

    @Override
    public List<String> paths(TemplateId id) {
      return files.paths(id);
    }

    @Override
    public List<String> paths(TemplateId id, String below) {
      return files.paths(id, below);
    }

    @Override
    public List<Integer> versions(TemplateId id) {
      return files.versions(id);
    }

    @Override
    public Optional<byte[]> read(TemplateId id, String path) {
      return files.read(id, path);
    }

    @Override
    public String fingerprint(TemplateId id) {
      return files.fingerprint(id);
    }

    @Override
    public String fingerprint(TemplateId id, int version) {
      return files.fingerprint(id, version);
    }

    @Override
    public WriteResult write(TemplateId id, Map<String, byte[]> changed, String expected) {
      throw full();
    }

    @Override
    public int addVersion(TemplateId id, Map<String, byte[]> added) {
      if (atVersion) {
        throw full();
      }
      return files.addVersion(id, added);
    }
  }
}
