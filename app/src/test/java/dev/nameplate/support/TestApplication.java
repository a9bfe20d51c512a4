package dev.nameplate.support;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/** The real program on a free port, with the project's own templates, shared by the tests. */
public final class TestApplication {
  private static final Application APPLICATION =
      Applications.open(
          Settings.read(
              Map.of(
                  "NAMEPLATE_HOST", "127.0.0.1",
                  "PORT", "0",
                  "NAMEPLATE_WARM_UP", "0",
                  "NAMEPLATE_WORK", PreparedWork.shared(),
                  "NAMEPLATE_DEADLINE", "60s",
                  // Capacity for the pictures of every test, so that one that was drawn is found
                  // again.
                  "NAMEPLATE_IMAGE_CACHE_BYTES", "134217728",
                  // All tests have one address.
                  "NAMEPLATE_RATE_CLIENT", "off"),
              Map.of()));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private TestApplication() {}

  /** The program. */
  public static Application application() {
    return APPLICATION;
  }

  /** A template of the project. */
  public static Template template(String id) {
    return APPLICATION.templates().find(id).orElseThrow();
  }

  /** Where the templates lie. */
  public static Path templates() {
    return Path.of("templates");
  }

  /** A picture drawn by the pipeline, without cache or HTTP. */
  public static byte[] draw(Template template, String query, Scale scale, Format format) {
    return APPLICATION
        .pipeline()
        .picture(
            template, APPLICATION.pipeline().merge(template, new RawQuery(query)), scale, format)
        .file()
        .toByteArray();
  }

  /** A picture with a sample's values, at its instant. */
  public static byte[] draw(Template template, Sample sample, Scale scale, Format format) {
    return APPLICATION.pipeline().sample(template, sample, scale, format);
  }

  /**
   * Asks over HTTP.
   *
   * @param headers names and values in turn
   */
  public static HttpResponse<byte[]> get(String target, String... headers) {
    return send("GET", target, headers);
  }

  /** Asks over HTTP with any method. */
  public static HttpResponse<byte[]> send(String method, String target, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + APPLICATION.port() + target.replace("|", "%7C")))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
