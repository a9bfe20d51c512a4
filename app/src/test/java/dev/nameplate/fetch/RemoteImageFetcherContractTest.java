package dev.nameplate.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.asset.RemoteImages;
import dev.nameplate.asset.RemoteImagesContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What fetches over HTTP. */
final class RemoteImageFetcherContractTest extends RemoteImagesContract {
  private final TestFetcher fetching = TestFetcher.impatient();

  @AfterEach
  void stop() {
    fetching.close();
  }

  @Override
  protected RemoteImages images() {
    return fetching.pictures;
  }

  @Test
  void pictureThatIsThere_isSeen() {
    try (PhotoHost host = PhotoHost.ofSquares();
        TestFetcher patient = TestFetcher.open()) {
      assertThat(patient.seen(host.address("/a.png")).asset().image().getWidth()).isPositive();
    }
  }
}
