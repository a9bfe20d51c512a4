package dev.nameplate.template.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.fault.TemplateFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published stays, whatever happens to the template. */
final class VersionPublisherTest {
  private static final TemplateId CARD = new TemplateId("card");
  private static final String TEMPLATE =
      """
      {"title": "TITLE", "width": 300, "height": 100, FIELDS
       "layers": [{"type": "image", "box": [0, 0, 100, 100], "src": "assets/a.png"}]}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private FolderTemplateFiles files = new FolderTemplateFiles(Path.of("none"));
  private VersionPublisher publisher = new VersionPublisher(files, List.of());

  @BeforeEach
  void open() throws IOException {
    files = new FolderTemplateFiles(folder);
    publisher = new VersionPublisher(files, List.of());
    asset("a.png", "one");
    asset("unused.png", "unused");
    template("One", "");
  }

  private void template(String title, String fields) throws IOException {
    Files.writeString(
        folder.resolve("card/template.json"),
        TEMPLATE.replace("TITLE", title).replace("FIELDS", fields));
  }

  private void asset(String name, String content) throws IOException {
    Path assets = Files.createDirectories(folder.resolve("card/assets"));
    Files.writeString(assets.resolve(name), content);
  }

  private PublishResult.Published published() {
    PublishResult result = publisher.publish(CARD);
    assertThat(result).isInstanceOf(PublishResult.Published.class);
    return (PublishResult.Published) result;
  }

  private Template version(int number) {
    return new TemplateLibrary(folder, List.of()).find("card", number).template().orElseThrow();
  }

  @Test
  void versions_keepTitleAndDigest_whileTheTemplateIsEdited() throws IOException {
    String first = published().template().digest();
    template("Two", "");
    String second = published().template().digest();
    asset("a.png", "two");
    String third = published().template().digest();
    template("Later", "");
    assertThat(files.versions(CARD)).containsExactly(1, 2, 3);
    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    assertThat(version(1).title()).isEqualTo("One");
    assertThat(version(1).version()).contains(1);
    assertThat(version(1).id()).isEqualTo("card");
    assertThat(version(1).digest()).isEqualTo(first);
    assertThat(version(2).title()).isEqualTo("Two");
    assertThat(version(2).digest()).isEqualTo(second);
    assertThat(version(3).digest()).isEqualTo(third);
    assertThat(new TemplateLibrary(folder, List.of()).find("card").flatMap(Template::version))
        .isEmpty();
  }

  @Test
  void publish_ofWhatTheLastVersionHolds_addsNone() throws IOException {
    assertThat(published().added()).isTrue();
    assertThat(published().added()).isFalse();
    assertThat(published().version()).isEqualTo(1);
    asset("unused.png", "other"); // no picture shows it
    assertThat(published().version()).isEqualTo(1);
    template("Two", "");
    assertThat(published().version()).isEqualTo(2);
    template("One", "");
    assertThat(published().version()).isEqualTo(3); // as the first, which is not the last
  }

  @Test
  void version_hasTheAssetsThatPicturesMayShow() throws IOException {
    published();
    assertThat(files.paths(CARD, "versions/1"))
        .containsExactly("versions/1/assets/a.png", "versions/1/template.json");
    template("Two", "\"fields\": {\"photo\": {\"kind\": \"image\"}},");
    published();
    assertThat(files.paths(CARD, "versions/2/assets"))
        .containsExactly("versions/2/assets/a.png", "versions/2/assets/unused.png");
  }

  @Test
  void faultyTemplate_isNotPublished_andItsFaultsAreTold() throws IOException {
    template("One", "\"colour\": 1,");
    PublishResult result = publisher.publish(CARD);
    assertThat(result).isInstanceOf(PublishResult.Faulty.class);
    assertThat(((PublishResult.Faulty) result).faults().get(0).sentence()).contains("$.colour");
    assertThat(publisher.publish(new TemplateId("none"))).isInstanceOf(PublishResult.Faulty.class);
    assertThat(folder.resolve("card/versions")).doesNotExist();
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void checks_areAppliedWhenPublishing_andNeverAgain() throws IOException {
    TemplateFault fault = new TemplateFault("card/template.json", "$", "it", "nothing");
    VersionPublisher strict = new VersionPublisher(files, List.of(each -> List.of(fault)));
    assertThat(strict.publish(CARD)).isEqualTo(new PublishResult.Faulty(List.of(fault)));
    published();
    TemplateLibrary library = new TemplateLibrary(folder, List.of(each -> List.of(fault)));
    assertThat(library.find("card")).isEmpty();
    assertThat(library.find("card", 1).template()).isPresent();
  }

  @Test
  void publish_ofAnotherState_isAConflict() throws IOException {
    String seen = files.fingerprint(CARD);
    template("Another", "");
    assertThat(publisher.publish(CARD, seen))
        .isEqualTo(new PublishResult.Conflict(files.fingerprint(CARD)));
    assertThat(files.versions(CARD)).isEmpty();
    assertThat(publisher.publish(CARD, files.fingerprint(CARD)))
        .isInstanceOf(PublishResult.Published.class);
  }

  @Test
  void unknownVersion_namesThoseThatThereAre() throws IOException {
    published();
    template("Two", "");
    published();
    TemplateLibrary library = new TemplateLibrary(folder, List.of());
    for (int number : List.of(0, -1, 3, Integer.MAX_VALUE)) {
      assertThat(library.find("card", number)).isEqualTo(new VersionLookup.Unknown(List.of(1, 2)));
    }
    assertThat(library.find("none", 1)).isEqualTo(new VersionLookup.Unknown(List.of()));
    assertThat(library.find("../card", 1)).isEqualTo(new VersionLookup.Unknown(List.of()));
    assertThat(library.versions("card")).containsExactly(1, 2);
    assertThat(library.versions("../card")).isEmpty();
  }

  @Test
  void version_outlivesItsTemplate() throws IOException {
    published();
    Files.delete(folder.resolve("card/template.json"));
    TemplateLibrary library = new TemplateLibrary(folder, List.of());
    assertThat(library.find("card")).isEmpty();
    assertThat(library.find("card", 1).template().map(Template::title))
        .isEqualTo(Optional.of("One"));
  }

  @Test
  void versionBrokenByHand_isFaulty_withItsFileNamed_andSeenASecondLater() throws IOException {
    published();
    long[] nanos = {0};
    PublishedVersions versions = new PublishedVersions(files, () -> nanos[0]);
    assertThat(versions.find(CARD, 1).template()).isPresent();
    Files.delete(folder.resolve("card/versions/1/assets/a.png"));
    nanos[0] = 999_999_999;
    assertThat(versions.find(CARD, 1).template()).isPresent();
    nanos[0] = 1_000_000_000;
    assertThat(versions.find(CARD, 1)).isInstanceOf(VersionLookup.Faulty.class);
    assertThat(((VersionLookup.Faulty) versions.find(CARD, 1)).faults().get(0).sentence())
        .startsWith("card/versions/1/template.json $.layers[0].src: found 'assets/a.png'");
    nanos[0] += 1_000_000_000;
    Files.delete(folder.resolve("card/versions/1/template.json"));
    assertThat(versions.find(CARD, 1)).isEqualTo(new VersionLookup.Unknown(List.of()));
  }
}
