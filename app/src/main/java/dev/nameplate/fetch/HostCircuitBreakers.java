package dev.nameplate.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.fleet.NodeStatus.BreakerState;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A circuit breaker for each host: after half of at least five calls failed, no call is made for
 * ten seconds.
 */
final class HostCircuitBreakers {
  private static final Logger log = LoggerFactory.getLogger(HostCircuitBreakers.class);
  private static final int MAX_HOSTS = 1000;
  private static final Duration IDLE = Duration.ofMinutes(10);

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

  private final Cache<String, CircuitBreaker> breakers =
      Caffeine.newBuilder().maximumSize(MAX_HOSTS).expireAfterAccess(IDLE).build();

  /**
   * The circuit breaker of a host.
   *
   * @param listed the template's entry that covers the host, for the log: the host itself may be a
   *     recipient's data
   */
  CircuitBreaker of(String host, String listed) {
    return breakers.get(host, absent -> breaker(listed));
  }

  /** Counts a call that the host answered. */
  static void succeeded(CircuitBreaker breaker, long nanos) {
    breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
  }

  /** Counts a call without a picture, as a failure only where the host is the cause. */
  static void failed(CircuitBreaker breaker, long nanos, FetchException failure) {
    if (failure.hostFailed()) {
      breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
    } else {
      succeeded(breaker, nanos);
    }
  }

  /**
   * The worst state among the hosts of each entry that a template lists, the first ones in
   * alphabetical order; no host's own name, which may be a recipient's data.
   *
   * @param most how many entries at most
   */
  Map<String, BreakerState> states(int most) {
    Map<String, BreakerState> states = new TreeMap<>();
    for (CircuitBreaker breaker : breakers.asMap().values()) {
      states.merge(breaker.getName(), state(breaker), HostCircuitBreakers::worse);
    }
    states.keySet().retainAll(states.keySet().stream().limit(most).toList());
    return states;
  }

  private static BreakerState state(CircuitBreaker breaker) {
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN -> BreakerState.OPEN;
      case HALF_OPEN -> BreakerState.HALF_OPEN;
      default -> BreakerState.CLOSED;
    };
  }

  private static BreakerState worse(BreakerState one, BreakerState other) {
    return one == BreakerState.OPEN || other == BreakerState.CLOSED ? one : other;
  }

  private static CircuitBreaker breaker(String listed) {
    CircuitBreaker breaker = CircuitBreaker.of(listed.isEmpty() ? "host" : listed, RULES);
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              State state = event.getStateTransition().getToState();
              if (state == State.OPEN) {
                log.warn("{} fails too often; no pictures are fetched from it for now", listed);
              } else if (state == State.CLOSED) {
                log.info("{} answers again", listed);
              }
            });
    return breaker;
  }
}
