package dev.nameplate.redis;

import dev.nameplate.access.ratelimit.Rate;
import java.util.concurrent.TimeUnit;

/**
 * This node's part of a token bucket that all nodes share. Permits are taken from what the shared
 * bucket had left when it was asked last, plus this node's share of what came in since; what was
 * taken is settled with the shared bucket later, and more than there was is a debt there. While the
 * shared bucket cannot be asked, there is a bucket of this node's share instead, in whole permits,
 * rounded down, so that the shares never add up to more than the rate. Safe for many threads.
 */
final class SubBucket {
  private static final double SECOND = 1e9;
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);

  /** A bucket is settled where a part of it was taken, one in so many, or half of it is gone. */
  private static final int PART = 10;

  private final Rate rate;
  private final boolean divided;
  private double view;
  private double alone;
  private long at;
  private long settledAt;
  private long unsettled;
  private boolean enlisted;
  private boolean settling;
  private boolean failing;

  /** What a node knows when it takes a permit. */
  record Situation(long nanos, int nodes, boolean up) {}

  /**
   * @param divided whether the nodes divide the rate among them while they cannot settle; if not,
   *     each has the whole of it
   */
  SubBucket(Rate rate, boolean divided, Situation now) {
    this.rate = rate;
    this.divided = divided;
    this.view = (double) rate.burst() / now.nodes();
    this.alone = burstAlone(now);
    this.at = now.nanos();
    this.settledAt = now.nanos() - INTERVAL;
  }

  private double burstAlone(Situation now) {
    return divided ? Math.max(1, rate.burst() / now.nodes()) : rate.burst();
  }

  /** Permits a second of this node alone. With more nodes than permits it is a fraction. */
  private double rateAlone(Situation now) {
    if (!divided) {
      return rate.perSecond();
    }
    long whole = rate.perSecond() / now.nodes();
    return whole > 0 ? whole : (double) rate.perSecond() / now.nodes();
  }

  /** Takes permits if there are enough; else takes none. */
  synchronized boolean take(int permits, Situation now) {
    refill(now);
    boolean together = now.up() && !failing;
    if ((together ? view : alone) < permits) {
      return false;
    }
    view -= permits;
    alone = Math.max(0, alone - permits);
    unsettled += together ? permits : 0;
    return true;
  }

  /** Gives permits back that were taken a moment ago. */
  synchronized void giveBack(int permits) {
    view += permits;
    alone += permits;
    unsettled = Math.max(0, unsettled - permits);
  }

  /** How many permits there are, at least 0. */
  synchronized long remaining(Situation now) {
    refill(now);
    return (long) Math.max(0, now.up() && !failing ? view : alone);
  }

  private void refill(Situation now) {
    double seconds = Math.max(0, now.nanos() - at) / SECOND;
    view = Math.min((double) rate.burst(), view + seconds * rate.perSecond() / now.nodes());
    alone = Math.min(burstAlone(now), alone + seconds * rateAlone(now));
    at = Math.max(at, now.nanos());
  }

  /**
   * Whether somebody has to settle it who has not been told yet: so much was taken that the others
   * should know, and the last time is 100 ms ago.
   */
  synchronized boolean enlist(long nanos) {
    boolean worth = unsettled * PART >= rate.burst() || view * 2 < rate.burst() || failing;
    if (enlisted || settling || !worth || nanos - settledAt < INTERVAL) {
      return false;
    }
    enlisted = true;
    return true;
  }

  /** Says that it was not settled after all. */
  synchronized void delist() {
    enlisted = false;
  }

  /** Begins to settle: returns how many permits were taken since the last time. */
  synchronized long settle(long nanos) {
    enlisted = false;
    settling = true;
    settledAt = nanos;
    long taken = unsettled;
    unsettled = 0;
    return taken;
  }

  /**
   * Ends settling.
   *
   * @param left what the shared bucket has left, less than 0 where nodes owe it permits
   */
  synchronized void settled(long left, Situation now) {
    refill(now);
    settling = false;
    failing = false;
    double whole = (double) left - unsettled;
    double part = view - whole;
    // The shared bucket tells whole permits only: what has come in of the next one is kept.
    view = Math.min((double) rate.burst(), part > 0 && part < 1 ? view : whole);
  }

  /** Settling has failed: what was taken is not claimed again. */
  synchronized void failed() {
    settling = false;
    failing = true;
    unsettled = 0;
  }
}
