package dev.nameplate.http.message;

import dev.nameplate.access.client.TrustedProxies;
import dev.nameplate.access.ratelimit.MailProxies;
import dev.nameplate.access.ratelimit.RateLimiter;
import dev.nameplate.access.ratelimit.RateSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who calls, behind whatever proxies, and whether anything more may be drawn for them. */
public final class ClientRateLimit {
  private static final Logger log = LoggerFactory.getLogger(ClientRateLimit.class);

  private final TrustedProxies trustedProxies;
  private final MailProxies mail;
  private final RateLimiter limiter;
  private final AtomicBoolean warned = new AtomicBoolean();

  public ClientRateLimit(TrustedProxies trustedProxies, RateSettings rates) {
    this.trustedProxies = trustedProxies;
    this.mail = rates.proxies();
    this.limiter = new RateLimiter(rates, System::nanoTime);
  }

  /** Whether one more picture may be drawn for whoever sent a request; if so it is counted. */
  public boolean mayDraw(Request request) {
    if (!(request.getConnectionMetaData().getRemoteSocketAddress()
        instanceof InetSocketAddress peer)) {
      return true;
    }
    InetAddress address = peer.getAddress();
    InetAddress client =
        trustedProxies.client(
            address, request.getHeaders().getValuesList(trustedProxies.header().field()));
    boolean admitted = limiter.acquire(mail.client(client), 1);
    if (!admitted && isUnknownProxy(client) && warned.compareAndSet(false, true)) {
      log.warn(
          "A client with a private address asks for more than NAMEPLATE_RATE_CLIENT. If it is a"
              + " proxy of yours, name it in NAMEPLATE_PROXIES, so that its clients are told apart."
              + " See app/docs/operations.md#behind-a-proxy");
    }
    return admitted;
  }

  private static boolean isUnknownProxy(InetAddress client) {
    return client.isSiteLocalAddress() || client.isLoopbackAddress();
  }
}
