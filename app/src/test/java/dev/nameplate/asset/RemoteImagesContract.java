package dev.nameplate.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everything that looks for pictures outside does: it answers, always, and never throws. */
public abstract class RemoteImagesContract {
  /** So long that only a search that hangs takes it. */
  private static final long SECONDS = 30;

  /** What is under test. */
  protected abstract RemoteImages images();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://no-such-host.invalid/a.png",
        "https://[::1]/a.png",
        "http://user@127.0.0.1:1/a.png",
        "ftp://example.com/a.png",
        "file:///etc/hostname",
        "not an address",
        "",
        "https://"
      })
  void addressThatCannotBeHad_isAnsweredWithAFailure(String url) throws Exception {
    RemoteImageAddress address = new RemoteImageAddress(url, List.of("*.example.com"));
    assertThat(images().find(address).get(SECONDS, TimeUnit.SECONDS))
        .isInstanceOf(FetchResult.Failed.class);
  }

  @Test
  void manySearchesForOneAddress_areAllAnswered() throws Exception {
    RemoteImageAddress address = new RemoteImageAddress("https://[::1]/a.png", List.of("[::1]"));
    List<CompletableFuture<FetchResult>> searches = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      searches.add(images().find(address));
    }
    for (CompletableFuture<FetchResult> search : searches) {
      assertThat(search.get(SECONDS, TimeUnit.SECONDS)).isInstanceOf(FetchResult.Failed.class);
    }
  }

  @Test
  void addressAndFailure_inText_tellNothingOfTheAddress() throws Exception {
    RemoteImageAddress address =
        new RemoteImageAddress("https://zyxwolf.invalid/zyxwolf.png", List.of("*.example.com"));
    assertThat(images().find(address).get(SECONDS, TimeUnit.SECONDS) + address.toString())
        .doesNotContain("zyxwolf");
  }
}
