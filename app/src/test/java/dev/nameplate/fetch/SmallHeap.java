package dev.nameplate.fetch;

import dev.nameplate.asset.FetchResult;
import dev.nameplate.asset.RemoteImageAddress;
import dev.nameplate.net.CidrSet;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import okhttp3.Dns;

/**
 * A program that asks for bombs, one after the other and then all at once, and for the largest
 * pictures that are allowed. It is run with a heap that ends it where any of them takes much.
 */
final class SmallHeap {
  /** What it prints at last. */
  static final String FLAT = "memory is flat";

  private SmallHeap() {}

  /**
   * Ends with status 0 where every bomb is lost and every picture seen.
   *
   * @param arguments addresses of bombs, then {@code --}, then those of pictures
   */
  public static void main(String... arguments) {
    List<String> all = List.of(arguments);
    List<String> bombs = all.subList(0, all.indexOf("--"));
    List<String> good = all.subList(all.indexOf("--") + 1, all.size());
    try (RemoteImageFetcher pictures = open(Duration.ofMillis(300))) {
      bombs.forEach(bomb -> expect(FetchResult.Failed.class, bomb, find(pictures, bomb)));
    }
    try (RemoteImageFetcher pictures = open(Duration.ofSeconds(20))) {
      good.forEach(url -> expect(FetchResult.Fetched.class, url, find(pictures, url)));
    }
    try (RemoteImageFetcher pictures = open(Duration.ofMillis(300))) {
      List<CompletableFuture<FetchResult>> together =
          Stream.concat(bombs.stream(), good.stream()).map(url -> find(pictures, url)).toList();
      together.forEach(CompletableFuture::join);
    }
    System.out.println(FLAT);
  }

  private static RemoteImageFetcher open(Duration timeout) {
    RemoteSettings defaults = RemoteSettings.DEFAULT;
    RemoteSettings settings =
        new RemoteSettings(
            CidrSet.parse(List.of("127.0.0.0/8")).orElseThrow(),
            timeout,
            defaults.maxBytes(),
            defaults.maxPixels(),
            0,
            defaults.perHost());
    return new RemoteImageFetcher(settings, InstantSource.system(), Dns.SYSTEM);
  }

  private static CompletableFuture<FetchResult> find(RemoteImageFetcher pictures, String url) {
    return pictures.find(new RemoteImageAddress(url, List.of(URI.create(url).getHost())));
  }

  private static void expect(
      Class<? extends FetchResult> kind, String url, CompletableFuture<FetchResult> search) {
    if (!kind.isInstance(search.join())) {
      throw new IllegalStateException(url + ": " + search.join());
    }
  }
}
