package dev.nameplate.remote;

import dev.nameplate.asset.Loss;
import dev.nameplate.asset.OutsideAddress;
import dev.nameplate.asset.OutsideAsset;
import dev.nameplate.asset.Sighting;
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

/** The room under test, with a clock that a test sets and this machine's addresses allowed. */
final class RemoteHouse implements AutoCloseable {
  /** So long that only a hanging test waits for it. */
  private static final long HANGS = 30;

  final RemotePictures pictures;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-06-01T12:00:00Z"));

  RemoteHouse(RemoteSettings settings, Dns resolver) {
    InstantSource clock = now::get;
    pictures = new RemotePictures(settings, clock, resolver);
  }

  /** With the presets, and 127.0.0.1 allowed. */
  static RemoteHouse open() {
    return new RemoteHouse(settings(Duration.ofSeconds(20), "127.0.0.1"), Dns.SYSTEM);
  }

  /** With little patience. */
  static RemoteHouse impatient() {
    return new RemoteHouse(settings(Duration.ofMillis(300), "127.0.0.1"), Dns.SYSTEM);
  }

  static RemoteSettings settings(Duration timeout, String... allow) {
    RemoteSettings preset = RemoteSettings.DEFAULT;
    CidrSet ranges = CidrSet.parse(List.of(allow)).orElseThrow();
    return new RemoteSettings(ranges, timeout, 200_000, preset.maxPixels(), preset.cacheBytes(), 3);
  }

  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  Sighting find(OutsideAddress address) {
    try {
      return pictures.find(address).get(HANGS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      throw new AssertionError("a search never fails and never hangs", failed);
    }
  }

  OutsideAsset seen(OutsideAddress address) {
    return ((Sighting.Seen) find(address)).picture();
  }

  Loss lost(OutsideAddress address) {
    return ((Sighting.Lost) find(address)).loss();
  }

  @Override
  public void close() {
    pictures.close();
  }
}
