package dev.nameplate.serve;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.Explanation;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.pipeline.Stages;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A drawing whose pictures are their queries, and which waits, fails or loses a layer as told. */
public final class FakeDrawing implements PictureRenderer {
  final CountDownLatch gate = new CountDownLatch(1);
  final CountDownLatch entered = new CountDownLatch(1);
  final AtomicInteger pictures = new AtomicInteger();
  private final ThreadLocal<String> query = ThreadLocal.withInitial(() -> "");

  @Override
  public MergedFields merge(Template template, RawQuery raw) {
    query.set(raw.text());
    if (raw.text().equals("bug")) {
      throw new IllegalStateException("a bug");
    }
    return new MergedFields(Map.of(), raw.text().isEmpty());
  }

  @Override
  public CompletableFuture<MergedFields> settle(
      Template template, MergedFields fields, Duration patience) {
    return CompletableFuture.completedFuture(fields);
  }

  @Override
  public ClockState clockState(Template template, MergedFields fields, Format format, Instant now) {
    return ClockState.NONE;
  }

  @Override
  public RenderKey key(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState) {
    EngineIdentity engine = new EngineIdentity(query.get(), "test", "test");
    return RenderKey.of(engine, template, scale, format.ending(), fields);
  }

  @Override
  public RenderResult picture(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState) {
    if (fields.standard()) {
      return drawn("standard", List.of());
    }
    pictures.incrementAndGet();
    entered.countDown();
    try {
      gate.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return drawn("personal", List.of());
  }

  @Override
  public RenderResult bestPicture(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState) {
    return picture(template, fields, scale, format, clockState);
  }

  @Override
  public Explanation explain(
      Template template, MergedFields fields, Scale scale, ClockState clockState) {
    return new Explanation(
        template.id(), template.version(), "\"\"", Optional.empty(), fields, List.of(), List.of());
  }

  static RenderResult drawn(String text, List<String> failures) {
    return new RenderResult(file(text), failures, Stages.NONE);
  }

  /** A file of two parts, as real ones have many. */
  public static EncodedPicture file(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new EncodedPicture(
        Format.PNG, List.of(Arrays.copyOf(bytes, 2), Arrays.copyOfRange(bytes, 2, bytes.length)));
  }
}
