package dev.nameplate.access.client;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the local rule holds: with no {@code NAMEPLATE_KEYS} and no {@code NAMEPLATE_PROXIES},
 * until a request from this machine carries a header that a proxy writes. Such a server has a proxy
 * before it that the operator did not name, and every request may be anybody's from then on, until
 * the server is started again.
 */
public final class LocalMode {
  private static final Logger log = LoggerFactory.getLogger(LocalMode.class);

  /** A mode that is off and stays so. */
  public static final LocalMode OFF = new LocalMode(true, true);

  private final AtomicBoolean on;

  /**
   * @param hasKeys whether there are {@code NAMEPLATE_KEYS}
   * @param hasProxies whether there are {@code NAMEPLATE_PROXIES}
   */
  public LocalMode(boolean hasKeys, boolean hasProxies) {
    this.on = new AtomicBoolean(!hasKeys && !hasProxies);
  }

  /** Whether requests from this machine may need no token. */
  public boolean isOn() {
    return on.get();
  }

  /** Says in the log that the mode is on, where it is; to be called at start. */
  public void announce() {
    if (isOn()) {
      log.info(
          "Local mode: there are no NAMEPLATE_KEYS and no NAMEPLATE_PROXIES, so requests from this"
              + " machine (localhost) need no token. See app/docs/operations.md#the-local-rule");
    }
  }

  /**
   * Looks at a request of any kind, so that a proxy is noticed before it hands on one that matters.
   */
  public void observe(RequestFacts request) {
    if (on.get()
        && LocalRule.isLoopback(request.peer())
        && request.isForwarded()
        && on.compareAndSet(true, false)) {
      log.warn(
          "Local mode ends until the next start: a proxy on this machine hands requests on. Name it"
              + " in NAMEPLATE_PROXIES, and set NAMEPLATE_KEYS for tokens. See"
              + " app/docs/operations.md#the-local-rule");
    }
  }

  /** What is said of a request that has no token, which is observed first. */
  public LocalDecision decide(RequestFacts request) {
    observe(request);
    return on.get() ? LocalRule.decide(request) : LocalDecision.UNAUTHORIZED;
  }
}
