package dev.nameplate.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.lettuce.core.RedisCommandExecutionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A circuit breaker around one Redis. After half of at least five calls were slow or failed, no
 * call is made; from time to time a single probe tries again, never a call that someone waits for.
 */
final class RedisBreaker {
  private static final Logger log = LoggerFactory.getLogger(RedisBreaker.class);
  private static final int CALLS = 20;
  private static final int LEAST_CALLS = 5;
  private static final float PERCENT = 50;

  private final CircuitBreaker breaker;

  /**
   * @param name for the log, never a URI
   */
  RedisBreaker(String name, RedisTiming timing) {
    breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(CALLS)
                .minimumNumberOfCalls(LEAST_CALLS)
                .failureRateThreshold(PERCENT)
                .slowCallDurationThreshold(timing.slow())
                .slowCallRateThreshold(PERCENT)
                .waitDurationInOpenState(timing.retry())
                .permittedNumberOfCallsInHalfOpenState(1)
                .maxWaitDurationInHalfOpenState(timing.retry())
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              State state = event.getStateTransition().getToState();
              if (state == State.OPEN
                  && event.getStateTransition().getFromState() == State.CLOSED) {
                log.warn(
                    "Redis ({}) is slow or down: this node goes on alone; see app/docs/redis.md",
                    name);
              } else if (state == State.CLOSED) {
                log.info("Redis ({}) answers again", name);
              }
            });
  }

  /** Whether calls may be made. */
  boolean isClosed() {
    return breaker.getState() == State.CLOSED;
  }

  /** Whether the probe may make its call now. */
  boolean mayProbe() {
    return breaker.tryAcquirePermission();
  }

  /** 0 while calls are made, 1 while a probe is tried, 2 while none is made. */
  int level() {
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN -> 2;
      case HALF_OPEN -> 1;
      default -> 0;
    };
  }

  void succeeded(long nanos) {
    breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
  }

  /** A refusal for lack of memory is an answer: what is there can still be read. */
  void failed(long nanos, Throwable failure) {
    if (isFull(failure)) {
      succeeded(nanos);
    } else {
      breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
    }
  }

  private static boolean isFull(Throwable failure) {
    Throwable inner = failure.getCause();
    Throwable cause = failure instanceof CompletionException && inner != null ? inner : failure;
    return cause instanceof RedisCommandExecutionException
        && String.valueOf(cause.getMessage()).contains("OOM");
  }
}
