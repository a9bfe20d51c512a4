package dev.nameplate.batch.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.RequiresTools;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures of Standard Webhooks, and the examples that verify them. */
@RequiresTools({"python3", "node", "php"})
final class WebhookSecretTest {
  private static final byte[] BODY = "{\"type\":\"batch.completed\"}".getBytes(UTF_8);

  /** The example of the specification's own libraries. */
  @Test
  void sign_exampleOfTheStandard_isItsSignature() {
    byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    WebhookSecret secret = new WebhookSecret(key);
    assertThat(secret.text()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    assertThat(
            secret.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                "{\"test\": 2432232314}".getBytes(UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @CsvSource({"python3, verify.py", "node, verify.mjs", "php, verify.php"})
  void verify_inOtherLanguages_takesWhatWasSigned_andNothingElse(String tool, String file)
      throws Exception {
    WebhookSecret secret = new WebhookSecret(new byte[32]);
    long now = Instant.now().getEpochSecond();
    String signature = secret.sign("msg_1", now, BODY);
    assertThat(status(tool, file, secret.text(), now, "v1,old " + signature, BODY)).isZero();
    assertThat(status(tool, file, secret.text(), now, signature, "{}".getBytes(UTF_8))).isOne();
    assertThat(status(tool, file, secret.text(), now - 301, signature, BODY)).isOne();
    String other = new WebhookSecret("another key of 24 bytes ".getBytes(UTF_8)).text();
    assertThat(status(tool, file, other, now, signature, BODY)).isOne();
  }

  private static int status(
      String tool, String file, String secret, long seconds, String signatures, byte[] body)
      throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    tool,
                    Path.of("app/docs/webhooks", file).toString(),
                    secret,
                    "msg_1",
                    Long.toString(seconds),
                    signatures))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().write(body);
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    int status = process.waitFor();
    assertThat(said).isEmpty();
    return status;
  }
}
