package dev.nameplate.access.client;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the local rule is in force: it is, where neither {@code NAMEPLATE_KEYS} nor {@code
 * NAMEPLATE_PROXIES} is set, until a request from this machine carries a header that proxies add.
 * Then an unnamed proxy runs on this machine and any request may come from anywhere, so the rule is
 * off until the next start. Safe for many threads.
 */
public final class LocalMode {
  private static final Logger log = LoggerFactory.getLogger(LocalMode.class);

  /** A mode that is always off. */
  public static final LocalMode OFF = new LocalMode(true, true);

  private final AtomicBoolean on;

  /**
   * @param hasKeys whether {@code NAMEPLATE_KEYS} is set
   * @param hasProxies whether {@code NAMEPLATE_PROXIES} is set
   */
  public LocalMode(boolean hasKeys, boolean hasProxies) {
    this.on = new AtomicBoolean(!hasKeys && !hasProxies);
  }

  /** Returns whether requests from this machine may need no token. */
  public boolean isOn() {
    return on.get();
  }

  /** Logs at start that the mode is on; does nothing where it is off. */
  public void announce() {
    if (isOn()) {
      log.info(
          "Local mode: there are no NAMEPLATE_KEYS and no NAMEPLATE_PROXIES, so requests from this"
              + " machine (localhost) need no token. See app/docs/operations.md#the-local-rule");
    }
  }

  /**
   * Turns the mode off where a request comes from this machine through a proxy. Call it for
   * requests of every kind.
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

  /**
   * Returns the decision on a request that has no token, after {@link #observe}; {@code
   * UNAUTHORIZED} where the mode is off.
   */
  public LocalDecision decide(RequestFacts request) {
    observe(request);
    return on.get() ? LocalRule.decide(request) : LocalDecision.UNAUTHORIZED;
  }
}
