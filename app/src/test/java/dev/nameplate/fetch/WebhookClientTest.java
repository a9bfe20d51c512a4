package dev.nameplate.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.batch.webhook.WebhookCalls;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a webhook may have. */
final class WebhookClientTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/x",
        "https://10.0.0.7/x",
        "https://169.254.169.254/latest",
        "https://[::1]/x",
        "https://192.168.1.1:8443/x",
        "http://93.184.216.34/x",
        "nonsense"
      })
  void post_toAPrivateAddress_isRefused(String url) throws Exception {
    try (WebhookClient client = new WebhookClient(RemoteSettings.DEFAULT)) {
      assertThat(client.post(url, Map.of(), "{}".getBytes(UTF_8)).get(30, TimeUnit.SECONDS))
          .isEqualTo(WebhookCalls.REFUSED);
    }
  }

  @Test
  void post_toANameOfAPrivateAddress_isRefused() throws Exception {
    Dns dns = name -> List.of(InetAddress.getByAddress(name, new byte[] {10, 1, 2, 3}));
    try (WebhookClient client = new WebhookClient(RemoteSettings.DEFAULT, dns)) {
      assertThat(
              client
                  .post("https://hooks.example.com/x", Map.of(), "{}".getBytes(UTF_8))
                  .get(30, TimeUnit.SECONDS))
          .isEqualTo(WebhookCalls.REFUSED);
    }
  }
}
