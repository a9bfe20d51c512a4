package dev.nameplate.http;

import dev.nameplate.access.Forwarding;
import dev.nameplate.access.MailProxies;
import dev.nameplate.access.RateLimiter;
import dev.nameplate.access.RateSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who calls, behind whatever proxies, and whether anything more may be drawn for them. */
final class Callers {
  private static final Logger log = LoggerFactory.getLogger(Callers.class);

  private final Forwarding forwarding;
  private final MailProxies mail;
  private final RateLimiter limiter;
  private final AtomicBoolean warned = new AtomicBoolean();

  Callers(Forwarding forwarding, RateSettings rates) {
    this.forwarding = forwarding;
    this.mail = rates.proxies();
    this.limiter = new RateLimiter(rates, System::nanoTime);
  }

  /** Whether one more picture may be drawn for whoever sent a request; if so it is counted. */
  boolean mayDraw(Request request) {
    if (!(request.getConnectionMetaData().getRemoteSocketAddress()
        instanceof InetSocketAddress peer)) {
      return true;
    }
    InetAddress address = peer.getAddress();
    InetAddress client =
        forwarding.client(address, request.getHeaders().getValuesList(forwarding.header().field()));
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
