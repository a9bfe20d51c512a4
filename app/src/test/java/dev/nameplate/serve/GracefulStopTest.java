package dev.nameplate.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.http.HttpServer;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class GracefulStopTest {
  @Test
  void stop_finishesWhatIsInFlight_andTakesNoMore() throws Exception {
    FakeDrawing drawing = new FakeDrawing();
    ServeSettings settings =
        new ServeSettings(
            1 << 20, 16 << 20, BackgroundSettings.DEFAULT, Duration.ofSeconds(20), 4, 1);
    ExecutorService threads = Executors.newCachedThreadPool();
    try (ImageService images =
        new ImageService(drawing, (t, d, f) -> FakeDrawing.file("plain"), settings)) {
      HttpServer server = TestServer.over(images);
      int port = server.port();
      Future<RawSocket.Answer> inFlight =
          threads.submit(() -> RawSocket.get(port, "/i/welcome.png?name=slow"));
      drawing.entered.await();
      Future<?> stop = threads.submit(server::close);
      Waiting.until("it takes no more", () -> !isOpen(port));
      drawing.gate.countDown();
      RawSocket.Answer answer = inFlight.get();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).isEqualTo("personal");
      stop.get();
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean isOpen(int port) {
    try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return probe.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}
