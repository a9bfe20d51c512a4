package dev.nameplate.serve;

import dev.nameplate.http.HttpServer;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Two servers over the real drawing steps, one with a response cache and one without. */
final class CountingServers implements AutoCloseable {
  private final AtomicInteger merges = new AtomicInteger();
  private final RenderExecutor executor = new RenderExecutor(2, 4096);
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
              64 << 20, 16 << 20, BackgroundSettings.DEFAULT, Duration.ofSeconds(20), 4096, 2),
          new RenderResources(executor, Optional.empty()),
          InstantSource.system());
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

  /** Waits until each picture that was asked for twice is compressed at best effort. */
  void awaitBest() {
    executor.background(() -> 0).join();
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
