package dev.nameplate.http.message;

import dev.nameplate.access.client.TrustedProxies;
import dev.nameplate.access.ratelimit.MailProxies;
import dev.nameplate.access.ratelimit.RateLimiter;
import dev.nameplate.access.ratelimit.RateLimits;
import dev.nameplate.access.ratelimit.RateSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the client of a request behind proxies, and applies its rate limit. Safe for many threads;
 * never blocks.
 */
public final class ClientRateLimit {
  private static final Logger log = LoggerFactory.getLogger(ClientRateLimit.class);

  private final TrustedProxies trustedProxies;
  private final MailProxies mailProxies;
  private volatile RateLimits limits;
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * @param trustedProxies the reverse proxies whose header names the client
   * @param rates the limits
   */
  public ClientRateLimit(TrustedProxies trustedProxies, RateSettings rates) {
    this.trustedProxies = trustedProxies;
    this.mailProxies = rates.proxies();
    this.limits = new RateLimiter(rates, System::nanoTime);
  }

  /** Sets where limits are counted, in place of this process alone. */
  public void countBy(RateLimits shared) {
    limits = shared;
  }

  /**
   * Takes a permit for drawing one picture from the client's rate limit.
   *
   * @return whether there was a permit; always true for a peer without an IP address
   */
  public boolean mayDraw(Request request) {
    if (!(request.getConnectionMetaData().getRemoteSocketAddress()
        instanceof InetSocketAddress peer)) {
      return true;
    }
    InetAddress address = peer.getAddress();
    InetAddress client =
        trustedProxies.client(
            address, request.getHeaders().getValuesList(trustedProxies.header().field()));
    // A limit that is not known at once does not hold a picture up.
    boolean admitted =
        limits.tryAcquire(mailProxies.client(client), 1).toCompletableFuture().getNow(true);
    if (!admitted && isUnknownProxy(client) && warned.compareAndSet(false, true)) {
      log.warn(
          "A client with a private address exceeds NAMEPLATE_RATE_CLIENT. If it is a proxy of"
              + " yours, name it in NAMEPLATE_PROXIES, so that its clients are counted separately."
              + " See app/docs/operations.md#behind-a-proxy");
    }
    return admitted;
  }

  private static boolean isUnknownProxy(InetAddress client) {
    return client.isSiteLocalAddress() || client.isLoopbackAddress();
  }
}
