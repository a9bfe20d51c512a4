package dev.nameplate.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.store.WorkFolder;
import dev.nameplate.store.WorkSettings;
import dev.nameplate.template.TemplateId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts in the work folder: of two saves from one state, one is refused. */
final class DraftStoreTest {
  private static final TemplateId ID = new TemplateId("spring/welcome");
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private WorkFolder work;

  @BeforeEach
  void open() {
    work = WorkFolder.open(new WorkSettings(Optional.of(folder), 1 << 20));
  }

  @AfterEach
  void close() {
    work.close();
  }

  private DraftStore store() {
    return new DraftStore(() -> work);
  }

  private static DraftStore.Result save(DraftStore store, String text, Optional<String> expected) {
    return store.save(ID, Draft.unsaved(text), expected, NOW);
  }

  private static String tag(DraftStore.Result result) {
    return ((DraftStore.Result.Done) result).draft().etag();
  }

  @Test
  void saved_isFound_byAnotherStoreToo() {
    Optional<TemplateId> from = Optional.of(new TemplateId("welcome"));
    String text = "{\n  \"title\": \"Zoë 👩🏽‍🚀\"\n}\n";
    store().save(ID, new Draft(0, Optional.empty(), from, text), Optional.empty(), NOW);
    assertThat(store().find(ID)).contains(new Draft(1, Optional.of(NOW), from, text));
    assertThat(store().ids()).containsExactly(ID);
    assertThat(store().find(new TemplateId("spring"))).isEmpty();
  }

  @Test
  void save_fromAnOldState_isAConflict() {
    String first = tag(save(store(), "{}", Optional.empty()));
    String second = tag(save(store(), "{\"a\":1}", Optional.of(first)));
    assertThat(second).startsWith("\"2-");
    for (Optional<String> old : List.of(Optional.of(first), Optional.<String>empty())) {
      assertThat(save(store(), "{\"b\":1}", old))
          .isInstanceOfSatisfying(
              DraftStore.Result.Conflict.class,
              conflict -> assertThat(conflict.stored().orElseThrow().etag()).isEqualTo(second));
    }
    assertThat(store().delete(ID, first)).isInstanceOf(DraftStore.Result.Conflict.class);
    assertThat(store().delete(ID, second)).isInstanceOf(DraftStore.Result.Done.class);
    assertThat(store().find(ID)).isEmpty();
  }

  @Test
  void tag_ofTheSameTextSavedAgain_isAnotherOne() {
    String first = tag(save(store(), "{}", Optional.empty()));
    String second = tag(save(store(), "{\"a\":1}", Optional.of(first)));
    assertThat(tag(save(store(), "{}", Optional.of(second)))).isNotEqualTo(first);
  }

  @Test
  void savesAtTheSameTime_oneWins() {
    String first = tag(save(store(), "{}", Optional.empty()));
    DraftStore store = store();
    List<CompletableFuture<DraftStore.Result>> saves =
        IntStream.range(0, 8)
            .mapToObj(
                at ->
                    CompletableFuture.supplyAsync(
                        () -> save(store, "{\"a\":" + at + "}", Optional.of(first))))
            .toList();
    assertThat(saves.stream().map(CompletableFuture::join))
        .filteredOn(DraftStore.Result.Done.class::isInstance)
        .hasSize(1);
  }

  @Test
  void damagedFile_isNoDraft_andTheFolderThatIsGoneRefuses() throws IOException {
    save(store(), "{}", Optional.empty());
    Files.writeString(folder.resolve("drafts/spring/welcome.json"), "{\"revision\":");
    assertThat(store().find(ID)).isEmpty();
    DraftStore none =
        new DraftStore(() -> WorkFolder.open(new WorkSettings(Optional.empty(), 1 << 20)));
    assertThat(save(none, "{}", Optional.empty())).isInstanceOf(DraftStore.Result.Refused.class);
    assertThat(none.ids()).isEmpty();
  }

  @Test
  void draftThatFindsNoSpace_isRefused_andTheOldOneStays() {
    String first = tag(save(store(), "{}", Optional.empty()));
    assertThat(save(store(), "x".repeat(2 << 20), Optional.of(first)))
        .isInstanceOf(DraftStore.Result.Refused.class);
    assertThat(store().find(ID).map(Draft::text)).contains("{}");
  }
}
