package dev.nameplate.serve;

import dev.nameplate.http.HttpServer;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Two servers over the real drawing steps, one with a response cache and one without. */
final class CountingServers implements AutoCloseable {
  private final AtomicInteger merges = new AtomicInteger();
  private final ImageService images =
      new ImageService(
          new ForwardingDrawing(TestApplication.application().pipeline()) {
            @Override
            public MergedFields merge(Template template, RawQuery query) {
              merges.incrementAndGet();
              return super.merge(template, query);
            }
          },
          (title, detail, format) -> FakeDrawing.file("plain"),
          new ServeSettings(
              64 << 20, 16 << 20, BackgroundSettings.DEFAULT, Duration.ofSeconds(20), 4096, 2));
  private final HttpServer cold;
  private final HttpServer hot;

  CountingServers(TemplateLibrary templates) {
    cold = TestServer.over(images, templates, 0);
    hot = TestServer.over(images, templates, 64 << 20);
  }

  /** How many queries were read. */
  int merges() {
    return merges.get();
  }

  ImageService images() {
    return images;
  }

  /** The port where every request goes through every step before the key. */
  int coldPort() {
    return cold.port();
  }

  /** The port where a repeat does not. */
  int hotPort() {
    return hot.port();
  }

  @Override
  public void close() {
    cold.close();
    hot.close();
    images.close();
  }
}
