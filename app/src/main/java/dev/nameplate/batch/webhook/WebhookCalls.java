package dev.nameplate.batch.webhook;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Calls the addresses of webhooks, private ones never. Implemented by {@code fetch}. */
public interface WebhookCalls {
  /** What stands for the status of a call whose address may not be called. */
  int REFUSED = -1;

  /** What stands for the status of a call that had no answer in time. */
  int UNREACHABLE = 0;

  /**
   * Sends a POST request without following redirects.
   *
   * @param url as it was given; judged before the call, its address again when it is connected to
   * @param headers by name
   * @param body JSON in UTF-8; not to be changed
   * @return the status, {@link #REFUSED} or {@link #UNREACHABLE}; does not fail
   */
  CompletableFuture<Integer> post(String url, Map<String, String> headers, byte[] body);
}
