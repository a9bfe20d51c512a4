package dev.nameplate.fetch;

import dev.nameplate.batch.webhook.WebhookCalls;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Response;

/**
 * Calls webhooks through the client that guards remote images: public addresses only, judged when
 * they are connected to; TLS unless the operator allows ranges; no redirect and no proxy.
 */
public final class WebhookClient implements WebhookCalls, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final GuardedHttpClient client;

  /**
   * @param settings of which the allowed ranges and the calls for a host are used
   */
  public WebhookClient(RemoteSettings settings) {
    this(settings, Dns.SYSTEM);
  }

  WebhookClient(RemoteSettings settings, Dns resolver) {
    this.client = new GuardedHttpClient(settings, resolver);
  }

  @Override
  public CompletableFuture<Integer> post(String url, Map<String, String> headers, byte[] body) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null || !client.isSchemeAllowed(parsed)) {
      return CompletableFuture.completedFuture(REFUSED);
    }
    CompletableFuture<Integer> status = new CompletableFuture<>();
    client
        .post(parsed, headers, body, PATIENCE)
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException failed) {
                status.complete(isRefusal(failed) ? REFUSED : UNREACHABLE);
              }

              @Override
              public void onResponse(Call call, Response response) {
                try (response) {
                  status.complete(response.code());
                }
              }
            });
    return status;
  }

  /** Whether the guard said no, which the client may report inside of another failure. */
  private static boolean isRefusal(IOException failed) {
    boolean refused = failed instanceof RefusedAddressException;
    for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
      refused |= cause instanceof RefusedAddressException;
    }
    for (Throwable other : failed.getSuppressed()) {
      refused |= other instanceof RefusedAddressException;
    }
    return refused;
  }

  /** Cancels running calls. */
  @Override
  public void close() {
    client.close();
  }
}
