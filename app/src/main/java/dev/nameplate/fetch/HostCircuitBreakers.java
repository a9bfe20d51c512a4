package dev.nameplate.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A circuit breaker for each host: one that fails half of its calls is left alone for a while. */
final class HostCircuitBreakers {
  private static final Logger log = LoggerFactory.getLogger(HostCircuitBreakers.class);
  private static final int MOST_HOSTS = 1000;
  private static final Duration FORGOTTEN = Duration.ofMinutes(10);

  private static final CircuitBreakerConfig RULES =
      CircuitBreakerConfig.custom()
          .slidingWindowType(SlidingWindowType.COUNT_BASED)
          .slidingWindowSize(20)
          .minimumNumberOfCalls(5)
          .failureRateThreshold(50)
          .waitDurationInOpenState(Duration.ofSeconds(10))
          .permittedNumberOfCallsInHalfOpenState(2)
          .maxWaitDurationInHalfOpenState(Duration.ofSeconds(10))
          .build();

  private final Cache<String, CircuitBreaker> gates =
      Caffeine.newBuilder().maximumSize(MOST_HOSTS).expireAfterAccess(FORGOTTEN).build();

  /**
   * The gate of a host.
   *
   * @param listed the template's entry that covers it, for the log: the host itself may be a
   *     recipient's
   */
  CircuitBreaker of(String host, String listed) {
    return gates.get(host, absent -> gate(listed));
  }

  /** Tells a gate that a call was answered. */
  static void answered(CircuitBreaker gate, long nanos) {
    gate.onSuccess(nanos, TimeUnit.NANOSECONDS);
  }

  /** Tells a gate that a call gave no picture, which need not be the host's failing. */
  static void lost(CircuitBreaker gate, long nanos, FetchException lost) {
    if (lost.hostFailed()) {
      gate.onError(nanos, TimeUnit.NANOSECONDS, lost);
    } else {
      answered(gate, nanos);
    }
  }

  private static CircuitBreaker gate(String listed) {
    CircuitBreaker gate = CircuitBreaker.of("host", RULES);
    gate.getEventPublisher()
        .onStateTransition(
            event -> {
              State state = event.getStateTransition().getToState();
              if (state == State.OPEN) {
                log.warn("{} fails too often; no pictures are fetched from it for now", listed);
              } else if (state == State.CLOSED) {
                log.info("{} answers again", listed);
              }
            });
    return gate;
  }
}
