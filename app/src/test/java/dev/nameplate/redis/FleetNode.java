package dev.nameplate.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A node of a fleet: the real program with a work folder of its own. */
final class FleetNode implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  final Application application;

  FleetNode(RedisServer redis, Path work) {
    application =
        Applications.open(
            Settings.read(
                Map.of(
                    // Patient with a machine that is busy with other tests.
                    "NAMEPLATE_REDIS_SLOW", "500ms",
                    "NAMEPLATE_HOST", "127.0.0.1",
                    "PORT", "0",
                    "NAMEPLATE_DEADLINE", "60s",
                    "NAMEPLATE_WORK", work.toString(),
                    "NAMEPLATE_RATE_CLIENT", "off",
                    "NAMEPLATE_RESPONSE_CACHE_BYTES", "0",
                    "NAMEPLATE_WARM_UP", "0",
                    // Jobs of this node alone: there are no keys.
                    "NAMEPLATE_REDIS_BATCHES", "off",
                    "NAMEPLATE_REDIS", redis.uri()),
                Map.of()));
  }

  HttpResponse<byte[]> get(String target) {
    return send(HttpRequest.newBuilder(uri(target)).GET());
  }

  HttpResponse<byte[]> post(String target, String type, String body) {
    return send(
        HttpRequest.newBuilder(uri(target))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private URI uri(String target) {
    return URI.create("http://127.0.0.1:" + application.port() + target);
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** The picture of a recipient, whole. */
  HttpResponse<byte[]> picture(String name) {
    HttpResponse<byte[]> answer = get("/i/welcome.png?name=" + name);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Nameplate-Degraded")).isEmpty();
    assertThat(answer.body()).startsWith(0x89, 'P', 'N', 'G');
    return answer;
  }

  /** A number of the metrics, by its name with its labels. */
  double metric(String name) {
    String text = new String(get("/metrics").body(), StandardCharsets.UTF_8);
    Matcher line = Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$").matcher(text);
    assertThat(line.find()).as("%s in %s", name, text).isTrue();
    return Double.parseDouble(line.group(1));
  }

  /** The state of the circuit breaker: 0 closed. */
  double breaker() {
    return metric("nameplate_redis_breaker{redis=\"main\"}");
  }

  @Override
  public void close() {
    application.close();
  }
}
