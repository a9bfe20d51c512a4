package dev.nameplate.bench;

import dev.nameplate.asset.FetchFailure;
import dev.nameplate.asset.FetchResult;
import dev.nameplate.asset.RemoteImageAddress;
import dev.nameplate.fetch.RemoteImageFetcher;
import dev.nameplate.fetch.RemoteSettings;
import dev.nameplate.net.CidrSet;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a photograph costs whose host is left alone since it failed too often. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class FetchBenchmark {
  private static final List<String> LOOPBACK = List.of("127.0.0.1");

  private final RemoteImageFetcher pictures =
      new RemoteImageFetcher(settings(), InstantSource.system());
  private int asked;

  private static RemoteSettings settings() {
    RemoteSettings defaults = RemoteSettings.DEFAULT;
    return new RemoteSettings(
        CidrSet.parse(List.of("127.0.0.1/32")).orElseThrow(),
        defaults.timeout(),
        defaults.maxBytes(),
        defaults.maxPixels(),
        defaults.cacheBytes(),
        defaults.perHost());
  }

  /** Asks a port where nobody listens until its host is left alone. */
  @Setup
  public void fail() {
    FetchResult fetchResult = hostDown();
    while (!fetchResult.equals(new FetchResult.Failed(FetchFailure.HOST_DOWN))) {
      fetchResult = hostDown();
    }
  }

  @TearDown
  public void close() {
    pictures.close();
  }

  /** A picture that was never asked for, each time another. */
  @Benchmark
  public FetchResult hostDown() {
    return pictures.find(new RemoteImageAddress("http://127.0.0.1:9/" + asked++, LOOPBACK)).join();
  }
}
