package dev.nameplate.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.client.LocalMode;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import dev.nameplate.support.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy on this machine ends the local mode, whatever it hands on. */
final class LocalModeHandlerTest {
  private static boolean isOnAfter(String target, String... headers) {
    LocalMode mode = new LocalMode(false, false);
    HttpSettings settings = TestSettings.http(false, 1 << 20);
    try (HttpServer server =
        new HttpServer(
                TestApplication.application().templates(),
                TestApplication.application().images(),
                settings,
                () -> new byte[] {1})
            .withLocalMode(mode)
            .start()) {
      RawSocket.exchange(
          server.port(),
          "GET "
              + target
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + String.join("", headers)
              + "\r\n");
    }
    return mode.isOn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health/live", "/i/welcome.png?name=Ada", "/i/none.png", "/t/x"})
  void forwardedRequest_endsTheMode_whereverItGoes(String target) {
    assertThat(isOnAfter(target, "X-FORWARDED-For: 203.0.113.7\r\n")).isFalse();
    assertThat(isOnAfter(target)).isTrue();
  }

  @Test
  void everyForwardingHeader_endsTheMode_alsoAnEmptyOne() {
    assertThat(isOnAfter("/", "Forwarded: for=1.2.3.4\r\n")).isFalse();
    assertThat(isOnAfter("/", "X-Real-IP: 1.2.3.4\r\n")).isFalse();
    assertThat(isOnAfter("/", "Via: 1.1 proxy\r\n")).isFalse();
    assertThat(isOnAfter("/", "x-forwarded-proto:\r\n")).isFalse();
    assertThat(isOnAfter("/", "X-Request-Id: 1\r\n")).isTrue();
  }
}
