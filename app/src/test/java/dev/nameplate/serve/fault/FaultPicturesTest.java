package dev.nameplate.serve.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.serve.FakeDrawing;
import dev.nameplate.template.Format;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Faults are drawn on few threads, which all other pictures need too. */
final class FaultPicturesTest {
  private static final Fault FIRST = Fault.unknownTemplate("first", List.of());
  private static final Fault SECOND = Fault.unknownTemplate("second", List.of());

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final FaultPictures pictures = new FaultPictures(this::painted);

  /** The detail's bytes in place of a picture's; the first fault's takes its time. */
  private EncodedPicture painted(String title, String detail, Format format) {
    if (detail.equals(FIRST.detail())) {
      begun.countDown();
      try {
        end.await();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
    return FakeDrawing.file(detail);
  }

  @Test
  void secondFault_whileOneIsDrawn_getsThePictureOfItsKindAtOnce()
      throws InterruptedException, ExecutionException {
    CompletableFuture<EncodedPicture> first =
        CompletableFuture.supplyAsync(() -> pictures.of(FIRST, Format.PNG, () -> true));
    begun.await();
    assertThat(pictures.of(SECOND, Format.PNG, () -> true).toByteArray())
        .isEqualTo(FakeDrawing.file(SECOND.general().detail()).toByteArray());
    end.countDown();
    assertThat(first.get().toByteArray()).isEqualTo(FakeDrawing.file(FIRST.detail()).toByteArray());
    assertThat(pictures.of(SECOND, Format.PNG, () -> true).toByteArray())
        .isEqualTo(FakeDrawing.file(SECOND.detail()).toByteArray());
  }
}
