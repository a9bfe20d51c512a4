package dev.nameplate.fetch;

import dev.nameplate.asset.FetchFailure;
import dev.nameplate.asset.FetchResult;
import dev.nameplate.asset.RemoteImage;
import dev.nameplate.asset.RemoteImageAddress;
import dev.nameplate.net.CidrSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Dns;

/** A fetcher of remote images with a clock that a test sets, allowed to call this machine. */
final class TestFetcher implements AutoCloseable {
  /** So long that only a hanging test waits for it. */
  private static final long HANGS = 30;

  final RemoteImageFetcher pictures;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-06-01T12:00:00Z"));

  TestFetcher(RemoteSettings settings, Dns resolver) {
    InstantSource clock = now::get;
    pictures = new RemoteImageFetcher(settings, clock, resolver);
  }

  /** With the defaults, and 127.0.0.1 allowed. */
  static TestFetcher open() {
    return new TestFetcher(settings(Duration.ofSeconds(20), "127.0.0.1"), Dns.SYSTEM);
  }

  /** With a short timeout. */
  static TestFetcher impatient() {
    return new TestFetcher(settings(Duration.ofMillis(300), "127.0.0.1"), Dns.SYSTEM);
  }

  static RemoteSettings settings(Duration timeout, String... allow) {
    RemoteSettings defaults = RemoteSettings.DEFAULT;
    CidrSet ranges = CidrSet.parse(List.of(allow)).orElseThrow();
    return new RemoteSettings(
        ranges, timeout, 200_000, defaults.maxPixels(), defaults.cacheBytes(), 3);
  }

  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  FetchResult find(RemoteImageAddress address) {
    try {
      return pictures.find(address).get(HANGS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      throw new AssertionError("a search never fails and never hangs", failed);
    }
  }

  RemoteImage seen(RemoteImageAddress address) {
    return ((FetchResult.Fetched) find(address)).picture();
  }

  FetchFailure lost(RemoteImageAddress address) {
    return ((FetchResult.Failed) find(address)).loss();
  }

  @Override
  public void close() {
    pictures.close();
  }
}
